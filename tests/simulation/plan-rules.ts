/** Once every fact was handled, what waits is what follows from the facts and the settings as they are now. */
import type { FollowUpRow } from './follow-up-rows.js';
import { daysAfter, localTime } from './local-time.js';
import type { Model } from './model.js';
import { isInWindow } from './model-settings.js';
import type { Quiet } from './quiet.js';
import { preparationViolations, warmthViolations } from './reminder-rules.js';
import type { Violation } from './violation.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** To the next window and past its holidays. */
const NEXT_WINDOW = 7 * DAY;

export async function planViolations(quiet: Quiet): Promise<Violation[]> {
  const { db, rows } = quiet;
  const touches = await db.query<{ id: string; at: Date }>(
    'select id, last_touch_at as at from contacts where last_touch_at is not null',
  );
  const lastTouch = new Map(touches.map(({ id, at }) => [id, at]));
  return [
    ...rows.filter((row) => isAsPlanned(row, quiet)).flatMap((row) => momentViolations(row, quiet, lastTouch)),
    ...rows.flatMap((row) => holdViolations(row, quiet)),
    ...warmthViolations(quiet, lastTouch),
    ...preparationViolations(quiet),
  ];
}

const BY_HAND = /^(edited|snoozed|approved|resumed|to be sent|restored)/;
const BY_SENDER = /^(moved to|sending|put back)/;

/** Ahead, and moved neither by the candidate nor by the sender. */
function isAsPlanned({ state, dueAt, attempt, atOnce, ledger }: FollowUpRow, { now }: Quiet): boolean {
  const isMoved = ledger.some(
    ({ by, what }) => (by === 'candidate' && BY_HAND.test(what)) || (by === 'sender' && BY_SENDER.test(what)),
  );
  return state === 'waiting' && dueAt > now && attempt === 0 && !atOnce && !isMoved;
}

function momentViolations(row: FollowUpRow, quiet: Quiet, lastTouch: Map<string, Date>): Violation[] {
  const { settings } = quiet.model;
  const { day, time } = localTime(row.dueAt, settings.timezone);
  const on = (from: Date | undefined, days: readonly number[]) =>
    from === undefined || days.some((number) => day === daysAfter(localTime(from, settings.timezone).day, number));
  const isAtTheHour = time === settings.remindersAt;
  const wrong = (is: boolean, expected: string): Violation[] =>
    is ? [] : [{ kind: 'wrong', what: `${row.kind} ${row.id} waits for ${day} ${time} there, not for ${expected}` }];
  switch (row.kind) {
    case 'reflection':
      return wrong(isAtTheHour && on(row.since, [settings.reflectionDays]), 'the hour and day of the settings');
    case 'check_in':
      return wrong(
        isAtTheHour && on(lastTouch.get(row.contactId ?? ''), settings.checkInDays),
        'the hour and day of them',
      );
    case 'half_year':
      return wrong(isAtTheHour, `${settings.remindersAt}`);
    case 'interview_prep': {
      const evening = daysAfter(localTime(row.interviewAt!, settings.timezone).day, -1);
      return wrong(day === evening && time === '18:00', `the evening of ${evening}`);
    }
    case 'feedback_request':
    case 'thank_you':
      return letterViolations(row, quiet);
    default:
      return [];
  }
}

function letterViolations(row: FollowUpRow, { model, now }: Quiet): Violation[] {
  const { id, kind, dueAt, since, contactId, ledger } = row;
  const { settings } = model;
  // Its moment came from elsewhere: from a gap, or from the letter in whose place it is.
  const isFree = ledger.every(({ what }) => !what.includes('held')) && !isChosenForAnother(row, model);
  const firstToGo = since.getTime() + settings.delayDays * DAY;
  const zone = model.contact(contactId)?.timezone ?? null;
  const wrong = (is: boolean, what: string): Violation[] =>
    isFree && is ? [{ kind: 'wrong', what: `${kind} ${id} waits for ${dueAt.toISOString()}, ${what}` }] : [];
  return [
    ...wrong(!isInWindow(dueAt, zone, settings), 'which lies in no window'),
    ...wrong(dueAt.getTime() < firstToGo - HOUR, `earlier than ${settings.delayDays} days after the rejection`),
    ...wrong(
      dueAt.getTime() > Math.max(firstToGo, now.getTime()) + NEXT_WINDOW,
      `much later than ${settings.delayDays} days after the rejection`,
    ),
  ];
}

function isChosenForAnother({ applicationId, since }: FollowUpRow, model: Model): boolean {
  return [...model.followUps.values()].some(
    ({ about, notBefore }) =>
      notBefore !== null && about?.applicationId === applicationId && about.since.getTime() === since.getTime(),
  );
}

/** What may pass holds, and holds no longer than it has to. */
function holdViolations(row: FollowUpRow, { model, now }: Quiet): Violation[] {
  const { id, kind, state, heldWhy, heldUntil, audience } = row;
  if (audience !== 'contact') return [];
  const { settings } = model;
  const longest = now.getTime() + settings.gapDays * DAY + HOUR;
  const isAnswer = kind !== 'reopened_outreach';
  const wrong = (is: boolean, what: string): Violation[] =>
    is ? [{ kind: 'wrong', what: `${kind} ${id} ${what}` }] : [];
  const said = model.followUp(id);
  const isFree = state === 'waiting' && !row.atOnce;
  return [
    ...wrong(heldWhy === 'contact_gap' && heldUntil!.getTime() > longest, `is held for longer than the gap is`),
    ...wrong(heldWhy === 'not_looking' && settings.looking, 'is held for not looking, and the candidate looks'),
    ...wrong(
      heldWhy === 'no_letters_until' && heldUntil! > now && heldUntil!.getTime() !== settings.noLettersUntil?.getTime(),
      'is held until another moment than letters are',
    ),
    ...wrong(
      isFree && isBeforeLettersGo(row.dueAt, settings.noLettersUntil, now) && !said.despite.has('no_letters'),
      'waits for a moment at which no letters go',
    ),
    ...wrong(heldWhy === 'disabled' && settings.enabled, 'is held for being switched off, and that is on'),
    ...wrong(isFree && !settings.looking && !said.despite.has('not_looking'), 'waits, and the candidate does not look'),
    ...wrong(
      isFree && isAnswer && !settings.enabled && !said.despite.has('disabled'),
      'waits, and that is switched off',
    ),
    ...wrong(
      isFree && settings.approval === 'review' && said.approvedAt === null && !said.resumed,
      'waits without a yes, and the candidate wants to see every letter',
    ),
  ];
}

const isBeforeLettersGo = (dueAt: Date, until: Date | null, now: Date): boolean =>
  until !== null && until > now && dueAt < until;
