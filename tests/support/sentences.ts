/** What a stored row says, as a person reads it. */
import type { Facts } from '@app/contracts';
import { sentence } from '@app/follow-ups';

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
