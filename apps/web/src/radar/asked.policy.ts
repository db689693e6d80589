/** What is asked of the radar, and of one of its boards, as the address says it. */
import { VACANCY_STATUSES, type VacancyStatus } from '@app/contracts/words';

export interface AskedOfRadar {
  /** Of what is watched. */
  show?: VacancyStatus | undefined;
  q?: string | undefined;
  boards?: 'trouble' | undefined;
}

export interface AskedOfBoard {
  q?: string | undefined;
  /** What closed, instead of what is open. */
  gone?: true | undefined;
}

/** Whatever else stands in the address is not asked. */
export const askedOfRadar = ({ show, q, boards }: Record<string, unknown>): AskedOfRadar => ({
  show: VACANCY_STATUSES.find((one) => one === show),
  q: wordsIn(q),
  boards: boards === 'trouble' ? boards : undefined,
});

export const askedOfBoard = ({ q, gone }: Record<string, unknown>): AskedOfBoard => ({
  q: wordsIn(q),
  gone: gone === true ? true : undefined,
});

function wordsIn(q: unknown): string | undefined {
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).trim() : '';
  return words === '' ? undefined : words;
}
