/** Whether a letter whose time has come may go this minute: asked at the moment of sending, whatever was planned. */
import type { HeldWhy, LetterKind, Settings } from '@app/contracts';
import {
  addDuration,
  dayBounds,
  gapUntil,
  insideWindow,
  letterStop,
  nextInWindow,
  SENDER_LACK_TEXT,
  type SenderLack,
  spreadInWindow,
  STOP_TEXT,
  type LetterStopFacts,
} from '@app/follow-ups';
import { slotFor } from './letter-slot.policy.js';

export interface TurnFacts {
  letter: { id: string; kind: LetterKind; since: Date; atOnce: boolean };
  contact: LetterStopFacts['contact'] & {
    timezone: string | null;
    country: string | null;
    lastUnansweredLetterAt: Date | null;
  };
  application: LetterStopFacts['application'];
  acceptedOffer: boolean;
  senderLack: SenderLack | null;
  settings: Settings;
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
  | { kind: 'stop'; why: string }
  | { kind: 'hold'; heldWhy: HeldWhy; until: Date | null; why: string }
  /** `queued`: for those before it, among whom it keeps its place. */
  | { kind: 'wait'; dueAt: Date; why: string; queued?: true };

export function letterTurn(facts: TurnFacts): Turn {
  const { letter, contact, application, settings, now } = facts;
  const candidate = { looking: settings.looking, acceptedOffer: facts.acceptedOffer };
  const stop = letterStop({ kind: letter.kind, since: letter.since, contact, application, candidate });
  if (stop) return { kind: 'stop', why: STOP_TEXT[stop] };
  if (facts.senderLack) {
    return { kind: 'hold', heldWhy: 'sender_missing', until: null, why: SENDER_LACK_TEXT[facts.senderLack] };
  }
  const { lastUnansweredLetterAt } = contact;
  const gap = gapUntil({ lastUnansweredLetterAt, contactGap: settings.contactGap, timezone: settings.timezone, now });
  if (gap)
    return {
      kind: 'hold',
      heldWhy: 'contact_gap',
      until: gap,
      why: 'An earlier letter to this contact is not answered yet.',
    };
  if (facts.sentToday >= settings.mailbox.dailyCap) {
    return {
      kind: 'wait',
      dueAt: dayWithRoom(facts),
      why: `The cap of ${settings.mailbox.dailyCap} letters a day is reached.`,
    };
  }
  if (letter.atOnce) return { kind: 'go' };
  const place = { ...placeOf(facts), spreadKey: letter.id };
  if (!insideWindow({ at: now, ...place })) {
    const dueAt = nextInWindow({ from: now, ...place });
    return { kind: 'wait', dueAt, why: 'Outside the sending window; moved to the next one.' };
  }
  const slot = slotFor({
    ...facts,
    spacingMs: Number(addDuration(now, settings.mailbox.spacing, 'UTC')) - Number(now),
  });
  if (slot <= now) return { kind: 'go' };
  if (insideWindow({ at: slot, ...place })) {
    return { kind: 'wait', dueAt: slot, why: 'Other letters go before it; some time between them.', queued: true };
  }
  const why = 'Other letters go before it until the sending window ends; moved to the next one.';
  return { kind: 'wait', dueAt: nextInWindow({ from: slot, ...place }), why };
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
  return { window: settings.sendingWindow, timezone: contact.timezone ?? settings.timezone, country: contact.country };
}
