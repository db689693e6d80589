/** What happened, in the words of the API; what has an hour is told on your clock. */
import { dayAndTime, type Place } from '../time/moments.policy.js';

type Facts = Readonly<Record<string, string | number | boolean | null>>;

interface Told {
  code: string;
  facts: Facts;
  text: string;
}

const WITH_HOUR: Readonly<Record<string, (at: string, facts: Facts, on: (moment: unknown) => string) => string>> = {
  stage_changed: (at, { from, to }) => `Moved from ${from} to ${to}, for ${at}`,
  interview_scheduled: (at) => `Interview on ${at}`,
  interview_moved: (at, { from }, on) => `Interview moved from ${on(from)} to ${at}`,
  interview_cancelled: (at) => `Interview of ${at} taken away`,
};

/** A no that was taken back, as the app calls it. */
const TAKEN_BACK: Readonly<Record<string, (facts: Facts) => string | null>> = {
  rejected: ({ revoked }) => (revoked === true ? 'They said no; you took it back later' : null),
  stage_changed: ({ from, to }) => (from === 'rejected' ? `The no no longer holds: it is at ${to} now` : null),
};

export function happeningSentence({ code, facts, text }: Told, yours: Place): string {
  const back = TAKEN_BACK[code]?.(facts) ?? null;
  if (back !== null) return back;
  const on = (moment: unknown) => dayAndTime(new Date(String(moment)), yours);
  const { scheduledAt = null } = facts;
  return scheduledAt === null ? text : (WITH_HOUR[code]?.(on(scheduledAt), facts, on) ?? text);
}
