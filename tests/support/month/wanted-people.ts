/** What the people, the radar and its boards should say, asked of the rows. */
import type { Figures } from './figures.js';
import { HAS_NUMBER } from './figures.js';
import { are, type Ask, capital, spelt, Wanted } from './said.js';

interface Person {
  id: string;
  name: string;
  email: string | null;
  timezone: string | null;
  who: string;
  mark: string | null;
  said: string | null;
  touch: string;
  rank: number;
  open: number;
  all: number;
  entries: number;
  was: string | null;
}

/** The warmest first, then whoever is to be greeted next. */
const PEOPLE = `
with one as (
  select c.*, o.name as company, case when last_touch_at > now() - interval '90 days' then 0 when last_touch_at > now() - interval '180 days' then 1 else 2 end as rank,
    (select min(due_at) from pending f where f.contact_id = c.id and (audience = 'contact' or kind in ('check_in', 'half_year'))) as next
  from contacts c left join companies o on o.id = c.company_id where c.deleted_at is null)
select id, name, email, timezone, rank, pg_temp.was(last_touch_at) as was, case when do_not_contact then 'Not written to' end as mark,
  case role when 'agency_recruiter' then 'Recruiter at ' || company || ', an agency' when 'peer' then 'Works at ' || company
    when 'adviser' then coalesce('Somebody who helps, at ' || company, 'Somebody who helps')
    when 'hiring_manager' then 'Hiring manager at ' || company else 'Recruiter at ' || company end as who,
  (select case when kind = 'mail' and direction = 'out' then case when follow_up_id is null then 'You wrote' else 'Your letter went' end when kind = 'mail' then 'They wrote'
      when kind = 'meeting' then 'You met' when kind = 'rejection' then 'They said no' end || ' ' || pg_temp.was(at) || coalesce(': “' || text || '”', '.')
    from touches t where t.contact_id = one.id order by at desc, id desc limit 1) as said,
  case when last_touch_at is null then 'No word yet.' when pg_temp.days_to(last_touch_at) = 0 then 'In touch today.'
    when pg_temp.days_to(last_touch_at) = -1 then 'In touch yesterday.' else 'In touch ' || -pg_temp.days_to(last_touch_at) || ' days ago.' end
    || coalesce(' The next word to them is due ' || pg_temp.on_day(next) || '.', '') as touch,
  (select count(*)::int from one_each a where a.contact_id = one.id and stage in ('applied', 'screening', 'interview', 'offer')) as open,
  (select count(*)::int from one_each a where a.contact_id = one.id) as all,
  (select count(*)::int from touches t where t.contact_id = one.id and follow_up_id is null) +
    (select count(*)::int from follow_ups f where f.contact_id = one.id and state not in ('skipped', 'cancelled') and (audience = 'contact' or kind in ('check_in', 'half_year'))) as entries
from one order by rank, next nulls last, id`;

export const peopleOf = (ask: Ask): Promise<Person[]> => ask<Person>(PEOPLE);

const WARMTHS = ['warm', 'cooling', 'cold'];

export async function peopleWanted(ask: Ask): Promise<Figures> {
  const people = await peopleOf(ask);
  const counts = WARMTHS.map((_, rank) => people.filter((one) => one.rank === rank).length);
  const said = WARMTHS.flatMap((word, rank) => (counts[rank] ? [are(counts[rank]!, word)] : []));
  const wanted = new Wanted().put('opening', `${capital(said.join(', '))}.`).put('Show: All', people.length);
  WARMTHS.forEach((word, rank) => wanted.some(`Show: ${capital(word)}`, counts[rank]!));
  wanted.put('rows', people.length);
  const open = (count: number) =>
    count === 0 ? null : `${capital(spelt(count))} ${count === 1 ? 'application is' : 'applications are'} open`;
  return wanted.rows(people.map((one) => [one.name, one.mark, one.who, open(one.open), one.said, one.touch])).figures;
}

export function personWanted({ name, email, timezone, mark, said, touch, rank, all, entries, was }: Person): Figures {
  const warm =
    was === null ? `You have had no word with ${name} yet.` : `${name} is ${WARMTHS[rank]!}: the last word was ${was}.`;
  const wanted = new Wanted().put('opening', mark === null ? warm : `Nobody writes to ${name} from here.`);
  wanted.some('Applications, rows', all).some('rows', entries);
  wanted.put('What is known: Address', email ?? 'None: no letter reaches them');
  if (timezone !== null) wanted.put('What is known: Time zone', timezone);
  if (said !== null && HAS_NUMBER.test(said)) wanted.put('says', said);
  if (HAS_NUMBER.test(touch)) wanted.put('Writing to them: says', touch);
  return wanted.figures;
}

const PROVIDER = `case provider when 'greenhouse' then ' on Greenhouse' when 'lever' then ' on Lever' end`;

interface Row {
  lines: (string | null)[];
}

