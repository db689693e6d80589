/** What is asked of the plan ahead, as its address says it; and how its rows stand, by day. */
import type { Audience, ShownState } from '@app/contracts/words';
import { localTimeOf } from '../time/local-time.policy.js';

export const SHOWS = ['letters', 'reminders'] as const;
export type Show = (typeof SHOWS)[number];
export const STANDS = ['draft', 'goes', 'held'] as const;
export type Stands = (typeof STANDS)[number];

/** Said of many together. */
export type ManyVerb = 'hold' | 'resume';
/** What goes on again may have been held for something else than the candidate's word: it is held for that again. */
export const BACK = { hold: 'resume', resume: 'restore' } as const satisfies Record<ManyVerb, string>;
export type ManyDeed = ManyVerb | 'restore';

export interface PlanAsked {
  show?: Show | undefined;
  stands?: Stands | undefined;
}

/** Whatever else stands in the address is not asked. */
export const planAsked = ({ show, stands }: Record<string, unknown>): PlanAsked => ({
  show: SHOWS.find((one) => one === show),
  stands: STANDS.find((one) => one === stands),
});

export const audienceOf = ({ show }: PlanAsked): Audience | undefined =>
  show && (show === 'letters' ? 'contact' : 'candidate');

const STATES: Record<Stands, ShownState[]> = {
  draft: ['draft'],
  goes: ['waiting', 'due', 'sending', 'retrying'],
  held: ['held'],
};

export const statesOf = ({ stands }: PlanAsked): ShownState[] =>
  stands === undefined ? Object.values(STATES).flat() : STATES[stands];

/** Of a page of A4. */
export const MOST_ON_PAPER = 12;

interface Ahead {
  state: ShownState;
  /** ISO 8601. */
  dueAt: string;
  heldUntil: string | null;
}

/** Held for what nobody knows the end of, it has no day. */
export const hasDay = ({ state, heldUntil }: Pick<Ahead, 'state' | 'heldUntil'>): boolean =>
  state !== 'held' || heldUntil !== null;

interface Read extends Ahead {
  id: string;
  /** ISO 8601. */
  updatedAt: string;
}

/** Rows with a day, and held ones without: of two answers that come one after the other the newer one knows, so that none stands twice. */
export function placed<Row extends Read>(
  ahead: readonly Row[],
  held: readonly Row[],
): { dated: Row[]; undated: Row[] } {
  const ifNewer = (rows: readonly Row[]) => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    return (row: Row) => {
      const other = byId.get(row.id);
      return hasDay(other !== undefined && other.updatedAt > row.updatedAt ? other : row);
    };
  };
  const [inHeld, inAhead] = [ifNewer(held), ifNewer(ahead)];
  return {
    dated: ahead.filter((row) => hasDay(row) && inHeld(row)),
    undated: held.filter((row) => !hasDay(row) && !inAhead(row)),
  };
}

export interface OfDay<Row> {
  /** `2026-12-01` in the reader's zone; null: all days that have passed. */
  date: string | null;
  rows: Row[];
}

/** Rows in the order of time, by the days of a zone (IANA); what should have come before today stands first, together. */
export function byDay<Row extends Ahead>(rows: readonly Row[], timezone: string, now: Date): OfDay<Row>[] {
  const today = localTimeOf(now, timezone).slice(0, 10);
  const dayOf = ({ dueAt }: Row) => localTimeOf(new Date(dueAt), timezone).slice(0, 10);
  const days = Map.groupBy(rows, (row) => (dayOf(row) < today ? null : dayOf(row)));
  return [...days].map(([date, rows]) => ({ date, rows }));
}

interface Ended {
  why: string;
  whyCode: string;
  ledger: readonly { whatCode: string; why: string | null; whyCode: string | null }[];
}

/** Why it does not go: what was said when it ended, else why it was never planned. */
export function endOf({ why, whyCode, ledger }: Ended): { code: string; text: string } {
  const line = ledger.findLast(({ whatCode, why }) => whatCode === 'cancelled' && why !== null);
  return line ? { code: line.whyCode!, text: line.why! } : { code: whyCode, text: why };
}
