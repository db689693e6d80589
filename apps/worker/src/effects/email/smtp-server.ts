// Where a mail server is, how to speak to it and for how long, read from one URL.
import type { Options } from 'nodemailer/lib/smtp-connection';
import { parseConnectionUrl } from 'nodemailer/lib/shared';

/** How long to wait, in milliseconds. */
export interface SmtpLimits {
  /** For the connection, TLS and the greeting. */
  connect: number;
  /** For the whole conversation up to the 354. */
  untilData: number;
  /** For the answer to the final dot: a shorter wait than the RFC's makes duplicates. */
  finalReply: number;
}

/** RFC 5321, 4.5.3.2. */
export const RFC_LIMITS: SmtpLimits = { connect: 120_000, untilData: 300_000, finalReply: 600_000 };

export interface SmtpServer {
  /** `host:port`, for people. */
  name: string;
  connection: Options;
  credentials: { user: string; pass: string } | null;
  limits: SmtpLimits;
}

/** `smtp://user:pass@host:587` or `smtps://...`; options such as `?requireTLS=true` and `?tls.rejectUnauthorized=false` are nodemailer's. */
export function smtpServerFromUrl(url: string, limits: SmtpLimits = RFC_LIMITS): SmtpServer {
  const { auth, secure, host, port, ...options } = parseConnectionUrl(url);
  if (secure === undefined || !host) {
    throw new Error(
      'The SMTP URL is not of the form smtp://user:password@host:port or smtps://user:password@host:port',
    );
  }
  const actualPort = port ?? (secure ? 465 : 587);
  return {
    name: `${host}:${actualPort}`,
    credentials: auth ?? null,
    limits,
    connection: {
      ...options,
      host,
      port: actualPort,
      secure,
      connectionTimeout: limits.connect,
      greetingTimeout: limits.connect,
      socketTimeout: limits.finalReply,
      allowInternalNetworkInterfaces: true,
      logger: false,
    },
  };
}
