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

/** The one board that is watched, its postings and readings, and as many boards that are watched for themselves. */
export const SHOWN_OFTEN = `
with the_board as (update boards set last_sweep_at = now(), next_sweep_at = now() + interval '9 hours', last_outcome = 'ok',
  open_postings = $2::int, listed_at = now() where slug = 'crowded' returning id),
postings as (insert into postings (board_id, posting_id, title, url, locations, department, job_ids, status, first_seen_at, announced_at)
  select id, 'p' || n, 'Cook ' || n, 'https://jobs.example/' || n, '["Berlin", "Remote"]', 'Kitchen', '[]', 'open',
    now() + make_interval(mins => n), now() + make_interval(mins => n) from the_board, generate_series(1, $2::int) n),
readings as (insert into sweeps (board_id, at, outcome, postings, ms)
  select id, now() - make_interval(hours => n), 'ok', n, 120 from the_board, generate_series(1, 30) n),
others as (insert into boards (id, provider, slug, last_sweep_at, next_sweep_at, last_outcome, last_why_code)
  select gen_random_uuid(), 'lever', 'other-' || n, now(), now() + interval '9 hours', 'never_read', 'empty_list'
  from generate_series(1, $2::int) n returning id),
watched as (insert into watches (id, candidate_id, board_id) select gen_random_uuid(), $1::uuid, id from others)
select id from the_board`;

export const MET_OFTEN = `
insert into contacts (id, candidate_id, name, role, tags, do_not_contact, last_touch_at)
select gen_random_uuid(), $1::uuid, 'Mirko ' || n, 'recruiter', '{}', false, now() - make_interval(days => n * 5)
from generate_series(1, $2::int) n`;

export const SPOKEN_OFTEN = `
insert into touches (id, candidate_id, contact_id, kind, at, text)
select gen_random_uuid(), candidate_id, id, 'call', now() - make_interval(hours => n), 'Call ' || n
from contacts, generate_series(1, $2::int) n where id = $1`;
