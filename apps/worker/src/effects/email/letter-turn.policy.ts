/** Whether a letter whose time has come may go this minute, or waits for its turn: asked at the moment of sending. */
import { say, type Sentence, type Settings } from '@app/contracts';
import { addDuration, dayBounds, insideWindow, nextInWindow, spreadInWindow } from '@app/follow-ups';
import { slotFor } from './letter-slot.policy.js';

export interface TurnFacts {
  letter: { id: string; atOnce: boolean };
  contact: { timezone: string | null; country: string | null; region: string | null };
  settings: Settings;
  /** Somebody who reads where it goes is being written to this minute. */
  isBesideAnother: boolean;
  /** Letters that went or may have gone since midnight in the candidate's zone, and those on their way. */
  sentToday: number;
  /** The end of that day. */
  tomorrow: Date;
  lastAttemptAt: Date | null;
  /** The candidate's other letters that were due before this one and have not gone. */
  ahead: number;
  /** When the candidate's other letters are due, from now on. */
  laterDueAts: readonly Date[];
  now: Date;
}

export type Turn =
  | { kind: 'go' }
  /** `queued`: for those before it, among whom it keeps its place. */
  | { kind: 'wait'; dueAt: Date; why: Sentence; queued?: true };

const A_MINUTE_MS = 60_000;

export function letterTurn(facts: TurnFacts): Turn {
  const { letter, settings, now } = facts;
  if (facts.sentToday >= settings.mailbox.dailyCap) {
    return {
      kind: 'wait',
      dueAt: dayWithRoom(facts),
      why: say('cap_reached', { cap: settings.mailbox.dailyCap }),
    };
  }
  if (facts.isBesideAnother) {
    return { kind: 'wait', dueAt: new Date(now.getTime() + A_MINUTE_MS), why: say('another_being_sent') };
  }
  if (letter.atOnce) return { kind: 'go' };
  const place = { ...placeOf(facts), spreadKey: letter.id };
  if (!insideWindow({ at: now, ...place })) {
    const dueAt = nextInWindow({ from: now, ...place });
    return { kind: 'wait', dueAt, why: say('outside_window') };
  }
  const slot = slotFor({
    ...facts,
    spacingMs: Number(addDuration(now, settings.mailbox.spacing, 'UTC')) - Number(now),
  });
  if (slot <= now) return { kind: 'go' };
  if (insideWindow({ at: slot, ...place })) {
    return { kind: 'wait', dueAt: slot, why: say('others_first'), queued: true };
  }
  return { kind: 'wait', dueAt: nextInWindow({ from: slot, ...place }), why: say('others_until_window_ends') };
}

/** Somewhere in the first window from tomorrow on whose day is not full of letters already. */
function dayWithRoom(facts: TurnFacts, from = facts.tomorrow): Date {
  const { settings, letter, laterDueAts } = facts;
  const dueAt = spreadInWindow({ from, ...placeOf(facts), spreadKey: letter.id });
  const { start, end } = dayBounds(dueAt, settings.timezone);
  const planned = laterDueAts.filter((at) => at >= start && at < end).length;
  return planned < settings.mailbox.dailyCap ? dueAt : dayWithRoom(facts, end);
}

function placeOf({ settings, contact }: TurnFacts) {
  const { timezone, country, region } = contact;
  return { window: settings.sendingWindow, timezone: timezone ?? settings.timezone, country, region };
}
