/** What is said of a moment to somebody whose clock shows another hour than the one it is meant for. */
import { cityOf, day, dayAndTime, type Place, time } from './moments.policy.js';

interface BothClocks {
  first: string;
  /** Whose clock the first is; null where both show the same. */
  city: string | null;
  own: string;
}

export function bothClocks(at: Date, theirs: string | null, yours: Place): BothClocks {
  const there = { ...yours, timezone: theirs ?? yours.timezone };
  const first = dayAndTime(at, there);
  if (first === dayAndTime(at, yours)) return { first, city: null, own: '' };
  const isSameDay = day(at, there) === day(at, yours);
  return { first, city: cityOf(there.timezone), own: isSameDay ? time(at, yours) : dayAndTime(at, yours) };
}
