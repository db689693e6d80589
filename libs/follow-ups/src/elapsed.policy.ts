/** How long ago something was, in words that are true: rounded to what people say. */

const DAY = 86_400_000;
const DAYS_PER_MONTH = 30.44;
const SPOKEN: Record<number, string> = { 6: 'half a year', 12: 'a year', 18: 'a year and a half' };

/** Null for less than a day. */
export function elapsed(from: Date, to: Date): string | null {
  const days = Math.floor((to.getTime() - from.getTime()) / DAY);
  if (days < 1) return null;
  if (days < 14) return days === 1 ? 'a day' : `${days} days`;
  if (days < 60) return `${Math.floor(days / 7)} weeks`;
  const months = Math.round(days / DAYS_PER_MONTH);
  if (months < 21) return SPOKEN[months] ?? `${months} months`;
  return `${Math.round(months / 12)} years`;
}

export function isLong(from: Date, to: Date): boolean {
  return to.getTime() - from.getTime() >= 60 * DAY;
}
