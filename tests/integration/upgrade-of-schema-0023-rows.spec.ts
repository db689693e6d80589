/** What migrations do to an installation from before the rooms; `upgrade-of-schema-0023.spec.ts` starts the services on it. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type FormerDatabase, formerDatabase, SCHEMA_0023 } from '../support/former-version.js';
import { columnsOf, type Contents, contentsOf } from '../support/stored-rows.js';

jest.setTimeout(180_000);

/** Nothing was in them: what they hold for a moment had been taken up. */
const EMPTY = ['board_turns', 'new_role_notes', 'robots', 'sightings'];

let db: FormerDatabase;
let before: Contents;
let migrated: Contents;
let places: object[];
const placed = () => db.query('select id, position::text as place from events order by events.position, id');
beforeAll(async () => {
  db = await formerDatabase(SCHEMA_0023);
  const columns = await columnsOf(db);
  before = await contentsOf(db, columns);
  places = await placed();
  await db.upgrade();
  migrated = await contentsOf(db, columns);
});
afterAll(() => db.drop());

/** The columns of it that were not there, each with all that it holds. */
async function addedTo(table: string): Promise<Record<string, unknown[]>> {
  const now = (await columnsOf(db))[table]!;
  const added = now.filter((column) => !before[table]!.columns.includes(column));
  const values = (column: string) => db.query(`select distinct "${column}" as value from ${table}`);
  const found = await Promise.all(added.map(async (column) => [column, await values(column)] as const));
  return Object.fromEntries(found.map(([column, rows]) => [column, rows.map(({ value }) => value)]));
}

describe('the migrations after 0023', () => {
  it('keep every row as it was', () => {
    // Another server counts the places of events anew.
    const kept = (contents: Contents) => ({ ...contents, event_clock: null });
    expect(kept(migrated)).toEqual(kept(before));
    const empty = Object.keys(before).filter((table) => before[table]!.rows.length === 0);
    expect(empty.toSorted()).toEqual(EMPTY);
  });

  it('leave every event at its place, and place the next one behind them all', async () => {
    expect(await placed()).toEqual(places);
    const [next] = await db.query('select event_position() > (select max(position) from events) as "isLast"');
    expect(next).toEqual({ isLast: true });
  });

  it('take back nothing, pass over nothing and keep no former secret of it', async () => {
    expect(await addedTo('follow_ups')).toEqual({ despite_no_letters: [false] });
    expect(await addedTo('imports')).toEqual({ removed: [0], kept: [null] });
    expect(await addedTo('webhook_endpoints')).toEqual({ former_secret_sealed: [null], former_secret_until: [null] });
  });

  it('take no two entries for one person, and ask for no page', async () => {
    const added = Object.keys(await columnsOf(db)).filter((table) => !(table in before));
    expect(added.toSorted()).toEqual(['contact_merge_rows', 'contact_merges', 'page_readings', 'reflections']);
    for (const table of added.filter((name) => name !== 'reflections'))
      expect([table, await db.query(`select from ${table}`)]).toEqual([table, []]);
  });

  it('know what was looked back on, by the reminder that was called done, and since when', async () => {
    const kept = await db.query(
      `select v.title, r.looked_back_at as at, r.skipped_at as skipped, r.asked, r.version from reflections r
       join applications a on a.id = r.application_id join vacancies v on v.id = a.vacancy_id`,
    );
    const [said] = await db.query<{ at: Date }>(
      `select l.at from follow_up_ledger l join follow_ups f on f.id = l.follow_up_id where f.kind = 'reflection' and what_code = 'done'`,
    );
    expect(kept).toEqual([{ title: 'Engineer donelook', at: said!.at, skipped: null, asked: null, version: 1 }]);
  });

  it('know of each vacancy that reopened why that was concluded', async () => {
    const kept = await db.query<{ reopening: object }>(
      `select reopening from vacancy_observations where concluded = 'reopened' order by vacancy_id, observed_at`,
    );
    const told = await db.query<{ data: { closedAt: string; evidence: object } }>(
      `select data from events where type = 'vacancy.reopened.v1' order by (data ->> 'vacancyId')::uuid, data ->> 'observedAt'`,
    );
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.map(({ reopening }) => reopening)).toEqual(
      told.map(({ data: { closedAt, evidence } }) => ({ closedAt, evidence })),
    );
  });

  it('change nothing when they are run again', async () => {
    const columns = await columnsOf(db);
    const once = await contentsOf(db, columns);
    await db.upgrade();
    expect(await contentsOf(db, columns)).toEqual(once);
  });
});
