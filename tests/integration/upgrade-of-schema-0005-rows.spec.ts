/** What migrations do to an installation that they find; `upgrade-of-schema-0005.spec.ts` starts the services on it. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { type FormerDatabase, formerDatabase, SCHEMA_0005 } from '../support/former-version.js';
import { columnsOf, type Contents, contentsOf } from '../support/stored-rows.js';

jest.setTimeout(180_000);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const IMPORTS = 'POST /api/v1/imports';

let db: FormerDatabase;
let before: Contents;
let migrated: Contents;
let places: { id: string; place: string }[];
beforeAll(async () => {
  db = await formerDatabase(SCHEMA_0005);
  const columns = await columnsOf(db);
  columns.events = columns.events!.filter((name) => name !== 'xid');
  columns.follow_up_attempts = columns.follow_up_attempts!.filter((name) => name !== 'code');
  before = await contentsOf(db, columns);
  places = await db.query('select id, xid::text as place from events order by events.xid, id');
  await db.upgrade();
  migrated = await contentsOf(db, columns);
});
afterAll(() => db.drop());

describe('the migrations after 0005', () => {
  it('keep every row as it was, but for the keys of requests', () => {
    const kept = (contents: Contents) => ({ ...contents, idempotency_keys: null });
    expect(kept(migrated)).toEqual(kept(before));
    const empty = Object.keys(before).filter((table) => before[table]!.rows.length === 0);
    expect(empty).toEqual([]);
  });

  it('know each key by the hash of its route, and let those of imports go', () => {
    const rows = (contents: Contents) =>
      contents.idempotency_keys!.rows.map((row) => JSON.parse(row) as { route: string; key: string; answer: object });
    const expected = rows(before).filter(({ route }) => !route.startsWith(IMPORTS));
    expect(rows(before).length).toBe(expected.length + 2);
    const kept = rows(migrated).map(({ route, key, answer }) => JSON.stringify([route, key, answer]));
    expect(kept.toSorted()).toEqual(
      expected.map(({ route, key, answer }) => JSON.stringify([sha256(route), key, answer])).toSorted(),
    );
  });

  it('leave every event at its place', async () => {
    expect(await db.query('select id, position::text as place from events order by events.position, id')).toEqual(
      places,
    );
    expect(places.map(({ id }) => id)).not.toEqual(places.map(({ id }) => id).toSorted());
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
});
