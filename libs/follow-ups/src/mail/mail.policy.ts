/** A letter or a reminder as the mail that it becomes: whoever shows it and whoever sends it make the same one. */
import type { Rendered } from '../letter.policy.js';
import { oneLine, threadId } from './header.policy.js';
import { htmlFromText } from './html.policy.js';

export interface Mailbox {
  name: string;
  /** Null: nobody knows it yet. */
  address: string | null;
}

/** The mail that it answers. */
export interface Thread {
  inReplyTo: string;
  references: string[];
}

export interface Mail {
  from: Mailbox;
  to: Mailbox;
  subject: string;
  text: string;
  html: string;
  thread: Thread | null;
  autoSubmitted: boolean;
}

export interface LetterHead {
  candidate: { name: string | null };
  fromAddress: string | null;
  contact: { name: string; email: string | null } | null;
  /** Of the mail that brought the rejection, where it was theirs. */
  answered: string | null;
}

export function letterMail({ candidate, fromAddress, contact, answered }: LetterHead, words: Rendered): Mail {
  return mail(words, {
    from: { name: candidate.name ?? '', address: fromAddress },
    to: { name: contact?.name ?? '', address: contact?.email ?? null },
    thread: threadOf(answered),
    autoSubmitted: false,
  });
}

export interface ReminderHead {
  candidate: { name: string | null };
  address: string | null;
}

/** From us to the candidate, by the candidate's own address. */
export function reminderMail({ candidate, address }: ReminderHead, words: Rendered): Mail {
  return mail(words, {
    from: { name: 'Rekindle', address },
    to: { name: candidate.name ?? '', address },
    thread: null,
    autoSubmitted: true,
  });
}

/** The same letter, to whoever wrote it; it goes on no conversation. */
export const testMail = (letter: Mail, candidate: { name: string | null }): Mail => ({
  ...letter,
  to: { name: candidate.name ?? '', address: letter.from.address },
  subject: `[Test] ${letter.subject}`,
  thread: null,
});

const mail = ({ subject, text }: Rendered, head: Omit<Mail, 'subject' | 'text' | 'html'>): Mail => ({
  ...head,
  subject: oneLine(subject),
  text,
  html: htmlFromText(text),
});

function threadOf(messageId: string | null): Thread | null {
  const id = threadId(messageId ?? '');
  return id === '' ? null : { inReplyTo: `<${id}>`, references: [`<${id}>`] };
}
