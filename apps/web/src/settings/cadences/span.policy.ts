/** A length of time as somebody says it, `2 weeks`, and as the API has it, ISO 8601. */

export const UNITS = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;
export type Unit = (typeof UNITS)[number];

/** As it is typed: it may be no number yet. */
export interface Span {
  count: string;
  unit: Unit;
}

const PARTS = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const IN_ORDER: readonly Unit[] = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'];
/** Of the next unit down, in each: a day of the calendar, as far as words go, is 24 hours. */
const NEXT: Partial<Record<Unit, number>> = { years: 12, weeks: 7, days: 24, hours: 60, minutes: 60 };

/** In the smallest unit that it names; what mixes months and days has none, and is null. */
export function spanOf(duration: string): Span | null {
  const parts = PARTS.exec(duration);
  if (parts === null) return null;
  const named = IN_ORDER.map((unit, index) => ({ unit, count: Number(parts[index + 1] ?? 0) }));
  const some = named.filter(({ count }) => count > 0);
  if (some.length === 0) return { count: '0', unit: 'days' };
  const smallest = some.at(-1)!.unit;
  let sum = 0;
  for (const { unit, count } of named.slice(0, IN_ORDER.indexOf(smallest) + 1)) {
    sum += count;
    if (unit === smallest) break;
    const next = NEXT[unit];
    if (next === undefined && sum > 0) return null;
    sum *= next ?? 1;
  }
  return { count: String(sum), unit: smallest };
}

const WHOLE = /^\d{1,6}$/;
const LETTER: Record<Unit, string> = {
  seconds: 'S',
  minutes: 'M',
  hours: 'H',
  days: 'D',
  weeks: 'W',
  months: 'M',
  years: 'Y',
};
const OF_A_CLOCK: ReadonlySet<Unit> = new Set(['hours', 'minutes', 'seconds']);

/** Null: the number is none. */
export function durationOf({ count, unit }: Span): string | null {
  if (!WHOLE.test(count.trim())) return null;
  return `P${OF_A_CLOCK.has(unit) ? 'T' : ''}${Number(count)}${LETTER[unit]}`;
}
