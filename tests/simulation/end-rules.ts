/** What must be true once all faults are over and time enough has passed. */
import { reasonText } from '@app/follow-ups';
import { OWNER_ID } from '@app/contracts';
import type { TestDatabase } from '../support/test-database.js';
import type { Model, ModelApplication, ModelRejection } from './model.js';
import { followUpRows, type FollowUpRow } from './row-rules.js';
import { carries, type Conversation, type SimulatedMailServer } from './simulated-mail-server.js';
import type { Violation } from './violation.js';
import type { SimulatedReceiver } from './simulated-receiver.js';

const TOO_LATE = 14 * 86_400_000;
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
  return [
    ...(await messagesLost(db)),
    ...(await deliveriesLost(db, receiver.taken)),
    ...rows.filter(({ state }) => state === 'sending').map(({ id }) => lost(`${id} is stuck in sending`)),
    ...model.applications.flatMap((one) => one.rejections.flatMap((rejection) => unanswered(one, rejection, letters))),
    ...letters.filter((row) => !isExplained(row, model, letters, mail.conversations)).map(unexplained),
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

/** A rejection that stands has a letter, or a line that says why there is none. */
function unanswered(
  { id }: ModelApplication,
  { receivedAt, stands }: ModelRejection,
  letters: FollowUpRow[],
): Violation[] {
  const answers = letters.filter(
    (row) =>
      row.applicationId === id && row.kind !== 'reopened_outreach' && row.since.getTime() === receivedAt.getTime(),
  );
  return stands && answers.length === 0 ? [lost(`nothing was planned for the rejection of application ${id}`)] : [];
}

function isExplained(row: FollowUpRow, model: Model, letters: FollowUpRow[], all: readonly Conversation[]): boolean {
  const own = all.filter((one) => carries(one, row.id));
  const said = model.followUp(row.id);
  switch (row.state) {
    case 'sent':
    case 'answered':
    case 'draft':
      return true;
    case 'unconfirmed':
      return own.some(({ isAsked, isRefused }) => isAsked && !isRefused);
    case 'held':
      return row.heldWhy === 'by_candidate';
    case 'failed':
      return row.attempt >= MOST_TRIES || own.some(({ isRefused, ending }) => isRefused && !ending.startsWith('busy'));
    case 'cancelled':
      return row.ledger.at(-1)!.by === 'candidate'
        ? said.cancelled
        : isTrue(row.ledger.at(-1)!.why!, row, model, letters);
    case 'skipped':
      return (
        isTrue(row.why.slice(row.why.indexOf(': ') + 2), row, model, letters) || isTrue(row.why, row, model, letters)
      );
    default:
      return false;
  }
}

/** Whether the reason that a letter was given up for was ever one. */
function isTrue(why: string, row: FollowUpRow, model: Model, letters: FollowUpRow[]): boolean {
  const contact = model.contact(row.contactId);
  const application = model.application(row.applicationId);
  const isSince = (at: Date | null | undefined) => at !== null && at !== undefined && at > row.since;
  const code = why.split(':')[0]!;
  const reasons: Record<string, boolean | undefined> = {
    [reasonText({ code: 'no_address' })]: !contact || contact.ever.has('no_address') || application?.contactChanged,
    [reasonText({ code: 'do_not_contact' })]: contact?.ever.has('do_not_contact'),
    [reasonText({ code: 'address_bounced' })]: contact?.ever.has('address_bounced'),
    [reasonText({ code: 'contact_wrote' })]: isSince(contact?.lastMailIn),
    [reasonText({ code: 'candidate_wrote' })]: isSince(contact?.lastMailOut),
    [reasonText({ code: 'no_longer_rejected' })]: application?.rejections.some(({ stands }) => !stands),
    [reasonText({ code: 'offer_accepted' })]: model.ever.has('offer_accepted'),
    [reasonText({ code: 'not_looking' })]: model.ever.has('not_looking'),
    'They gave their reasons; no need to ask.': application?.rejections.some(({ hasReasons }) => hasReasons),
    'The application has another contact now.': application?.contactChanged,
    'The rejection was recorded anew.': application?.rejections.some(({ stands }) => !stands),
    too_late: row.createdAt.getTime() - row.since.getTime() > TOO_LATE,
    disabled: model.ever.has('disabled'),
    no_human_contact: application?.rejections.some(({ stage }) => stage === 'applied'),
    already_pending: letters.some(({ id, contactId }) => id !== row.id && contactId === row.contactId),
  };
  return (reasons[why] ?? reasons[code]) === true;
}

const lost = (what: string): Violation => ({ kind: 'lost', what });
const unexplained = ({ kind, id, state, why, ledger }: FollowUpRow): Violation =>
  lost(`${kind} ${id} is ${state} for no reason: ${why} / ${JSON.stringify(ledger.at(-1))}`);
