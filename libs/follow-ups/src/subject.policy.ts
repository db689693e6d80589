/** The subject of a thread, whatever the mail programs of the world have put in front of it. */
import { REPLY_PREFIXES } from './subject-words.js';

const PREFIXES = new Set(Object.values(REPLY_PREFIXES).flatMap((words) => words.split(' ')));
/** "RE:", "Re[2]:", "Re(3) :", "Re^2:", with a full-width colon as well. */
const IN_FRONT = /^\s*([\p{L}\p{M}]{1,15})\s?(?:[[(^]\s?\d{1,3}\s?[\])]?)?\s?[:：﹕]/u;
/** What a mail server puts before a mail from elsewhere. */
const TAG = /^\s*\[(?:ext|extern|external|external email)\]/iu;

/** Null when nothing but prefixes stands there. */
export function replySubject(theirs: string | null): string | null {
  const thread = withoutPrefixes(theirs ?? '');
  return thread === '' ? null : `Re: ${thread}`;
}

function withoutPrefixes(subject: string): string {
  let rest = subject.normalize('NFC');
  for (;;) {
    const [inFront = '', word = ''] = IN_FRONT.exec(rest) ?? [];
    const gone = PREFIXES.has(word.toLowerCase()) ? inFront : (TAG.exec(rest)?.[0] ?? '');
    if (gone === '') return rest.trim();
    rest = rest.slice(gone.length);
  }
}
