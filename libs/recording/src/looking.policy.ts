/** What an acceptance, its taking back, and an application after it do to whether the candidate looks for work. */
import type { Notice } from '@app/contracts';

/** What was accepted longer ago has been lived in since: its record is history, and changes nothing. */
const RECENT_MS = 30 * 86_400_000;

export interface Looking {
  looking: boolean;
  /** The application whose acceptance turned it off; null: the candidate did, or it is on. */
  offBy: string | null;
}

/** An application that is accepted, since this moment. */
export interface Acceptance {
  applicationId: string;
  at: Date;
  /** Another application was applied for after it. */
  isFollowed: boolean;
}

/** What a command recorded of an application; all of it together where it is recorded as accepted. */
export interface Recorded {
  applicationId: string;
  /** When it was applied for, where that is new. */
  appliedFor: Date | null;
  became: 'accepted' | 'no_longer_accepted' | null;
}

/** `acceptances`: those that stand now, after what was recorded. */
export function lookingAfter(
  before: Looking,
  recorded: Recorded,
  acceptances: readonly Acceptance[],
  now: Date,
): Looking {
  const standing = (id: string | null) => acceptances.find(({ applicationId }) => applicationId === id);
  const applied = afterApplying(before, recorded.appliedFor, standing(before.offBy)?.at ?? null);
  if (recorded.became === 'no_longer_accepted') {
    return applied.offBy === recorded.applicationId ? afterStepBack(acceptances, now) : applied;
  }
  const acceptance = recorded.became === 'accepted' ? standing(recorded.applicationId) : undefined;
  if (!acceptance || !turnsOff(acceptance, now) || isOffByHand(applied)) return applied;
  const other = standing(applied.offBy);
  return { looking: false, offBy: (other && other.at > acceptance.at ? other : acceptance).applicationId };
}

/** What is worth telling whoever recorded it. */
export function noticeOf(before: Looking, after: Looking, { became }: Recorded): Notice | null {
  if (before.looking && !after.looking) return 'looking_turned_off';
  if (!before.looking && after.looking) return 'looking_turned_on';
  return after.looking || became !== null ? null : 'not_looking';
}

const isOffByHand = ({ looking, offBy }: Looking) => !looking && offBy === null;

function turnsOff({ at, isFollowed }: Acceptance, now: Date): boolean {
  return !isFollowed && now.getTime() - at.getTime() <= RECENT_MS;
}

/** What an acceptance turned off is on again with the first application after it; and with any, once the accepted one is gone. */
function afterApplying(before: Looking, appliedFor: Date | null, offSince: Date | null): Looking {
  if (before.offBy === null || appliedFor === null) return before;
  return offSince !== null && appliedFor <= offSince ? before : { looking: true, offBy: null };
}

/** Another offer that is accepted as well may hold it off. */
function afterStepBack(acceptances: readonly Acceptance[], now: Date): Looking {
  const [latest] = acceptances.filter((other) => turnsOff(other, now)).toSorted((a, b) => Number(b.at) - Number(a.at));
  return { looking: !latest, offBy: latest?.applicationId ?? null };
}
