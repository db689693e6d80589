// The two addresses of the envelope in the form they have on the wire, or the refusal they would meet.
import { domainToASCII } from 'node:url';
import type { OutgoingMessage, Refusal } from './mailer.js';

export interface SmtpEnvelope {
  from: string;
  to: string;
}

const NON_ASCII = /[^\0-\x7f]/;
const NOT_AN_ADDRESS = /[\p{Cc}<>]/u;

/** International domains become ASCII; a non-ASCII local part stays and needs a server with SMTPUTF8. */
export function envelopeOf(message: OutgoingMessage): SmtpEnvelope | Refusal {
  const from = wireAddress(message.from);
  if (from === null) return refusal('sender', '5.1.7', `${JSON.stringify(message.from)} is not one mail address`);
  const to = wireAddress(message.to);
  if (to === null) return refusal('recipient', '5.1.3', `${JSON.stringify(message.to)} is not one mail address`);
  return { from, to };
}

/** `ehlo` is the server's answer to EHLO. */
export function internationalRefusal({ from, to }: SmtpEnvelope, ehlo: string): Refusal | null {
  if (/^250[ -]SMTPUTF8\b/im.test(ehlo)) return null;
  if (NON_ASCII.test(to)) return refusal('recipient', '5.6.7', `${to} needs SMTPUTF8, which the mail server lacks`);
  if (NON_ASCII.test(from)) return refusal('sender', '5.6.7', `${from} needs SMTPUTF8, which the mail server lacks`);
  return null;
}

function wireAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  if (at < 1 || NOT_AN_ADDRESS.test(address)) return null;
  const domain = address.slice(at + 1);
  const wireDomain = NON_ASCII.test(domain) ? domainToASCII(domain) : domain;
  return wireDomain === '' ? null : `${address.slice(0, at)}@${wireDomain}`;
}

function refusal(stage: 'sender' | 'recipient', enhancedCode: string, text: string): Refusal {
  return { kind: 'refused', code: 553, enhancedCode, permanent: true, reply: `553 ${enhancedCode} ${text}`, stage };
}
