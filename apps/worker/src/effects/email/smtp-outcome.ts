// What an ended SMTP conversation means: refused for certain, not sent for certain, or nobody knows.
import { say, type Sentence } from '@app/contracts';
import type { MailOutcome, MailStage } from './mailer.js';
import type { MessageBody } from './message-body.js';
import type { SmtpServer } from './smtp-server.js';

/** The fields nodemailer adds to its errors. */
export interface SmtpError extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  permanent?: boolean;
}

const LONGEST_REPLY = 500;
const STAGES: Record<string, MailStage> = { 'MAIL FROM': 'sender', 'RCPT TO': 'recipient', DATA: 'data' };
/** RFC 4954: the server speaks of the account, not of the letter. */
const ACCOUNT_CODES = new Set([530, 534, 535, 538]);
const LOGIN_CODES = new Set([534, 535]);

export function outcomeOf(error: SmtpError, body: MessageBody, server: SmtpServer): MailOutcome {
  if (body.answer === false) return { kind: 'stopped' };
  if (body.answer !== null && body.answer !== true) {
    return {
      kind: 'not_sent',
      why: say('not_recorded', { said: plainLine(body.answer.message, server) }),
    };
  }
  if (isRefusal(error)) {
    const reply = plainLine(error.response, server);
    return {
      kind: 'refused',
      code: error.responseCode,
      enhancedCode: /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(reply)?.[1] ?? null,
      permanent: error.permanent === true,
      reply,
      stage: body.asked ? 'data' : (STAGES[error.command ?? ''] ?? 'connect'),
    };
  }
  const why = failureOf(error, server);
  if (body.started) return { kind: 'unconfirmed', why };
  return { kind: isOfTheAccount(error) ? 'mailbox_refused' : 'not_sent', why };
}

/** A definite answer about this message; trouble with TLS or the account is not one. */
export function isRefusal(error: SmtpError): error is SmtpError & { responseCode: number; response: string } {
  const code = error.responseCode ?? 0;
  const aboutTheAccount = error.code === 'EAUTH' || error.code === 'ETLS' || ACCOUNT_CODES.has(code);
  return code >= 400 && code < 600 && error.response !== undefined && !aboutTheAccount;
}

/** The server is there and does not let us in, or only in a way that gives the password away. */
function isOfTheAccount({ code = '', responseCode = 0 }: SmtpError): boolean {
  if (code === 'ENOTLS' || code === 'ENOLOGIN' || ACCOUNT_CODES.has(responseCode)) return true;
  const isForNow = responseCode >= 400 && responseCode < 500;
  return code === 'EAUTH' ? !isForNow : code === 'ETLS' && responseCode >= 500;
}

export function failureOf(error: SmtpError, server: SmtpServer): Sentence {
  const said = error.response ?? (error.message || error.originalCode || error.code || 'unknown error');
  return failure(error, plainLine(said, server), server.name);
}

/** nodemailer says ETLS of its own trouble alone; of a certificate that cannot be verified Node says why. */
const OF_TLS = /^(?:ERR_(?:TLS|SSL)_|UNABLE_TO_|CERT_|EPROTO$)|SELF_SIGNED/;

function failure(error: SmtpError, said: string, server: string): Sentence {
  if (error.code === 'EAUTH' || LOGIN_CODES.has(error.responseCode ?? 0)) {
    return say('login_refused', { server, said });
  }
  if (ACCOUNT_CODES.has(error.responseCode ?? 0)) {
    return say('login_wanted', { server, said });
  }
  if (error.code === 'ETLS' || OF_TLS.test(error.originalCode ?? error.code ?? '')) {
    return say('tls_failed', { server, said });
  }
  switch (error.code) {
    case 'ETIMEDOUT':
      return say('no_answer_in_time', { server });
    case 'EDNS':
      return say('server_not_found', { server, said });
    case 'ENOTLS':
      return say('no_tls', { server });
    case 'ENOLOGIN':
      return say('no_login', { server, said });
    case 'ECONNECTION':
      return say('connection_closed', { server });
    default:
      return say('conversation_failed', { server, said });
  }
}

/** Servers may echo what they were sent: no password, no control character and no endless text goes any further. */
export function plainLine(text: string, { credentials }: SmtpServer): string {
  const { user, pass } = credentials ?? { user: '', pass: '' };
  const secrets = pass === '' ? [] : [base64(`\0${user}\0${pass}`), base64(pass), pass];
  const safe = secrets.reduce((line, secret) => line.replaceAll(secret, '***'), text);
  return [...safe.replaceAll(/\p{Cc}+/gu, ' ')].slice(0, LONGEST_REPLY).join('').trim();
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
