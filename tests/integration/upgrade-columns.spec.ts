import { OWNER_ID } from '@app/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { type FormerDatabase, formerDatabase } from '../support/former-version.js';
import { type Contents, columnsOf, contentsOf, followUpsOf, type Stored, the } from '../support/stored-rows.js';

jest.setTimeout(120_000);

const DAY = 86_400_000;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let db: FormerDatabase;
let before: Contents;
let places: object[];
let rows: Stored[];
beforeAll(async () => {
  db = await formerDatabase();
  const columns = await columnsOf(db);
  columns.events = columns.events!.filter((name) => name !== 'xid');
  columns.follow_up_attempts = columns.follow_up_attempts!.filter((name) => name !== 'code');
  before = await contentsOf(db, columns);
  places = await db.query('select id, xid::text as place from events order by id');
  await db.upgrade();
  rows = await followUpsOf(db);
});
afterAll(() => db.drop());

describe('the migrations, run on a database of the former version,', () => {
  it('keep every row as it was', async () => {
    const columns = Object.fromEntries(Object.entries(before).map(([table, { columns: kept }]) => [table, kept]));
    const after = await contentsOf(db, columns);
    // One for each candidate: everybody's plan is looked at once.
    const isOfUpgrade = (row: string) => row.includes('plans.outdated.v1');
    expect(after.outbox!.rows.filter(isOfUpgrade)).toHaveLength(before.candidates!.rows.length);
    after.outbox!.rows = after.outbox!.rows.filter((row) => !isOfUpgrade(row));
    // The route of a key is kept as its hash.
    const keys = before.idempotency_keys!.rows.map((row) => row.replace(/(?<="route": ")[^"]*/, sha256));
    expect(keys).not.toEqual(before.idempotency_keys!.rows);
    expect(after).toEqual({ ...before, idempotency_keys: { ...before.idempotency_keys, rows: keys } });
    expect(before.follow_ups!.rows.length).toBeGreaterThan(300);
  });

  it('leave every event where it was, and place the next one behind them all', async () => {
    expect(await db.query('select id, position::text as place from events order by id')).toEqual(places);
    expect(places.length).toBeGreaterThan(100);
    const [next] = await db.query('select event_position() > (select max(position) from events) as "isLast"');
    expect(next).toEqual({ isLast: true });
  });

  it('change nothing when they are run again', async () => {
    const columns = await columnsOf(db);
    const once = await contentsOf(db, columns);
    await db.upgrade();
    expect(await contentsOf(db, columns)).toEqual(once);
  });

  const said = (row: Stored, what: string) =>
    row.ledger.findLast((line) => line.by === 'candidate' && line.what === what)!.at;

  it.each(['approved', 'approvedheld', 'reopenedapproved'])('know that %s was approved', (who) => {
    const row = the(rows, who, who === 'reopenedapproved' ? 'reopened_outreach' : 'feedback_request');
    expect(row.approvedAt).toEqual(said(row, 'approved'));
  });

  it.each([
    ['resumed', 'resumed'],
    ['snoozedsent', 'to be sent at once'],
    ['approvedsent', 'to be sent at once'],
    ['drop.resend', 'to be sent again'],
  ])('know that a yes to %s was meant as well: %s', (who, what) => {
    const row = the(rows, who, 'feedback_request');
    expect(row.approvedAt).toEqual(said(row, what));
  });

  it('know what was not approved', () => {
    const yes = new Set(['approved', 'resumed', 'to be sent at once', 'to be sent again']);
    const isLetGo = ({ ledger }: Stored) => ledger.some(({ by, what }) => by === 'candidate' && yes.has(what));
    expect(rows.filter(({ approvedAt }) => approvedAt !== null).length).toBeGreaterThan(5);
    expect(rows.filter((row) => (row.approvedAt !== null) !== isLetGo(row))).toEqual([]);
  });

  it.each([
    ['snoozed', 25],
    ['moved', 20],
    ['editedmoved', 21],
    ['draftsnoozed', 12],
    ['snoozedback', 10],
  ])('know the moment that was chosen for %s', (who, days) => {
    const row = the(rows, who, 'feedback_request');
    expect(row.chosenAt).toEqual(row.dueAt);
    expect(Math.round((Number(row.chosenAt) - Number(row.createdAt)) / DAY)).toBe(days);
  });

  it('know when a letter was let go, and forget a moment that it did not wait for', () => {
    expect(the(rows, 'resumed', 'feedback_request').chosenAt).toEqual(
      said(the(rows, 'resumed', 'feedback_request'), 'resumed'),
    );
    const hurried = the(rows, 'snoozedsent', 'feedback_request');
    expect(hurried.chosenAt).toEqual(said(hurried, 'to be sent at once'));
    const moved = the(rows, 'later.moved', 'feedback_request');
    expect([moved.state, moved.ledger[1]!.why]).toEqual(['retrying', `due ${moved.chosenAt!.toISOString()}`]);
    const untouched = ['far', 'edited', 'held', 'draft', 'due1'].map(
      (who) => the(rows, who, 'feedback_request').chosenAt,
    );
    expect(untouched).toEqual([null, null, null, null, null]);
  });

  it('know whose words were edited', () => {
    const edited = rows.filter(({ editedAt }) => editedAt !== null);
    expect(edited.map(({ who }) => who).toSorted()).toEqual(
      ['dueedited', 'draftedited', 'edited', 'editedmoved', 'heldedited', 'reopenedtwice'].toSorted(),
    );
    for (const row of edited) expect(row.editedAt).toEqual(row.ledger.find(({ what }) => what === 'edited')!.at);
  });

  it.each([
    ['cancelled', 'feedback_request', 'candidate', null, 'draft'],
    ['heldcancelled', 'feedback_request', 'candidate', null, 'draft'],
    ['draftcancelled', 'feedback_request', 'candidate', null, 'draft'],
    ['drop.cancelled', 'feedback_request', 'candidate', null, 'unconfirmed'],
    ['cancelled', 'reflection', 'candidate', null, 'waiting'],
    ['interviewcancelled', 'interview_prep', 'candidate', null, 'waiting'],
    ['sent', 'reflection', 'candidate', null, 'sent'],
    ['snoozedsent', 'reflection', 'candidate', null, 'waiting'],
    ['theywrote', 'feedback_request', 'stop_rule', null, null],
    ['optedout', 'feedback_request', 'stop_rule', null, null],
    ['toolate', 'feedback_request', 'plan', 'too_late', null],
    ['disabled', 'thank_you', 'plan', 'disabled', null],
    ['notlooking', 'reopened', 'plan', 'not_looking', null],
    ['far', 'feedback_request', null, null, null],
  ])('know of %s, %s, what ended it and what it was', (who, kind, endedBy, endedWhy, priorState) => {
    expect(the(rows, who, kind)).toMatchObject({ endedBy, endedWhy, priorState });
  });

  it('tell the letters of one rejection from those of another, also at the same moment', async () => {
    const lettersAt = (who: string) => rows.filter((row) => row.who === who && row.kind === 'feedback_request');
    const standing = await db.query<{ id: string }>('select id from rejections where revoked_at is null');
    const stands = (row: Stored) => standing.some(({ id }) => id === row.rejectionId);
    expect(lettersAt('takenback').map((row) => [row.state, stands(row)])).toEqual([
      ['cancelled', false],
      ['waiting', true],
    ]);
    expect(lettersAt('sameagain').map((row) => [row.state, stands(row)])).toEqual([
      ['skipped', false],
      ['waiting', true],
    ]);
    const kinds = new Set(['feedback_request', 'thank_you', 'reflection', 'find_contact']);
    expect(rows.filter(({ kind, rejectionId }) => kinds.has(kind) !== (rejectionId !== null))).toEqual([]);
  });

  it('know with whom a rejection was, whoever is the contact now', async () => {
    const found = await db.query<{ title: string; who: string | null; now: string | null }>(
      `select v.title, c.email as who, n.email as now from rejections r join applications a on a.id = r.application_id
       join vacancies v on v.id = a.vacancy_id left join contacts c on c.id = r.contact_id left join contacts n on n.id = a.contact_id
       where v.title like any ('{% othercontact,% foundlater,% takenback,% far}') order by r.id`,
    );
    expect(
      found.map(({ title, who, now }) => [title.slice(9), who?.split('@')[0] ?? null, now?.split('@')[0]]),
    ).toEqual([
      ['far', 'far', 'far'],
      ['takenback', 'takenback', 'takenback'],
      ['takenback', 'takenback', 'takenback'],
      ['othercontact', 'othercontact', 'other.person'],
      ['foundlater', null, 'found.later'],
    ]);
  });

  it('keep of the interviews that were said what was and what is to come, and whose preparation is whose', async () => {
    const interviews = await db.query<{ id: string; title: string; days: number }>(
      `select i.id, v.title, round(extract(epoch from i.scheduled_at - i.created_at) / 86400, 1)::float as days from interviews i
       join applications a on a.id = i.application_id join vacancies v on v.id = a.vacancy_id where a.candidate_id = $1
       order by v.title, i.scheduled_at`,
      [OWNER_ID],
    );
    expect(
      interviews
        .filter(({ title }) => !title.endsWith('unhandledinterview'))
        .map(({ title, days }) => [title.slice(9), days]),
    ).toEqual([
      ['interview', 9],
      ['interviewcancelled', 7.5],
      ['interviewheld', 7],
      ['interviewpast', -6],
      ['interviewpast', 4],
      ['interviewrejected', 6],
      ['interviewsoon', 8],
    ]);
    const prepared = rows.filter(
      ({ kind, state }) => kind === 'interview_prep' && (state === 'waiting' || state === 'held'),
    );
    expect(prepared.filter(({ interviewId }) => interviewId === null)).toEqual([]);
  });

  it('know addresses that somebody had', async () => {
    const former = await db.query('select email_key, former_keys from contacts where former_keys <> $1', [[]]);
    expect(former).toEqual([{ email_key: 'formerly.now@firms.example', former_keys: ['formerly@firms.example'] }]);
  });
});
