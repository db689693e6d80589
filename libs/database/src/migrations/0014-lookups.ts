import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAGE = 1_000;

/**
 * What many rows are looked up by at once. An index that begins with the candidate looks, while nobody has counted a table, as good for
 * the check of a key of ours as the key itself, and reads all that the candidate has.
 */
export class Lookups1765650000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES);
    await runner.query('alter table vacancies add column title_key text');
    await keyTitles(runner);
    await runner.query(TITLES);
    await runner.query(BOARDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(FORMER);
  }
}

const INDEXES = `
drop index applications_by_company, applications_by_contact, applications_by_vacancy, contacts_by_company;
create index applications_by_company on applications (company_id, candidate_id);
create index applications_by_contact on applications (contact_id, candidate_id);
create index applications_by_vacancy on applications (vacancy_id, candidate_id);
create index contacts_by_company on contacts (company_id, candidate_id);
`;

const TITLES = `
drop index vacancies_by_company;
-- An address may be longer than a row of an index.
create index vacancies_by_title on vacancies (company_id, title_key, md5(url), candidate_id);
`;

const BOARDS = `
-- Several at once, one a line.
alter policy named on boards
  using (provider || ' ' || slug = any ((select string_to_array(current_setting('app.board', true), e'\\n'))::text[]));
`;

const FORMER = `
alter policy named on boards using (provider || ' ' || slug = current_setting('app.board', true));
drop index vacancies_by_title, applications_by_company, applications_by_contact, applications_by_vacancy, contacts_by_company;
alter table vacancies drop column title_key;
create index vacancies_by_company on vacancies (candidate_id, company_id);
create index applications_by_company on applications (candidate_id, company_id);
create index applications_by_contact on applications (candidate_id, contact_id);
create index applications_by_vacancy on applications (candidate_id, vacancy_id);
create index contacts_by_company on contacts (candidate_id, company_id);
`;

/** Of those that are there. Nothing in them changes: their version stays, and forced row level security is lifted for their owner. */
async function keyTitles(runner: QueryRunner): Promise<void> {
  await runner.query('alter table vacancies no force row level security; alter table vacancies disable trigger user');
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page: { id: string; title: string }[] = await runner.query(
      `select id, title from vacancies where id > $1 order by id limit ${PAGE}`,
      [after],
    );
    const last = page.at(-1);
    if (last === undefined) break;
    await runner.query(
      `update vacancies set title_key = keyed.key from unnest($1::uuid[], $2::text[]) as keyed (id, key)
       where vacancies.id = keyed.id`,
      [page.map(({ id }) => id), page.map(({ title }) => keyOf(title))],
    );
    after = last.id;
  }
  await runner.query('alter table vacancies enable trigger user; alter table vacancies force row level security');
}

const keyOf = (title: string) =>
  createHash('sha256').update(title.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')).digest('base64url');
