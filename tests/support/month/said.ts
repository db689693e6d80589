/** How a figure is written out, said once more here: what the screens say is not asked of their own words. */
import type { Figures } from './figures.js';

export type Ask = <Row = Record<string, string>>(sql: string, parameters?: unknown[]) => Promise<Row[]>;

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
export const spelt = (count: number): string => NUMBERS[count] ?? String(count);
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const are = (count: number, what: string): string => `${spelt(count)} ${count === 1 ? 'is' : 'are'} ${what}`;

/** For one session of the database: days and hours as somebody in Kyiv reads them. */
export const WORDS_FOR_TIMES = `
create function pg_temp.here(at timestamptz) returns timestamp language sql as $$ select at at time zone 'Europe/Kyiv' $$;
create function pg_temp.days_to(at timestamptz) returns int language sql as $$
  select pg_temp.here(at)::date - pg_temp.here(now())::date $$;
create function pg_temp.short(at timestamptz) returns text language sql as $$
  select replace(to_char(pg_temp.here(at), 'Dy FMDD Mon'), ' Sep', ' Sept') ||
    case when extract(year from pg_temp.here(at)) = extract(year from pg_temp.here(now())) then '' else to_char(pg_temp.here(at), ' YYYY') end $$;
create function pg_temp.long(at timestamptz) returns text language sql as $$
  select to_char(pg_temp.here(at), 'FMDay FMDD FMMonth') $$;
create function pg_temp.hour(at timestamptz) returns text language sql as $$ select to_char(pg_temp.here(at), 'HH24:MI') $$;
create function pg_temp.moment(at timestamptz) returns text language sql as $$ select pg_temp.short(at) || ', ' || pg_temp.hour(at) $$;
create function pg_temp.on_day(at timestamptz) returns text language sql as $$
  select case when pg_temp.days_to(at) = 0 then 'today' when pg_temp.days_to(at) = 1 then 'tomorrow'
    when pg_temp.days_to(at) between 2 and 6 then 'on ' || to_char(pg_temp.here(at), 'FMDay') else 'on ' || pg_temp.short(at) end $$;
create function pg_temp.was(at timestamptz) returns text language sql as $$
  select case pg_temp.days_to(at) when 0 then 'today' when -1 then 'yesterday' else 'on ' || pg_temp.short(at) end $$;
create function pg_temp.place(stage text) returns int language sql as $$
  select array_position(array['saved', 'applied', 'screening', 'interview', 'offer', 'accepted'], stage) $$;
create temporary view kept_changes as
  with moved as (
    select c.*, lead(from_stage) over w as next_from, lead(to_stage) over w as next_to, lag(from_stage) over w as prior_from,
      lag(to_stage) over w as prior_to
    from stage_changes c window w as (partition by application_id order by id))
  select * from moved where not (coalesce(next_from = to_stage and next_to = from_stage and
      coalesce(pg_temp.place(next_to) < pg_temp.place(next_from), true), false))
    and not (coalesce(prior_to = from_stage and prior_from = to_stage and
      coalesce(pg_temp.place(to_stage) < pg_temp.place(from_stage), true), false));
create temporary view pending as
  select f.* from follow_ups f where state in ('draft', 'waiting', 'held', 'sending', 'retrying')
    and (contact_id is null or exists (select from contacts c where c.id = contact_id and c.deleted_at is null))
    and (application_id is null or exists (select from applications a where a.id = application_id and a.deleted_at is null));
create temporary view one_each as
  select a.*, v.title, o.name as company, p.name as person from applications a join vacancies v on v.id = a.vacancy_id
    join companies o on o.id = a.company_id left join contacts p on p.id = a.contact_id where a.deleted_at is null;`;

export const KIND = `case kind
  when 'feedback_request' then 'Feedback request to ' || coalesce(person, 'them') when 'thank_you' then 'Thank-you to ' || coalesce(person, 'them')
  when 'reopened_outreach' then 'To ' || coalesce(person, 'them') || ', about the job that is open again'
  when 'check_in' then 'A hello to ' || coalesce(person, 'them') when 'half_year' then 'Half a year on: a hello to ' || coalesce(person, 'them')
  when 'reflection' then 'A quiet look back' when 'find_contact' then 'Find somebody there' when 'streak' then 'A look for the pattern'
  when 'reopened' then 'The job is open again' when 'interview_prep' then 'Prepare the interview'
  when 'vacancy_closed' then 'The job was taken down' when 'new_roles' then 'New roles where somebody knows you'
  when 'related_role' then 'A role like the one before' when 'board_gone' then 'A board is gone' end`;

export const STAGE: Record<string, string> = {
  saved: 'Saved',
  applied: 'Applied',
  screening: 'Screening',
  interview: 'Interview',
  offer: 'Offer',
  accepted: 'Accepted',
  rejected: 'Turned down',
  withdrawn: 'Withdrawn',
};

/** Figures as they are read: a name that comes again has its number; what there is none of is not said. */
export class Wanted {
  readonly figures: Figures = {};

  put(name: string, value: string | number): this {
    let key = name;
    for (let more = 2; key in this.figures; more += 1) key = `${name} #${more}`;
    this.figures[key] = String(value);
    return this;
  }

  /** None, no figure. */
  some(name: string, count: number): this {
    return count === 0 ? this : this.put(name, count);
  }

  rows(rows: readonly (readonly (string | null)[])[]): this {
    rows.forEach((lines, at) => this.put(`row ${at + 1}`, lines.filter((line) => line !== null).join(' | ')));
    return this;
  }
}
