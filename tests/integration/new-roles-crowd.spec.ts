import { Database, NewRoleNote } from '@app/database';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { anAd, type ServedBoard } from '../support/board.server.js';
import { eventually } from '../support/eventually.js';
import type { House } from '../support/house.js';
import type { RadarHouse } from '../support/radar-house.js';
import { RolesHouse } from '../support/roles-house.js';

jest.setTimeout(180_000);

const PEOPLE = Array.from({ length: 300 }, () => randomUUID());
const [WARM, COLD, CONTENT, OPTED_OUT] = PEOPLE as [string, string, string, string];

describe('many who watch one board', () => {
  let roles: RolesHouse;
  let radar: RadarHouse;
  let house: House;
  let board: ServedBoard;
  let boardId: string;

  beforeAll(async () => {
    roles = await RolesHouse.open();
    ({ radar, house } = roles);
    board = radar.boards.board('greenhouse', 'crowd', [anAd('7'), anAd('8')]);
    boardId = await watchAll();
    await radar.swept('crowd', 1);
  });
  afterAll(() => radar.close());

  async function watchAll(): Promise<string> {
    const id = randomUUID();
    const insert = (sql: string, people: string[], ...more: string[]) =>
      house.db.query(`insert into ${sql} from unnest($1::uuid[]) as id`, [people, ...more]);
    await insert(`candidates (id, name, email) select id, 'One of many', id || '@example.org'`, PEOPLE);
    await insert(`companies (id, candidate_id, name, name_key) select id, id, 'Crowd', 'crowd'`, PEOPLE);
    await insert(`vacancies (id, candidate_id, company_id, title) select id, id, id, 'Engineer'`, PEOPLE);
    const contacts = 'contacts (id, candidate_id, company_id, name, role, last_touch_at, do_not_contact)';
    const knowing = `${contacts} select id, id, id, 'Dana', 'recruiter'`;
    await insert(`${knowing}, now(), false`, [WARM, CONTENT]);
    await insert(`${knowing}, now() - interval '1 year', false`, [COLD]);
    await insert(`${knowing}, now(), true`, [OPTED_OUT]);
    await house.db.query(`update candidates set settings = '{"looking": false}' where id = $1`, [CONTENT]);
    const sql = `insert into boards (id, provider, slug, next_sweep_at) values ($1, 'greenhouse', 'crowd', null)`;
    await house.db.query(sql, [id]);
    const watches = `watches (id, candidate_id, board_id, vacancy_id, posting_id) select id, id, $2, id, '7'`;
    await insert(watches, PEOPLE, id);
    await house.db.query('update boards set next_sweep_at = now() where id = $1', [id]);
    return id;
  }

  it('cost the board one request, and each is told or not by their own rows', async () => {
    board.add(anAd('9'));
    await roles.sweep('crowd', () => house.restartWorker());
    const told = await house.db.query<{ id: string }>(
      `select candidate_id as id from follow_ups where kind = 'new_roles'`,
    );
    expect(told.map(({ id }) => id)).toEqual([WARM]);
    const events = await house.db.query<{ id: string }>(
      `select candidate_id as id from events where type = 'company.roles_appeared.v1'`,
    );
    expect(events.map(({ id }) => id)).toEqual([WARM]);
    expect(board.requests).toHaveLength(2);
    expect(await house.db.query('select 1 from new_role_notes')).toEqual([]);
  });

  it('see no note of another, and the HTTP service none at all', async () => {
    await house.worker.kill();
    await house.db.query(
      `insert into new_role_notes (id, candidate_id, board_id, announced_at, told_apart)
       select id, id, $2, now(), '[]' from unnest($1::uuid[]) as id`,
      [[WARM, COLD], boardId],
    );
    const worker = await Database.connect(house.db.workerUrl, { name: 'test', poolSize: 1 });
    const api = await Database.connect(house.db.apiUrl, { name: 'test', poolSize: 1 });
    const seen = await worker.asCandidate(WARM, (tx) => tx.find(NewRoleNote));
    expect(seen.map(({ candidateId }) => candidateId)).toEqual([WARM]);
    const theirs = await worker.asCandidate(WARM, (tx) => tx.delete(NewRoleNote, { candidateId: COLD }));
    expect(theirs.affected).toBe(0);
    await expect(api.asCandidate(WARM, (tx) => tx.find(NewRoleNote))).rejects.toThrow(/permission denied/);
    await Promise.all([worker.close(), api.close()]);
  });

  it('are told of later ones in the same word, and a note of nothing is forgotten', async () => {
    await house.db.query('delete from new_role_notes');
    await house.restartWorker();
    board.add(anAd('10'));
    await roles.sweep('crowd');
    await house.db.query(
      `insert into new_role_notes (id, candidate_id, board_id, announced_at, told_apart)
       select gen_random_uuid(), $1, $2, now() - interval '1 hour', '[]'`,
      [WARM, boardId],
    );
    const taken = async () => (await house.db.query('select 1 from new_role_notes')).length === 0;
    await eventually(taken, { what: 'the note being taken up' });
    const [word, ...more] = await house.db.query<{ details: { announcements: object[] } }>(
      `select details from follow_ups where kind = 'new_roles'`,
    );
    expect([word!.details.announcements.length, more]).toEqual([2, []]);
  });
});
