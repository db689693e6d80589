/** What a stored row says, as a person reads it. */
import type { Facts } from '@app/contracts';
import { sentence } from '@app/follow-ups';

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
