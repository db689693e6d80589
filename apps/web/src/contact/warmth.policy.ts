/** How much is left of the warmth of a contact: all at the last touch, none half a year after it. */
const DAY_MS = 86_400_000;
const HALF_A_YEAR = 180;

export function warmthLeft(lastTouchAt: string | null, now: Date): { share: number; days: number | null } {
  if (lastTouchAt === null) return { share: 0, days: null };
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(lastTouchAt)) / DAY_MS));
  return { share: Math.max(0, 1 - days / HALF_A_YEAR), days };
}
