/** An account as it is after years: 2,000 applications and 10,000 follow-ups, most of them over. In the ids of `uuidv7()`, in order. */

const APPLICATIONS = 2_000;

/** Times are counted back from now: the first of them is the oldest. The last twenty can be turned down. */
const ROWS = [
  `create temp table made as
     select n, uuidv7() company, uuidv7() contact, uuidv7() vacancy, uuidv7() application, uuidv7() rejection,
       now() - (2001 - n) * interval '9 hours' - interval '3 days' as at,
       case when n > 1980 then 'interview' when n % 10 < 7 then 'rejected' when n % 10 = 7 then 'screening'
         when n % 10 = 8 then 'applied' else 'withdrawn' end as stage
     from generate_series(1, ${APPLICATIONS}) n`,
  `insert into companies (id, candidate_id, name, name_key)
     select company, $1, 'Firm ' || n, 'firm ' || n from made`,
  `insert into contacts (id, candidate_id, company_id, name, email, email_key, role, timezone, country, last_touch_at)
     select contact, $1, company, 'Contact ' || n, 'c' || n || '@firm.example', 'c' || n || '@firm.example', 'recruiter',
       'Europe/Berlin', 'DE', at + interval '2 days' from made`,
  `insert into vacancies (id, candidate_id, company_id, title, location, url)
     select vacancy, $1, company, 'Engineer ' || n, 'Berlin', 'https://firm.example/jobs/' || n from made`,
  `insert into applications (id, candidate_id, company_id, vacancy_id, contact_id, stage, applied_at, created_at, updated_at)
     select application, $1, company, vacancy, contact, stage, at - interval '20 days', at - interval '20 days', at from made`,
  `insert into stage_changes (id, candidate_id, application_id, from_stage, to_stage, at)
     select uuidv7(), $1, application, null, 'interview', at - interval '20 days' from made
     union all select uuidv7(), $1, application, 'interview', stage, at from made where stage <> 'interview'`,
  `insert into rejections (id, candidate_id, application_id, contact_id, received_at, stage, reason_words)
     select rejection, $1, application, contact, at, 'interview', 'We went another way.' from made where stage = 'rejected'`,
  `insert into follow_ups (id, candidate_id, application_id, contact_id, rejection_id, kind, audience, state, due_at, since, sent_at,
       ended_by, updated_at, why_code, why_facts)
     select uuidv7(), $1, application, contact, case when stage = 'rejected' then rejection end, kind, audience, became,
       greatest(due, case when became in ('waiting', 'draft') then now() + interval '2 days' end), at,
       case when became = 'sent' then due end, case when became = 'cancelled' then 'candidate' end, least(due, now()), why, facts::jsonb
     from made
     cross join lateral (values
       ('feedback_request', 'contact', at + interval '1 day', 'one_question', '{"theyWrote": true}',
         case when stage <> 'rejected' then 'cancelled' when n > 1940 then 'draft' when n > 1880 then 'waiting'
           when n > 1873 then 'unconfirmed' else 'sent' end),
       ('reflection', 'candidate', at + interval '2 days', 'some_distance', '{}',
         case when stage <> 'rejected' then 'cancelled' when n > 1940 then 'sent' else 'done' end),
       ('check_in', 'candidate', at + interval '30 days', 'stays_warm', '{}', case when n > 1880 then 'waiting' else 'done' end),
       ('check_in', 'candidate', at + interval '90 days', 'stays_warm', '{}', case when n > 1700 then 'cancelled' else 'done' end),
       ('half_year', 'candidate', at + interval '180 days', 'teams_change', '{}', case when n > 1500 then 'waiting' else 'done' end),
       ('half_year', 'candidate', at + interval '360 days', 'teams_change', '{}', case when n > 100 then 'never' else 'done' end)
     ) as step (kind, audience, due, why, facts, became)
     where n <= 1980 and became <> 'never'`,
  `insert into follow_up_ledger (candidate_id, follow_up_id, at, by, what_code, why_code, why_facts)
     select $1, id, since, 'plan', 'planned', why_code, why_facts from follow_ups
     union all select $1, id, updated_at, 'sender', 'sent', 'server_said', '{"said": "250 2.0.0 Ok"}'::jsonb from follow_ups where state = 'sent'`,
  `insert into touches (id, candidate_id, contact_id, kind, direction, at, text)
     select uuidv7(), $1, contact, 'mail', 'in', at - interval '1 day', 'Shall we talk?' from made`,
  // Each job is on a board of its own with forty ads, and one board has 5,000; each tenth has closed, ten have reopened, with a draft.
  `insert into boards (id, provider, slug, last_sweep_at, next_sweep_at, baseline_at, listed_at, last_outcome, open_postings, last_why_code)
     select vacancy, 'greenhouse', 'firm-' || n, now() - interval '3 hours', now() + interval '9 hours', at, now() - interval '3 hours',
       case when n % 20 = 0 then 'never_read' else 'ok' end, 40, case when n % 20 = 0 then 'empty_list' end from made`,
  `insert into watches (id, candidate_id, board_id, vacancy_id, posting_id, created_at)
     select uuidv7(), $1, vacancy, vacancy, '1', at - interval '20 days' from made`,
  `insert into postings (board_id, posting_id, title, url, locations, department, job_ids, status, first_seen_at, announced_at)
     select vacancy, p::text, 'Role ' || p, 'https://firm.example/' || n || '/' || p, '["Berlin"]', 'Engineering', '[]', 'open',
       now() - p * interval '1 day', case when p between 2 and 10 and n > 1800 then now() - p * interval '1 day' end
     from made, generate_series(1, case when n = 2000 then 5000 else 40 end) p`,
  `insert into sweeps (board_id, at, outcome, postings, ms)
     select vacancy, now() - s * interval '12 hours', 'ok', 40, 90 from made, generate_series(1, 20) s`,
  `update vacancies v set status = case when n between 1881 and 1980 then 'reopened' else 'closed' end, closed_at = date_trunc('milliseconds', at),
     observed_at = now() - interval '1 day' from made where v.id = made.vacancy and n % 10 = 0 and n <= 1980`,
  `insert into vacancy_observations (id, candidate_id, vacancy_id, status, observed_at, posting_id, concluded, reopening)
     select uuidv7(), $1, v.id, 'open', v.observed_at, '1', 'reopened', jsonb_build_object('closedAt', v.closed_at, 'evidence',
       '{"grade": "same_posting", "matched": ["posting_id"], "daysAbsent": 20}'::jsonb) from vacancies v where status = 'reopened'`,
  `insert into follow_ups (id, candidate_id, application_id, contact_id, kind, audience, state, due_at, since, details, why_code, why_facts)
     select uuidv7(), $1, application, contact, 'reopened_outreach', 'contact', 'draft', now() + interval '2 days', now(),
       jsonb_build_object('closedAt', v.closed_at), 'draft_for_you', '{"cooldownUntil": null, "wordsKept": false}'
     from made join vacancies v on v.id = made.vacancy where v.status = 'reopened'`,
];

export async function fillAccount(owner, candidateId) {
  for (const sql of ROWS) await owner.query(sql.replaceAll('$1', `'${candidateId}'::uuid`));
  await owner.query('analyze');
  const { rows } = await owner.query(
    `select (select count(*) from applications) as applications, (select count(*) from follow_ups) as "followUps"`,
  );
  return rows[0];
}

/** Of whom what is measured: letters and applications, by what can be done with them. */
export async function idsIn(owner) {
  const ids = async (table, where) =>
    (await owner.query(`select id from ${table} where ${where} order by id desc limit 25`)).rows.map(({ id }) => id);
  return {
    rejected: await ids('applications', `stage = 'rejected'`),
    open: await ids('applications', `stage = 'interview'`),
    waiting: await ids('follow_ups', `kind = 'feedback_request' and state = 'waiting'`),
    drafts: await ids('follow_ups', `kind = 'feedback_request' and state = 'draft'`),
    people: await ids('contacts', 'true'),
    boards: await ids('boards', `last_outcome = 'ok'`),
    reminders: await ids('follow_ups', `kind = 'reflection' and state = 'sent'`),
  };
}
