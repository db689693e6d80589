/** Whether a letter whose time has come may go this minute: asked at the moment of sending, whatever was planned. */
import type { HeldWhy, LetterKind, Settings, Stage } from '@app/contracts';
import {
  addDuration,
  gapUntil,
  insideWindow,
  letterStop,
  nextInWindow,
  STOP_TEXT,
  type LetterStopFacts,
} from '@app/follow-ups';

export interface TurnFacts {
  letter: { id: string; kind: LetterKind; since: Date; atOnce: boolean };
  contact: LetterStopFacts['contact'] & {
    timezone: string | null;
    country: string | null;
    lastUnansweredLetterAt: Date | null;
  };
  application: { stage: Stage } | null;
  acceptedOffer: boolean;
  hasSender: boolean;
  settings: Settings;
  /** Letters that went or may have gone since midnight in the candidate's zone, and those on their way. */
  sentToday: number;
  /** The end of that day. */
  tomorrow: Date;
  lastAttemptAt: Date | null;
  now: Date;
}

export type Turn =
  | { kind: 'go' }
  | { kind: 'stop'; why: string }
  | { kind: 'hold'; heldWhy: HeldWhy; until: Date | null; why: string }
  | { kind: 'wait'; dueAt: Date; why: string };

export function letterTurn(facts: TurnFacts): Turn {
  const { letter, contact, application, settings, now } = facts;
  const candidate = { looking: settings.looking, acceptedOffer: facts.acceptedOffer };
  const stop = letterStop({ kind: letter.kind, since: letter.since, contact, application, candidate });
  if (stop) return { kind: 'stop', why: STOP_TEXT[stop] };
  if (!facts.hasSender) {
    return {
      kind: 'hold',
      heldWhy: 'sender_missing',
      until: null,
      why: 'There is no address to write from; set yours under /api/v1/me.',
    };
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
      dueAt: slot(facts, facts.tomorrow),
      why: `The cap of ${settings.mailbox.dailyCap} letters a day is reached.`,
    };
  }
  if (letter.atOnce) return { kind: 'go' };
  const place = placeOf(facts);
  if (!insideWindow({ at: now, ...place })) {
    return { kind: 'wait', dueAt: slot(facts, now), why: 'Outside the sending window; moved to the next one.' };
  }
  const free = facts.lastAttemptAt && addDuration(facts.lastAttemptAt, settings.mailbox.spacing, 'UTC');
  if (free && free > now)
    return { kind: 'wait', dueAt: free, why: 'Another letter has just gone; some time between them.' };
  return { kind: 'go' };
}

function slot(facts: TurnFacts, from: Date): Date {
  return nextInWindow({ from, ...placeOf(facts), spreadKey: facts.letter.id });
}

function placeOf({ settings, contact }: TurnFacts) {
  return { window: settings.sendingWindow, timezone: contact.timezone ?? settings.timezone, country: contact.country };
}
