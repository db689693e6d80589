import type { Candidate } from '@app/database';
import { senderAddress } from '@app/follow-ups';
import { domainToASCII } from 'node:url';

/** Whom mail comes from, and under which ids. */
export class Sender {
  constructor(
    private readonly mailIsCaptured: boolean,
    /** Where links in reminders lead. */
    readonly publicUrl: string,
  ) {}

  /** What the reasons ask of the way out. */
  get mail(): { isCaptured: boolean } {
    return { isCaptured: this.mailIsCaptured };
  }

  addressOf(candidate: Pick<Candidate, 'email'>): string | null {
    return senderAddress(candidate, this.mail);
  }

  /** The same follow-up has the same Message-ID (RFC 5322) in every try. */
  messageIdOf(followUpId: string, fromAddress: string): string {
    return `<${followUpId}@${domainToASCII(fromAddress.slice(fromAddress.lastIndexOf('@') + 1)) || 'localhost'}>`;
  }
}
