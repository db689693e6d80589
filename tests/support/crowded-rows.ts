/** More rows than anybody reads, each in one statement. `$1`: the candidate, or the application. */
export const APPLIED_OFTEN = `
with numbers as (select n, gen_random_uuid() as company, gen_random_uuid() as vacancy from generate_series(1, $2::int) n),
companies as (insert into companies (id, candidate_id, name, name_key)
  select company, $1::uuid, 'Contoso ' || n, 'contoso ' || n from numbers),
vacancies as (insert into vacancies (id, candidate_id, company_id, title, status)
  select vacancy, $1::uuid, company, 'Data Engineer', 'open' from numbers)
insert into applications (id, candidate_id, company_id, vacancy_id, stage)
select gen_random_uuid(), $1::uuid, company, vacancy, 'interview' from numbers returning id`;

export const MOVED_OFTEN = `
insert into stage_changes (id, candidate_id, application_id, from_stage, to_stage, at)
select gen_random_uuid(), candidate_id, id, 'applied', 'screening', now() - make_interval(hours => n)
from applications, generate_series(1, 40) n where id = $1`;

export const IMPORTED_OFTEN = `
insert into imports (id, candidate_id, format, state, timezone, rows, applications, position, created, ended_at)
select gen_random_uuid(), $1, 'linkedin', 'done', 'UTC', n, n, n, n, now() from generate_series(1, 20) n`;

export const SIGNED_IN_OFTEN = `
insert into credentials (id, candidate_id, kind, name, hash, expires_at, idle_until)
select gen_random_uuid(), $1, 'session', 'Firefox ' || n, sha256(n::text::bytea), now() + interval '1 day', now() + interval '1 day'
from generate_series(1, 20) n`;
