// Where a mail server is, how to speak to it and for how long, read from one URL.
import type { Options } from 'nodemailer/lib/smtp-connection';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import { isEhloName, isThisMachine } from './smtp-login.policy.js';

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
  /** The credentials, and what is sent with them, go over TLS or not at all. */
  needsTls: boolean;
  limits: SmtpLimits;
}

/**
 * `smtp://user:pass@host:587` or `smtps://...`. `?insecure=true` allows a login without TLS, `?name=` is what the server is told
 * that we are called (else `ehloName`); other options, such as `?tls.rejectUnauthorized=false`, are nodemailer's.
 */
export function smtpServerFromUrl(
  url: string,
  { limits = RFC_LIMITS, ehloName = null }: { limits?: SmtpLimits; ehloName?: string | null } = {},
): SmtpServer {
  const { auth, secure, host, port, insecure, name, ...options } = parseConnectionUrl(url) as ParsedUrl;
  if (secure === undefined || !host) {
    throw new Error(
      'The SMTP URL is not of the form smtp://user:password@host:port or smtps://user:password@host:port',
    );
  }
  const calledAs = name === undefined ? ehloName : String(name);
  if (calledAs !== null && !isEhloName(calledAs)) {
    throw new Error(
      'The SMTP URL names us by ?name= with what is no host name; write one such as ?name=crm.example.org',
    );
  }
  const actualPort = port ?? (secure ? 465 : 587);
  return {
    name: `${host}:${actualPort}`,
    credentials: auth ?? null,
    needsTls: auth !== undefined && String(insecure) !== 'true' && !isThisMachine(host),
    limits,
    connection: {
      ...options,
      ...(calledAs !== null && { name: calledAs }),
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

type ParsedUrl = ReturnType<typeof parseConnectionUrl> & { insecure?: unknown; name?: unknown };
