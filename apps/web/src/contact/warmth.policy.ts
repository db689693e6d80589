/** How much is left of the warmth of a contact: all at the last touch, none half a year after it. */
import { daysBetween, type Place } from '../time/moments.policy.js';

const HALF_A_YEAR = 180;

/** Its days are those of the calendar, as somebody counts. */
export function warmthLeft(lastTouchAt: string | null, yours: Place): { share: number; days: number | null } {
  if (lastTouchAt === null) return { share: 0, days: null };
  const days = Math.max(0, daysBetween(new Date(lastTouchAt), yours.now, yours));
  return { share: Math.max(0, 1 - days / HALF_A_YEAR), days };
}

/** Where a moment stands between the last touch and half a year after it, as a share; null: beyond. */
export function placeOf(at: string, lastTouchAt: string, yours: Place): number | null {
  const share = daysBetween(new Date(lastTouchAt), new Date(at), yours) / HALF_A_YEAR;
  return share < 0 || share > 1 ? null : share;
}
