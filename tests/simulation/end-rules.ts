/** What must be true once all faults are over and time enough has passed. */
import { OWNER_ID } from '@app/contracts';
import type { TestDatabase } from '../support/test-database.js';
import { type FollowUpRow, followUpRows } from './follow-up-rows.js';
import type { Model, ModelApplication, ModelRejection } from './model.js';
import { codeOf, type History, isExplained } from './reasons-explained.js';
import { carries, type SimulatedMailServer } from './simulated-mail-server.js';
import type { SimulatedReceiver } from './simulated-receiver.js';
import type { Violation } from './violation.js';

const MOST_TRIES = 12;

/** When something that has to come to an end is due next; reminders of a far future are none of it. */
export async function nextMoment(db: TestDatabase, candidateId: string): Promise<Date | null> {
  const [row] = await db.query<{ next: Date | null }>(
    `select min(at) as next from (
       select retry_at as at from outbox where candidate_id = $1 and parked_at is null
       union all select due_at from webhook_deliveries where candidate_id = $1 and state = 'waiting'
       union all select lease_until from webhook_deliveries where candidate_id = $1 and state = 'sending'
       union all select lease_until from follow_ups where candidate_id = $1 and state = 'sending'
       union all select held_until from follow_ups where candidate_id = $1 and state = 'held'
       union all select greatest(due_at, refused_until, (select max(try_at) from mail_accounts where closed_at is not null))
         from follow_ups where candidate_id = $1 and state = 'held' and held_why = 'mailbox_refused'
       union all select lapses_at from follow_ups where candidate_id = $1 and state = 'held'
         and held_why is distinct from 'by_candidate'
       union all select due_at from follow_ups
         where candidate_id = $1 and (state = 'retrying' or (state = 'waiting' and audience = 'contact'))) moments`,
    [candidateId],
  );
  return row!.next;
}

interface Ended {
  ground: { db: TestDatabase };
  model: Model;
  mail: SimulatedMailServer;
  receiver: SimulatedReceiver;
}

export async function endViolations({ ground: { db }, model, mail, receiver }: Ended): Promise<Violation[]> {
  const rows = await followUpRows(db, OWNER_ID);
  const letters = rows.filter(({ audience }) => audience === 'contact');
  const history = { model, letters, conversations: mail.conversations };
  return [
    ...(await messagesLost(db)),
    ...(await deliveriesLost(db, receiver.taken)),
    ...rows.filter(({ state }) => state === 'sending').map(({ id }) => lost(`${id} is stuck in sending`)),
    ...model.livingApplications.flatMap((one) =>
      one.rejections.flatMap((rejection) => unanswered(one, rejection, letters)),
    ),
    ...letters.filter((row) => !isAtItsEnd(row, history)).map(unexplained),
    ...letters.filter((row) => isForgotten(row, history)).map(forgotten),
  ];
}

async function messagesLost(db: TestDatabase): Promise<Violation[]> {
  const rows = await db.query<{ type: string; last_error: string | null }>(
    'select type, last_error from outbox where candidate_id = $1',
    [OWNER_ID],
  );
  return rows.map(({ type, last_error }) => lost(`${type} was never handled: ${last_error}`));
}

async function deliveriesLost(db: TestDatabase, taken: Set<string>): Promise<Violation[]> {
  const rows = await db.query<{ event: string; id: string | null; state: string | null; attempt: number }>(
    `select e.id as event, d.id, d.state, d.attempt from events e
       left join webhook_deliveries d on d.event_id = e.id
     where e.candidate_id = $1 and e.type in ('follow_up.sent.v1', 'application.rejected.v1', 'follow_up.failed.v1')`,
    [OWNER_ID],
  );
  const isBrought = ({ id, state, attempt }: (typeof rows)[number]) =>
    state === 'delivered' ? taken.has(id!) : state === 'failed' && attempt >= 10;
  return rows
    .filter((row) => !isBrought(row))
    .map(({ event, state }) => lost(`event ${event}: its delivery is ${state}`));
}

const isAnswer = ({ kind }: FollowUpRow) => kind !== 'reopened_outreach';

/** A rejection that stands has a letter, or a line that says why there is none. */
function unanswered(
  { id }: ModelApplication,
  { receivedAt, stands }: ModelRejection,
  letters: FollowUpRow[],
): Violation[] {
  const answers = letters.filter(
    (row) => row.applicationId === id && isAnswer(row) && row.since.getTime() === receivedAt.getTime(),
  );
  return stands && answers.length === 0 ? [lost(`nothing was planned for the rejection of application ${id}`)] : [];
}

function isAtItsEnd(row: FollowUpRow, history: History): boolean {
  const { model, conversations } = history;
  const own = conversations.filter((one) => carries(one, row.id));
  switch (row.state) {
    case 'sent':
    case 'answered':
    case 'draft':
      return true;
    case 'unconfirmed':
      return own.some(({ isAsked, isRefused }) => isAsked && !isRefused);
    case 'held':
      return (
        row.heldWhy === 'by_candidate' || (!isAnswer(row) && row.heldWhy === 'not_looking' && !model.settings.looking)
      );
    case 'failed':
      return (
        row.attempt >= MOST_TRIES ||
        own.some(
          ({ isRefused, ending }) => isRefused && (ending === 'noSuchMailbox' || codeOf(row) === 'already_pending'),
        )
      );
    case 'cancelled':
      return row.ledger.at(-1)!.by === 'candidate' ? model.followUp(row.id).cancelled : isExplained(row, history);
    case 'skipped':
      return isExplained(row, history);
    default:
      return false;
  }
}

/** An acceptance that was taken back ends nothing; what else could have ended it by then did not happen to this letter. */
function isForgotten(row: FollowUpRow, { model, letters }: History): boolean {
  if (!isAnswer(row) || codeOf(row) !== 'offer_accepted' || row.state !== 'cancelled') return false;
  const application = model.application(row.applicationId);
  const contact = model.contact(row.contactId);
  const rejection = model.rejectionOf(row);
  if (!application || !contact || !rejection?.stands || application.rejections.length > 1) return false;
  const isAlone = letters.every(
    ({ id, applicationId, contactId }) =>
      id === row.id || (applicationId !== row.applicationId && contactId !== row.contactId),
  );
  const isWrittenSince = [contact.lastMailIn, contact.lastMailOut].some((at) => at !== null && at > row.since);
  const isSpoilt = application.contactChanged || application.wasDeleted || contact.ever.size > 0 || isWrittenSince;
  const wasInTime = model.acceptances.every(({ at, forgottenAt }) => at <= row.since || isSoon(forgottenAt, row));
  return isAlone && !isSpoilt && wasInTime && !model.ever.has('disabled') && !model.isAcceptedSince(row.since);
}

const isSoon = (at: Date | null, { since }: FollowUpRow) =>
  at !== null && at.getTime() - since.getTime() < 10 * 86_400_000;

const lost = (what: string): Violation => ({ kind: 'lost', what });
const unexplained = ({ kind, id, state, heldWhy, whyCode, endedWhy, ledger }: FollowUpRow): Violation =>
  lost(`${kind} ${id} is ${state} for no reason: ${heldWhy ?? endedWhy ?? whyCode} / ${JSON.stringify(ledger.at(-1))}`);
const forgotten = ({ kind, id }: FollowUpRow): Violation =>
  lost(`${kind} ${id} ended for an offer that was given back, and was not planned again`);
