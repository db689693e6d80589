/** What is removed, the installation and the palette: what they should say, asked of the rows. */
import type { Figures } from './figures.js';
import { type Ask, Wanted } from './said.js';

export async function removedWanted(ask: Ask): Promise<Figures> {
  const applications = await ask<{ lines: string[] }>(
    `select array[v.title || ' at ' || o.name, 'Removed on ' || pg_temp.short(d.deleted_at), 'Goes for good on ' || pg_temp.short(d.deleted_at + interval '720 hours')] as lines
     from applications d join vacancies v on v.id = d.vacancy_id join companies o on o.id = d.company_id where d.deleted_at is not null order by d.deleted_at`,
  );
  const people = await ask<{ lines: string[] }>(
    `select array[name, 'Removed on ' || pg_temp.short(deleted_at), 'Goes for good on ' || pg_temp.short(deleted_at + interval '720 hours')] as lines
     from contacts c where deleted_at is not null and not exists (select from contact_merges m where m.from_id = c.id) order by deleted_at`,
  );
  const wanted = new Wanted().put('opening', 'What you removed can be brought back for 30 days.');
  wanted.some('Applications, rows', applications.length).some('People, rows', people.length);
  return wanted.rows([...applications, ...people].map(({ lines }) => lines)).figures;
}

export async function installationWanted(
  ask: Ask,
  { version, url }: { version: string; url: string },
): Promise<Figures> {
  const [is] = await ask<Record<'server' | 'postgres' | 'heard' | 'waiting' | 'parked', string>>(
    `select (select server from mail_accounts where candidate_id is null) as server, current_setting('server_version') as postgres,
       (select pg_temp.moment(heard_at) from worker_heard) as heard, (select count(*) from outbox where parked_at is null) as waiting,
       (select count(*) from outbox where parked_at is not null) as parked`,
  );
  const boards = await ask<{ lines: string[] }>(
    `select array[provider || '/' || slug, 'Could not be read: it answered ' || substring(last_why_facts::text from 'status": *([0-9]+)') || '. Nothing counts as closed; asked again at ' ||
       pg_temp.moment(next_sweep_at) || '.', (select case count(*) when 1 then 'One job is' else count(*) || ' jobs are' end from watches w where w.board_id = b.id) || ' watched there']
       as lines from boards b where last_why_code is not null order by id desc`,
  );
  if (is!.waiting !== '0' || is!.parked !== '0') throw new Error('The month ends at rest.');
  const wanted = new Wanted().put('opening', 'It does its work.').some('Boards in trouble, rows', boards.length);
  wanted.put('Version', version).put('Its address', `${url}Links in mail work on this computer only.`);
  wanted.put('Mail', `Leaves through ${is!.server}.`);
  wanted.put('Database', `Postgres ${is!.postgres}, reachable.`).put('Worker', `Heard last ${is!.heard}`);
  wanted.put('Queue', 'In Postgres.').put('Waiting for it', 'Nothing.');
  return wanted.rows(boards.map(({ lines }) => lines)).figures;
}

const counted = async (ask: Ask, sql: string) => Number((await ask<{ n: string }>(sql))[0]!.n);

export async function accessWanted(ask: Ask): Promise<Figures> {
  const sessions = await counted(
    ask,
    `select count(*) as n from credentials where kind = 'session' and revoked_at is null and expires_at > now()`,
  );
  return new Wanted().put('opening', 'Who is let in.').put('Where you are signed in, rows', sessions).figures;
}

export async function importsWanted(ask: Ask): Promise<Figures> {
  const imports = await ask<{ lines: string[] }>(
    `select array[pg_temp.short(created_at), (select count(*) from applications a where a.import_id = i.id) || ' were recorded.'] as lines
     from imports i order by id desc`,
  );
  const wanted = new Wanted().put('opening', 'A file of what you applied for becomes applications here.');
  wanted.put('says', `LinkedIn gives you one: ${FROM_LINKEDIN}`).put('Former imports, rows', imports.length);
  return wanted.rows(imports.map(({ lines }) => lines)).figures;
}
const FROM_LINKEDIN =
  'Settings, Data privacy, Get a copy of your data, “Job Applications.csv”. You see what would be recorded before anything is.';

export async function holidaysWanted(ask: Ask): Promise<Figures> {
  const people = await counted(
    ask,
    `select count(*) as n from contacts where deleted_at is null and country is null and not do_not_contact`,
  );
  const wanted = new Wanted().put('opening', 'When letters may go, and who says so.');
  wanted.put('Holidays ahead: says', 'None in the next three months, where the people are whose country is known.');
  return wanted.put('Holidays ahead: says', `Of ${people} people no country is known: for them no holiday is left out.`)
    .figures;
}

/** In no order: which of them stand there is what counts. */
export async function foundWanted(ask: Ask, words: string): Promise<Figures> {
  const has = (text: string) =>
    `(select bool_and(strpos(lower(${text}), word) > 0) from unnest(string_to_array(lower($1), ' ')) word)`;
  const rows = await ask<{ of: string; said: string }>(
    `select 'Applications' as of, title || company as said from one_each where ${has(`title || ' ' || company`)}
     union all select 'People', c.name || concat_ws(' · ', o.name, c.email) from contacts c left join companies o on o.id = c.company_id
       where c.deleted_at is null and ${has(`concat_ws(' ', c.name, c.email)`)}
     union all select 'Jobs', v.title || o.name from vacancies v join companies o on o.id = v.company_id
       where v.deleted_at is null and not exists (select from one_each a where a.title = v.title and a.company = o.name) and ${has(`v.title || ' ' || o.name`)}
     union all select 'Companies', name from companies where deleted_at is null and ${has('name')}`,
    [words],
  );
  const wanted = new Wanted();
  for (const [of, found] of Map.groupBy(rows, (row) => row.of))
    wanted.put(
      of,
      found
        .map(({ said }) => said)
        .toSorted()
        .join(' | '),
    );
  return wanted.figures;
}
