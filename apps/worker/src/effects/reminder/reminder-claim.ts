import type { OutgoingMessage } from '../email/mailer.js';

/** One mail with one reminder or several, which this worker, and no other, is sending. */
export interface ReminderClaim {
  candidateId: string;
  members: Member[];
  /** Of the member that was tried least often: what came later is not given up for the sake of what came before. */
  attempt: number;
  token: string;
  messageId: string;
  envelope: OutgoingMessage;
  /** The same bytes as before: they may have arrived, so they go until a server says that it has them. */
  isRepeat: boolean;
}

export interface Member {
  id: string;
  attempt: number;
  /** Its own words in the mail. */
  subject: string;
  body: string;
}
