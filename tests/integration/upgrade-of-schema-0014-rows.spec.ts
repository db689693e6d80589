/** What migrations do to an installation that had no app; `upgrade-of-schema-0014.spec.ts` starts the services on it. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type FormerDatabase, formerDatabase, SCHEMA_0014 } from '../support/former-version.js';
import { columnsOf, type Contents, contentsOf } from '../support/stored-rows.js';

jest.setTimeout(180_000);

/** Nothing was in them: what they hold for a moment had been taken up. */
const EMPTY = ['board_turns', 'new_role_notes', 'sightings'];

let db: FormerDatabase;
let before: Contents;
let migrated: Contents;
let places: { id: string; place: string }[];
beforeAll(async () => {
  db = await formerDatabase(SCHEMA_0014);
  const columns = await columnsOf(db);
  before = await contentsOf(db, columns);
  places = await db.query('select id, position::text as place from events order by events.position, id');
  await db.upgrade();
  migrated = await contentsOf(db, columns);
});
afterAll(() => db.drop());

describe('the migrations after 0014', () => {
  it('keep every row as it was, and every sentence as it read', () => {
    // Another server counts the places of events anew.
    const kept = (contents: Contents) => ({ ...contents, event_clock: null });
    expect(kept(migrated)).toEqual(kept(before));
    const empty = Object.keys(before).filter((table) => before[table]!.rows.length === 0);
    expect(empty.toSorted()).toEqual(EMPTY);
  });

  it('leave every event at its place, and place the next one behind them all', async () => {
    const now = await db.query('select id, position::text as place from events order by events.position, id');
    expect(now).toEqual(places);
    const [next] = await db.query('select event_position() > (select max(position) from events) as "isLast"');
    expect(next).toEqual({ isLast: true });
  });

  it('know a code for every sentence that was ours', async () => {
    const unknown = await db.query(
      `select what_facts ->> 'text' as text from follow_up_ledger where what_code = 'as_written'
       union select why_facts ->> 'text' from follow_up_ledger where why_code = 'as_written'
       union select why_facts ->> 'text' from follow_ups where why_code = 'as_written'`,
    );
    expect(unknown).toEqual([]);
  });

  it('leave the words of the candidate and of mail servers to them, whatever they look like', async () => {
    const said = await db.query<{ code: string; words: string }>(
      `select distinct why_code as code, coalesce(why_facts ->> 'words', why_facts ->> 'said', why_facts ->> 'last.said') as words
       from follow_up_ledger where why_facts ?| array['words', 'said', 'last.said'] order by 1, 2`,
    );
    const captured = / as \w+-\w+\.eml$/;
    expect([...new Set(said.map(({ code, words }) => `${code}: ${words.replace(captured, '')}`))]).toEqual([
      'candidate_said: I called her instead.',
      'candidate_said: The contact was deleted.',
      'mailbox_refused: 550 5.7.1 Relaying denied',
      'server_said: 250 2.0.0 Queued as SCRIPTED',
      'server_said: 250 Captured',
      'server_said: 451 4.3.0 Try again later',
      'server_said: 550 5.1.1 No such user here',
    ]);
  });

  it('let in whoever came in by a token, and nobody else', async () => {
    const found = await db.query(
      `select distinct kind, scopes, last_used_at, expires_at, idle_until, revoked_at, opened_by from credentials`,
    );
    const ofToken = { kind: 'token', scopes: null, last_used_at: null, expires_at: null, idle_until: null };
    expect(found).toEqual([{ ...ofToken, revoked_at: null, opened_by: null }]);
  });

  it('take nothing of it for a sample', async () => {
    const samples = await db.query(
      ['companies', 'contacts', 'vacancies', 'applications', 'follow_ups', 'events']
        .map((table) => `select '${table}' as table from ${table} where sample`)
        .join(' union all ') + ` union all select 'samples' from samples`,
    );
    expect(samples).toEqual([]);
  });

  it('change nothing when they are run again', async () => {
    const columns = await columnsOf(db);
    const once = await contentsOf(db, columns);
    await db.upgrade();
    expect(await contentsOf(db, columns)).toEqual(once);
  });
});
