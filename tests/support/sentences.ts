/** What a stored row says, as a person reads it. */
import type { Facts, Sentence } from '@app/contracts';
import { boardSentence, sentence } from '@app/follow-ups';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * What a sentence of a former version reads now. Of what was skipped a code stood before it, which stands beside it since; and the
 * waiting time had a name that nobody understood.
 */
export const readsNow = (former: string): string =>
  former
    .replace(/^[a-z_]+: (?=[A-Z])/, '')
    .replace(
      /Their cooldown runs until ([\d-]+)\./,
      (_, day: string) => `The waiting time after their no runs until ${DAY.format(new Date(day))}.`,
    );

/** What a sweep was told in reads as it would be told of today. */
export const boardReadsNow = (former: string): string =>
  former
    .replace('until three equal sweeps,', 'until three sweeps of about this size,')
    .replace(
      'New postings are seen, none counts as missing.',
      'New postings are seen; one that is not in it counts as missing only where the board says so of that posting.',
    )
    .replace('no JobPosting markup and nothing', 'no JobPosting markup, and nothing')
    .replace(
      'markup and is too long to be proof of anything',
      'markup, and it is too long to be proof of anything, so whether it is open cannot be told',
    )
    .replace(
      ': What the board showed could not be stored; the log of the worker says why..',
      ': what the board showed could not be stored; the log of the worker says why.',
    );

export const whyOfRow = ({ whyCode, whyFacts }: { whyCode: string; whyFacts: Facts }): string =>
  sentence({ code: whyCode, facts: whyFacts }, 'en');

export interface StoredLine {
  whatCode: string;
  whatFacts: Facts;
  whyCode: string | null;
  whyFacts: Facts;
}

export const lineOf = ({
  whatCode,
  whatFacts,
  whyCode,
  whyFacts,
}: StoredLine): { what: string; why: string | null } => ({
  what: sentence({ code: whatCode, facts: whatFacts }, 'en'),
  why: whyCode === null ? null : whyOfRow({ whyCode, whyFacts }),
});

/** In the place of what is said of a board: whatever reads like that. */
export const saying = (words: RegExp | string) => ({
  asymmetricMatch: (said: Sentence) => {
    const text = boardSentence(said, 'en');
    return typeof words === 'string' ? text === words : words.test(text);
  },
  toString: () => `saying ${words}`,
});
