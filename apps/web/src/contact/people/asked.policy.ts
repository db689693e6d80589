/** What is asked of the people, as the address says it. */
import { type ContactRole, type Warmth, WARMTHS } from '@app/contracts/words';

/** Who they are to somebody who looks for work. */
export const WHO = {
  employers: ['recruiter', 'hiring_manager'],
  agencies: ['agency_recruiter'],
  beside: ['peer', 'adviser'],
} as const satisfies Record<string, readonly ContactRole[]>;
export type Who = keyof typeof WHO;
export const WHOS = Object.keys(WHO) as Who[];

export interface Asked {
  q?: string | undefined;
  warmth?: Warmth | undefined;
  who?: Who | undefined;
}

/** Whatever else stands in the address is not asked. */
export function askedIn({ q, warmth, who }: Record<string, unknown>): Asked {
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).trim() : '';
  return {
    q: words === '' ? undefined : words,
    warmth: WARMTHS.find((one) => one === warmth),
    who: WHOS.find((one) => one === who),
  };
}
