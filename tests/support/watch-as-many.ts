import { randomUUID } from 'node:crypto';
import type { House } from './house.js';

/** One vacancy each, watched on one board, as the HTTP service leaves it for each of them. */
export async function watchAsMany(house: House, people: string[], slug: string, postingId: string): Promise<void> {
  const boardId = randomUUID();
  const insert = (sql: string, ...more: string[]) =>
    house.db.query(`insert into ${sql} from unnest($1::uuid[]) as id`, [people, ...more]);
  await insert(`candidates (id, name, email) select id, 'One of many', id || '@example.org'`);
  await insert(`companies (id, candidate_id, name, name_key) select id, id, 'Initech', 'initech'`);
  await insert(`vacancies (id, candidate_id, company_id, title) select id, id, id, 'Engineer'`);
  const board = `insert into boards (id, provider, slug, next_sweep_at) values ($1, 'greenhouse', $2, null)`;
  await house.db.query(board, [boardId, slug]);
  const watches = 'watches (id, candidate_id, board_id, vacancy_id, posting_id) select id, id, $2, id, $3';
  await insert(watches, boardId, postingId);
  await house.db.query('update boards set next_sweep_at = now() where id = $1', [boardId]);
}
