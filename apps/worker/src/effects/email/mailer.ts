// The port through which every letter and reminder leaves: what is asked of a mail server, and all it can answer.
import type { Sentence } from '@app/contracts';

/** One SMTP conversation for one frozen message to one recipient. Never throws for what a mail server does. */
export abstract class Mailer {
  /**
   * `beforeData` is awaited once, after the server's 354 and before the first byte of the message: the point of no
   * return. Unless it answers true the connection is dropped and nothing was sent.
   */
  abstract send(message: OutgoingMessage, beforeData: () => Promise<boolean>): Promise<MailOutcome>;
}

export interface OutgoingMessage {
  /** Envelope addresses, without names and angle brackets. */
  from: string;
  to: string;
  /** Sent byte for byte, so its lines end in CRLF. */
  mime: Buffer;
}

export type MailStage = 'connect' | 'sender' | 'recipient' | 'data';

export type MailOutcome =
  | { kind: 'accepted'; reply: string }
  | Refusal
  /** Nothing was said of the letter: the server does not let us in, or offers no safe way. */
  | { kind: 'mailbox_refused'; why: Sentence }
  /** Surely nothing accepted: unreachable, or the connection ended before the first byte. */
  | { kind: 'not_sent'; why: Sentence }
  /** The message was on its way and no answer came: the server may have taken it. */
  | { kind: 'unconfirmed'; why: Sentence }
  /** `beforeData` answered false: nothing was sent. */
  | { kind: 'stopped' };

/** A definite 4xx or 5xx. */
export interface Refusal {
  kind: 'refused';
  code: number;
  enhancedCode: string | null;
  permanent: boolean;
  reply: string;
  stage: MailStage;
}
