/** What happened since yesterday that is worth a line, out of the record of everything that happened. */
import type { LetterKind, NewsCode, NewsSentences, Sentence, TouchKind } from '@app/contracts';

export interface Happening {
  type: string;
  at: Date;
  /** As the rows say now; null: deleted, or never there. */
  contactName: string | null;
  title: string | null;
  companyName: string | null;
  /** Of a letter. */
  kind: LetterKind | null;
  /** Of a touch, where it still stands and is new. */
  touchId: string | null;
  touchKind: TouchKind | null;
}

export interface News<T extends Happening> {
  said: Sentence;
  of: T;
}

/** Newest first, as it comes. Whoever is deleted is told of no more. */
export function newsOf<T extends Happening>(happenings: readonly T[]): News<T>[] {
  const answers = new Set(happenings.filter(({ type }) => type === ANSWERED).map(({ touchId }) => touchId));
  return happenings.flatMap((of) => {
    const isSaidAsAnswer = of.type === TOUCHED && answers.has(of.touchId);
    const said = isSaidAsAnswer ? null : saidOf(of);
    return said ? [{ said, of }] : [];
  });
}

const ANSWERED = 'follow_up.answered.v1';
const TOUCHED = 'contact.touched.v1';

function saidOf({ type, contactName, title, companyName, kind, touchKind }: Happening): Sentence | null {
  const job = title === null || companyName === null ? null : { title, companyName };
  switch (type) {
    case 'follow_up.sent.v1':
      return contactName === null || kind === null
        ? null
        : news('letter_sent', { kind, contactName, title, companyName });
    case ANSWERED:
      return contactName === null || touchKind === null ? null : news('answered', { contactName, title, companyName });
    case TOUCHED:
      return contactName === null || touchKind === null
        ? null
        : news('contact_wrote', { kind: touchKind, contactName });
    case 'vacancy.closed.v1':
      return job && news('vacancy_closed', job);
    case 'vacancy.reopened.v1':
      return job && news('vacancy_reopened', job);
    default:
      return null;
  }
}

const news = <Code extends NewsCode>(code: Code, facts: NewsSentences[Code]): Sentence => ({
  code,
  facts: { ...facts },
});
