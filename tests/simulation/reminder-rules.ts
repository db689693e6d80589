/** Nobody who turned the candidate down is forgotten, and each interview ahead has its evening. */
import type { Stage } from '@app/contracts';
import type { FollowUpRow } from './follow-up-rows.js';
import { daysAfter, localTime } from './local-time.js';
import type { ModelApplication } from './model.js';
import type { ModelSettings } from './model-settings.js';
import { AHEAD, type Quiet } from './quiet.js';
import { wasOptedOut } from './stop-rules.js';
import type { Violation } from './violation.js';

/** While the candidate looks, something is ahead; a check-in whose day has not come is, unless it was cancelled or could not be sent. */
export function warmthViolations({ model, rows, now }: Quiet, lastTouch: Map<string, Date>): Violation[] {
  const { settings } = model;
  const turnedDownBy = new Set(
    model.livingApplications.filter(({ stage }) => stage === 'rejected').map(({ contactId }) => contactId),
  );
  const clocks = rows.filter(({ kind }) => kind === 'check_in' || kind === 'half_year');
  const own = (id: string) => clocks.filter(({ contactId }) => contactId === id);
  const isGivenUp = (row: FollowUpRow) =>
    row.state === 'failed' || model.followUp(row.id).cancelled || isDoneAtOnce(row);
  const isComing = (id: string) => own(id).some(({ state }) => AHEAD.has(state));
  const isChecked = (id: string, touched: Date) =>
    own(id).some(
      ({ kind, state, since }) =>
        kind === 'check_in' && (AHEAD.has(state) || (state === 'sent' && since.getTime() === touched.getTime())),
    );
  const isMissed = (id: string, touched: Date) => isCheckInAhead(touched, now, settings) && !isChecked(id, touched);
  return model.livingContacts
    .filter((contact) => turnedDownBy.has(contact.id) && lastTouch.has(contact.id) && !wasOptedOut(model, contact))
    .filter(({ id }) => !own(id).some(isGivenUp))
    .filter(({ id }) => (settings.looking && !isComing(id)) || isMissed(id, lastTouch.get(id)!))
    .map(({ id, name }) => lost(`nothing reminds of ${name}, ${id}`));
}

/** At the very moment of the touch that it counts from: there is nothing between the two that the clock could go on from. */
function isDoneAtOnce({ state, since, ledger }: FollowUpRow): boolean {
  return state === 'done' && new Date(ledger.at(-1)!.at).getTime() === since.getTime();
}

function isCheckInAhead(touched: Date, now: Date, { timezone, checkInDays, remindersAt }: ModelSettings): boolean {
  const { day } = localTime(touched, timezone);
  const today = localTime(now, timezone);
  return checkInDays.some((days) => `${daysAfter(day, days)} ${remindersAt}` > `${today.day} ${today.time}`);
}

export function preparationViolations(quiet: Quiet): Violation[] {
  const preparations = quiet.rows.filter(({ kind }) => kind === 'interview_prep');
  return quiet.model.applications.flatMap((application) =>
    ofApplication(
      application,
      preparations.filter(({ applicationId }) => applicationId === application.id),
      quiet,
    ),
  );
}

/** One can lie ahead from the beginning; an offer is the end of them. */
export const PREPARED_AT = new Set<Stage | undefined>(['applied', 'screening', 'interview']);

function ofApplication(application: ModelApplication, preparations: FollowUpRow[], { model, now }: Quiet): Violation[] {
  const { id, stage, interviews, deletedAt } = application;
  const isAwaited = PREPARED_AT.has(stage) && deletedAt === null;
  const awaited = isAwaited ? interviews.filter((at) => at > now) : [];
  const isFor = (at: Date) => (row: FollowUpRow) => row.interviewAt?.getTime() === at.getTime();
  const isKept = ({ state, id: preparation }: FollowUpRow) =>
    state !== 'cancelled' || model.followUp(preparation).cancelled;
  const kept = preparations.filter(isKept);
  const waiting = preparations.filter(({ state }) => state === 'waiting' || state === 'held');
  const stray = waiting.filter((row) => !awaited.some((at) => isFor(at)(row)) && row.interviewAt! > now);
  return [
    ...awaited
      .filter((at) => !kept.some(isFor(at)))
      .map((at) => lost(`nothing prepares for the interview at ${at.toISOString()} of application ${id}`)),
    ...awaited.filter((at) => waiting.filter(isFor(at)).length > 1).map((at) => twice(at, id)),
    ...stray.map((row) => gone(row)),
  ];
}

const lost = (what: string): Violation => ({ kind: 'lost', what });
const twice = (at: Date, id: string): Violation => ({
  kind: 'doubled',
  what: `two preparations for the interview at ${at.toISOString()} of application ${id}`,
});
const gone = ({ id, interviewAt }: FollowUpRow): Violation => ({
  kind: 'late',
  what: `interview_prep ${id} is for an interview at ${interviewAt?.toISOString()}, and there is none`,
});
