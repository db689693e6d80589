/** What Today, the applications, the board and the plan should say, asked of the rows. */
import type { Figures } from './figures.js';
import { are, type Ask, capital, KIND, spelt, STAGE, Wanted } from './said.js';

const number = ({ n }: { n: string } = { n: '0' }) => Number(n);

async function perStage(ask: Ask): Promise<Record<string, number>> {
  const rows = await ask<{ stage: string; n: string }>(`select stage, count(*) as n from one_each group by stage`);
  return Object.fromEntries(rows.map(({ stage, n }) => [stage, Number(n)]));
}

const OPEN = ['applied', 'screening', 'interview', 'offer'];
const CLOSED = ['accepted', 'rejected', 'withdrawn'];

function applicationsOpening(counts: Record<string, number>): string {
  const sum = (stages: string[]) => stages.reduce((all, stage) => all + (counts[stage] ?? 0), 0);
  const parts = [
    [sum(OPEN), 'open'],
    [sum(CLOSED), 'closed'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => are(count, what));
  const kept = counts.saved ? ` You kept ${spelt(counts.saved)} for later.` : '';
  return `${capital(said.join(', '))}.${kept}`;
}

export async function applicationsWanted(ask: Ask, stage?: string): Promise<Figures> {
  const counts = await perStage(ask);
  const wanted = new Wanted().put('opening', applicationsOpening(counts));
  wanted.put(
    'Show: All',
    Object.values(counts).reduce((all, count) => all + count, 0),
  );
  for (const [one, word] of Object.entries(STAGE)) wanted.some(`Show: ${word}`, counts[one] ?? 0);
  const rows = await ask<{ title: string; since: string; talk: string | null; next: string | null }>(
    `select title, stage, case stage when 'screening' then 'Screening since' when 'interview' then 'Interview since' when 'offer' then 'Offer since'
         when 'rejected' then 'Turned down on' else initcap(stage) || ' on' end || ' ' ||
       pg_temp.short(coalesce((select at from kept_changes c where c.application_id = a.id order by c.id desc limit 1), created_at)) as since,
       case when stage in ('applied', 'screening', 'interview') then
         (select pg_temp.moment(min(scheduled_at)) from interviews i where i.application_id = a.id and scheduled_at > now()) end as talk,
       (select pg_temp.short(due_at) || ' · ' || ${KIND} from pending f where f.application_id = a.id order by due_at, id limit 1) as next
     from one_each a where $1::text is null or stage = $1 order by updated_at desc, id desc`,
    [stage ?? null],
  );
  wanted.some('rows', rows.length);
  return wanted.rows(rows.map(({ title, since, talk, next }) => [title, since, talk, next])).figures;
}

export async function boardWanted(ask: Ask): Promise<Figures> {
  const counts = await perStage(ask);
  const wanted = new Wanted().put('opening', applicationsOpening(counts));
  for (const stage of ['saved', ...OPEN])
    wanted.put(STAGE[stage]!, counts[stage] ?? 0).some(`${STAGE[stage]!}, rows`, counts[stage] ?? 0);
  const closed = CLOSED.reduce((all, stage) => all + (counts[stage] ?? 0), 0);
  wanted.put('Closed', closed).some('Closed, rows', closed);
  for (const stage of CLOSED) wanted.put(`Closed: ${STAGE[stage]!}`, counts[stage] ?? 0);
  return wanted.figures;
}

const GROUPS = `
select 'questions' as of, count(*) as n from follow_ups where audience = 'contact' and (state = 'unconfirmed'
  or state in ('failed', 'bounced') and updated_at > now() - interval '14 days' or state = 'held' and held_why = 'sender_missing')
union all select 'drafts', count(*) from pending where audience = 'contact' and state = 'draft'
union all select 'interviews', count(*) from interviews i join one_each a on a.id = i.application_id
  where a.stage in ('applied', 'screening', 'interview') and i.scheduled_at > now() and pg_temp.days_to(i.scheduled_at) <= 1
union all select 'reminders', count(*) from follow_ups f where audience = 'candidate' and kind <> 'interview_prep'
  and coalesce(sent_at, due_at) > now() - interval '14 days' and (state in ('sent', 'failed') or state in ('waiting', 'retrying', 'sending') and due_at <= now())
  and not exists (select from contacts c where c.id = f.contact_id and f.kind in ('check_in', 'half_year') and c.last_touch_at > coalesce(f.sent_at, f.due_at))
union all select 'goes', count(*) from pending where audience = 'contact' and state in ('waiting', 'retrying', 'sending') and pg_temp.days_to(due_at) <= 3
union all select 'news', count(*) from (
  select e.id from events e where pg_temp.days_to(e.occurred_at) >= -1 and (
    e.type = 'follow_up.sent.v1' and e.data ->> 'audience' = 'contact' or e.type in ('follow_up.answered.v1', 'vacancy.closed.v1', 'vacancy.reopened.v1')
    or e.type = 'contact.touched.v1' and e.data ->> 'direction' = 'in' and exists (
      select from touches t where t.id = (e.data ->> 'touchId')::uuid and t.kind <> 'rejection' and pg_temp.days_to(t.at) >= -1)
      and not exists (select from events a where a.type = 'follow_up.answered.v1' and a.data ->> 'touchId' = e.data ->> 'touchId')) limit 50) told`;

export async function todayWanted(ask: Ask): Promise<Figures> {
  const rows = await ask<{ of: string; n: string }>(GROUPS);
  const count = (of: string) => number(rows.find((row) => row.of === of));
  const [date] = await ask<{ today: string }>(`select pg_temp.long(now()) as today`);
  const [talk] = await ask<{ said: string }>(
    `select 'You talk with ' || company || case pg_temp.days_to(scheduled_at) when 0 then ' today' else ' tomorrow' end || ' at ' ||
       pg_temp.hour(scheduled_at) || '.' as said from interviews i join one_each a on a.id = i.application_id
     where a.stage in ('applied', 'screening', 'interview') and scheduled_at > now() and pg_temp.days_to(scheduled_at) <= 1
     order by scheduled_at limit 1`,
  );
  const [questions, drafts, reminders, goes] = ['questions', 'drafts', 'reminders', 'goes'].map(count) as [
    number,
    number,
    number,
    number,
  ];
  if (questions > 0 || drafts === 0 || talk === undefined) throw new Error('The month ends with a draft and a talk.');
  const wanted = new Wanted().put(
    'opening',
    `${talk.said} ${capital(spelt(drafts))} ${drafts === 1 ? 'letter waits' : 'letters wait'} for your yes.`,
  );
  wanted.some('Interviews, rows', count('interviews')).some('Letters to approve, rows', drafts);
  wanted.some('Worth a moment, rows', Math.min(reminders, 7));
  if (reminders > 7)
    wanted.put('Worth a moment: says', reminders === 8 ? 'And a quieter one' : `And ${reminders - 7} quieter ones`);
  if (goes <= 3) wanted.some('Goes by itself, rows', goes);
  wanted.some('Since yesterday, lines', count('news'));
  return wanted.put('says', date!.today).figures;
}

const AHEAD = `select ${KIND} as title, state, audience, held_why, state = 'held' and held_until is null as undated, days, of_day, of_year, goes
  from (select f.*, (select name from contacts c where c.id = f.contact_id) as person, pg_temp.days_to(due_at) as days,
    pg_temp.long(due_at) as of_day, to_char(pg_temp.here(due_at), 'YYYY') as of_year, pg_temp.on_day(due_at) as goes from pending f) f
  where ($1::text is null or audience = $1) and ($2::text[] is null or state = any($2))
  order by undated desc, due_at, id`;

interface Ahead {
  title: string;
  state: string;
  audience: string;
  held_why: string | null;
  undated: boolean;
  days: number;
  of_day: string;
  of_year: string;
  goes: string;
}

const HELD: Record<string, string> = {
  by_candidate: 'Held by you',
  contact_gap: 'Held: your last letter is unanswered',
};

function stateOf({ state, audience, held_why: why }: Ahead): string {
  if (state === 'held') return HELD[why!] ?? why!;
  if (state === 'draft') return 'Waits for your yes';
  return audience === 'contact' ? 'Goes by itself' : 'Planned';
}

const OVER = `select ${KIND} as title, state from (
  select f.*, (select name from contacts c where c.id = f.contact_id) as person from follow_ups f where state in ('skipped', 'cancelled')) f
  order by due_at desc, id desc`;

/** `audience` and `states`: as they are asked for; where neither is, with what was stopped. */
export async function planWanted(ask: Ask, audience: string | null, states: string[] | null): Promise<Figures> {
  const rows = await ask<Ahead>(AHEAD, [audience, states]);
  const [{ year }] = (await ask<{ year: string }>(`select to_char(pg_temp.here(now()), 'YYYY') as year`)) as [
    { year: string },
  ];
  const next = rows.find(({ undated, days, state }) => !undated && days >= 0 && state !== 'draft');
  const none =
    rows.length === 0
      ? 'None of these is ahead.'
      : 'Nothing goes by itself. What stands here waits for a word of yours.';
  const wanted = new Wanted().put('opening', next === undefined ? none : `Next: ${next.title}, ${next.goes}.`);
  const heading = ({ undated, days, of_day: day, of_year: its }: Ahead) => {
    if (undated) return 'Held, with no day';
    if (days < 0) return 'Its day has passed';
    if (days < 2) return days === 0 ? 'Today' : 'Tomorrow';
    return its === year ? day : `${day} ${its}`;
  };
  for (const [day, of] of Map.groupBy(rows, heading)) wanted.put(`${day}, rows`, of.length);
  const isAll = audience === null && states === null;
  const over = isAll ? await ask<{ title: string; state: string }>(OVER) : [];
  wanted.some('Stopped, or not planned, rows', over.length);
  const ended = over.map(({ title, state }) => [title, state === 'cancelled' ? 'Stopped' : 'Not planned']);
  return wanted.rows([...rows.map((row) => [row.title, stateOf(row)]), ...ended]).figures;
}