export async function radarWanted(ask: Ask): Promise<Figures> {
  const watched = await ask<Row & { status: string }>(
    `select v.status, array[v.title, o.name || ' · ' || b.slug || ${PROVIDER},
       case v.status when 'open' then 'Open' when 'reopened' then 'Open again since ' || pg_temp.short(v.observed_at) else v.status end,
       coalesce('Last seen ' || pg_temp.short(p.last_seen_at), 'Not seen yet')] as lines
     from watches w join boards b on b.id = w.board_id join vacancies v on v.id = w.vacancy_id join companies o on o.id = v.company_id
     left join postings p on p.board_id = b.id and p.posting_id = w.posting_id where not w.paused order by v.observed_at desc nulls last, v.id desc`,
  );
  const doors = await ask<Row>(
    `select array[v.title || ' at ' || o.name] as lines from vacancies v join companies o on o.id = v.company_id where v.status = 'reopened'
     order by observed_at desc`,
  );
  const [{ n }] = (await ask<{ n: string }>(
    `select count(*) as n from pending where kind = 'reopened_outreach' and state = 'draft'`,
  )) as [{ n: string }];
  const roles = await ask<Row>(
    `select array[case count(*) when 1 then 'A new role' else count(*) || ' new roles' end || ' at ' || o.name,
       'You know ' || (select min(name) from contacts c where c.company_id = o.id and c.last_touch_at > now() - interval '90 days' and not do_not_contact) || ' there.',
       min(p.title) || ' · ' || min(p.locations[1]), 'New since ' || pg_temp.short(max(p.announced_at))] as lines
     from postings p join watches w on w.board_id = p.board_id join vacancies v on v.id = w.vacancy_id join companies o on o.id = v.company_id
     where p.announced_at > w.created_at and p.status = 'open' and p.posting_id <> w.posting_id and p.succeeds is null group by o.id`,
  );
  const boards = await ask<Row>(
    `select array[slug || ${PROVIDER}, case open when 0 then 'no open postings' when 1 then 'one open posting' else open || ' open postings' end || ' · one of yours',
       case when last_why_code is null then 'Read ' else 'Tried ' end || pg_temp.moment(last_sweep_at), 'Next ' || pg_temp.moment(next_sweep_at)] as lines
     from (select b.*, (select count(*) from postings p where p.board_id = b.id and p.status = 'open') as open from boards b) b order by id desc`,
  );
  const drafts = Number(n);
  const opened = `${doors.length === 1 ? 'A door has' : `${capital(spelt(doors.length))} doors have`} opened again.`;
  const waits =
    drafts === 1 ? ' A letter about it waits for your yes.' : ` ${capital(spelt(drafts))} letters wait for your yes.`;
  const wanted = new Wanted().put('opening', drafts === 0 ? opened : opened + waits);
  wanted.put('Watched: Show: All', watched.length);
  for (const [status, word] of [
    ['open', 'Open'],
    ['missing', 'Missing'],
    ['closed', 'Closed'],
    ['reopened', 'Open again'],
  ] as const)
    wanted.some(`Watched: Show: ${word}`, watched.filter((one) => one.status === status).length);
  wanted.some('Open again, rows', doors.length).some('New roles where somebody is warm, rows', roles.length);
  wanted.some('Watched, rows', watched.length).some('Boards, rows', boards.length);
  return wanted.rows([...doors, ...roles, ...watched, ...boards].map(({ lines }) => lines)).figures;
}

interface BoardRow {
  id: string;
  open: number;
  mine: number;
  read: string;
  next: string;
  status: string | null;
  /** That nobody recorded. */
  others: number;
}

export const boardsOf = (ask: Ask): Promise<BoardRow[]> =>
  ask<BoardRow>(
    `select id, (select count(*)::int from postings p where p.board_id = b.id and p.status = 'open') as open,
       (select count(*)::int from watches w where w.board_id = b.id) as mine, pg_temp.moment(last_sweep_at) as read,
       pg_temp.moment(next_sweep_at) as next, case when last_outcome = 'failed' then substring(last_why_facts::text from 'status": *([0-9]+)') end as status,
       (select count(*)::int from postings p where p.board_id = b.id and p.status = 'open' and not exists (
         select from watches w where w.board_id = b.id and w.posting_id = p.posting_id)) as others from boards b`,
  );

export async function boardPageWanted(
  ask: Ask,
  { id, open, mine, read, next, status, others }: BoardRow,
): Promise<Figures> {
  const wanted = new Wanted();
  const watching = `You watch ${mine === 1 ? 'one job' : `${spelt(mine)} jobs`} on it.`;
  wanted.put(
    'opening',
    status === null
      ? `${capital(spelt(open))} ${open === 1 ? 'posting is' : 'postings are'} open. ${watching}`
      : 'It could not be read.',
  );
  wanted.some('Yours on this board, rows', mine);
  wanted.some('What you did not record, rows', others).some('What you did not record, lines', others === 0 ? 1 : 0);
  const failed = `Could not be read: it answered ${status}. Nothing counts as closed; asked again at ${next}.`;
  if (status !== null) wanted.put('says', `${failed} There is nothing to do.`);
  wanted.put('says', `${status === null ? 'Read' : 'Tried'} ${read}Next ${next}`);
  const sweeps = await ask<{ postings: number | null }>(
    `select postings from sweeps where board_id = $1 order by id desc limit 20`,
    [id],
  );
  for (const { postings } of sweeps) {
    if (postings !== null)
      wanted.put('Readings: says', `Read: ${postings === 1 ? 'one posting' : `${spelt(postings)} postings`}`);
    else if (status !== null) wanted.put('Readings: says', failed);
  }
  return wanted.figures;
}
