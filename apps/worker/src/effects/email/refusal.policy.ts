/** Whom a mail server's no is about: the recipient, us, or this letter. In doubt it is not the recipient. */
import type { Sentence } from '@app/contracts';
import type { Refusal } from './mailer.js';
import {
  FROM_HERE,
  NO_SUCH_USER,
  POLICY,
  POLICY_ITSELF,
  RELAY_OR_LOGIN,
  RELAY_OR_LOGIN_FOR_NOW,
  SENDER,
} from './refusal-words.js';

export type Refused =
  /** Nobody is there: no letter to this address will ever arrive. */
  | 'recipient'
  /** Whoever it is for and from: relay, login, TLS, block list. */
  | 'account'
  /** Whoever it is for: their address as a sender, or what they write. */
  | 'sender'
  /** This one: too long, a full mailbox, or nobody says why. */
  | 'letter'
  /** It may be taken later. */
  | 'for_now';

/** RFC 3463 and RFC 7505: no such mailbox, no such domain, bad syntax, moved away, a domain that takes no mail. */
const DEAD = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10']);
const BAD_SENDER = new Set(['5.1.7', '5.1.8']);
/** RFC 4954 and RFC 3207: they speak of the account. */
const ACCOUNT_CODES = new Set([530, 534, 535, 538]);
/** A mailbox that is full or closed, routes, size and form of the message. */
const OF_THE_LETTER = /^5\.(?:2\.\d+|4\.\d+|6\.\d+|3\.4)$/;
const LONGEST = 1_000;

export function refusedBy({ code, enhancedCode, permanent, reply, stage }: Refusal): Refused {
  const words = wordsOf(reply);
  const says = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(words));
  if (!permanent) return says(RELAY_OR_LOGIN_FOR_NOW) ? 'account' : 'for_now';
  if (ACCOUNT_CODES.has(code)) return 'account';
  const isPolicy = enhancedCode?.startsWith('5.7.') ?? false;
  if (says(SENDER) && !says(FROM_HERE) && (isPolicy || stage === 'sender')) return 'sender';
  if (says(RELAY_OR_LOGIN)) return 'account';
  const ofUs = says(FROM_HERE) ? 'account' : 'sender';
  if (isPolicy || BAD_SENDER.has(enhancedCode ?? '')) return ofUs;
  // A server that turns everybody away for the day says nothing about anybody.
  if (stage === 'connect') return says(FROM_HERE) || says(POLICY) ? ofUs : 'for_now';
  const isAboutUs = says(FROM_HERE) || says(SENDER);
  if (DEAD.has(enhancedCode ?? '') && stage !== 'sender') {
    return isAboutUs || says(POLICY_ITSELF) ? ofUs : 'recipient';
  }
  if (OF_THE_LETTER.test(enhancedCode ?? '')) return ofTheLetter(enhancedCode!, says);
  if (stage === 'sender') return code === 552 ? 'letter' : ofUs;
  if (isAboutUs || says(POLICY)) return ofUs;
  return says(NO_SUCH_USER) ? 'recipient' : 'letter';
}

/** An own limit is told as a route by some; a mailbox that is gone for good as one that is closed. */
function ofTheLetter(enhancedCode: string, says: (patterns: readonly RegExp[]) => boolean): Refused {
  if (enhancedCode.startsWith('5.4.')) return says(FROM_HERE) ? 'account' : 'letter';
  const isMailbox = enhancedCode.startsWith('5.2.');
  return isMailbox && says(NO_SUCH_USER) && !says(FROM_HERE) && !says(SENDER) && !says(POLICY) ? 'recipient' : 'letter';
}

/** An address or a host may be called anything, so neither speaks for itself. */
function wordsOf(reply: string): string {
  const tokens = reply.slice(0, LONGEST).toLowerCase().replaceAll('’', "'").split(/\s+/);
  return tokens
    .filter((token) => !isName(token))
    .map((token) => token.replace(/^[<("'[]/, '').replace(/[>)"',;:.!\]]{1,4}$/, ''))
    .join(' ');
}

function isName(token: string): boolean {
  const dots = token.split('.').length - 1;
  return token.includes('@') || token.includes('=') || token.includes('://') || dots > 1;
}

const WORD = /<?[^\s<>]+>?/g;

/** A line for people who have nothing to do with whom it went to. */
export function withoutAddresses(reply: string): string {
  return reply.slice(0, LONGEST).replaceAll(WORD, (word) => (word.includes('@') || /^<.*>$/.test(word) ? '…' : word));
}

export const saidWithoutAddresses = ({ code, facts }: Sentence): Sentence => ({
  code,
  facts: Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? withoutAddresses(fact) : fact]),
  ),
});
