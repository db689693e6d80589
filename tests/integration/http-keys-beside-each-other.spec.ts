import { OWNER_ID } from '@app/contracts';
import { Application, Database, FollowUp } from '@app/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aLetter, aReminder, fromNow, HOUR } from '../support/a-follow-up.js';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';
import { aRejection } from '../support/arrange.js';

const AT_ONCE = 6;
const V1 = '/api/v1';
const CSV = 'Application Date,Company Name,Job Title,Job Url\n';

interface Command {
  method?: 'PATCH' | 'POST';
  /** As the API description names it. */
  route: string;
  path: string;
  body?: unknown;
  status: number;
  headers?: Record<string, string>;
}

interface Described {
  post?: { parameters?: { name: string }[] };
}

let api: ApplicationsApi;
let database: Database;
beforeAll(async () => {
  api = await startApplicationsApi({ OUTBOUND_ALLOW: '127.0.0.1/32' });
  database = await Database.connect(api.db.ownerUrl, { name: 'test' });
});
afterAll(async () => {
  await database.close();
  await api.stop();
});

/** One of each that takes a key, on rows that are there for it. */
async function oneOfEach(): Promise<Command[]> {
  const name = randomUUID();
  const recorded = { companyName: name, title: 'Engineer', stage: 'interview' };
  const [moved, rejected, invited, ...gone] = await Promise.all(
    [1, 2, 3, 4].map(() => api.call('POST', `${V1}/applications`, recorded)),
  );
  const { vacancyId } = moved!.body as { vacancyId: string };
  const { id: contactId } = await api.call('POST', `${V1}/contacts`, { name });
  const twice = await Promise.all([1, 2, 3, 4].map(() => api.call('POST', `${V1}/contacts`, { name })));
  const [stays, from, one, other] = twice.map(({ id }) => id) as [string, string, string, string];
  await api.call('POST', `${V1}/contacts/${one}/merge`, { from: other });
  const { id: boardId } = await api.call('POST', `${V1}/boards`, { provider: 'greenhouse', slug: name });
  await api.db.query('delete from webhook_endpoints');
  const { id: endpointId } = await api.call('POST', `${V1}/webhook-endpoints`, { url: 'http://127.0.0.1:9/' });
  const { contactId: failedId } = await aRejection(database);
  const [parked] = await api.db.query<{ id: string }>(
    `update outbox set parked_at = now() where data ->> 'contactId' = $1 returning id`,
    [failedId],
  );
  const [{ id: goneContact }, { id: goneCompany }] = await Promise.all([
    api.call('POST', `${V1}/contacts`, { name: randomUUID() }),
    api.call('POST', `${V1}/companies`, { name: randomUUID() }),
  ]);
  // No worker takes them here, and more than ten may not wait.
  await api.db.query(`update imports set state = 'done', file = null, ended_at = now() where ended_at is null`);
  // Nor may a sample be there already, or more than five tests an hour go.
  await api.db.query('delete from test_letters');
  await api.db.query('delete from page_readings');
  await api.call('DELETE', `${V1}/sample`);
  const [kept] = await api.db.query<{ id: string }>(
    `insert into imports (id, candidate_id, format, file, timezone) values ($1, $2, 'linkedin', '', 'UTC') returning id`,
    [randomUUID(), OWNER_ID],
  );
  const [over] = await api.db.query<{ id: string }>(
    `insert into imports (id, candidate_id, format, timezone, state, ended_at)
     values ($1, $2, 'linkedin', 'UTC', 'done', now()) returning id`,
    [randomUUID(), OWNER_ID],
  );
  const deleted = [`applications/${gone[0]!.id}`, `contacts/${goneContact}`, `companies/${goneCompany}`];
  for (const path of deleted) await api.call('DELETE', `${V1}/${path}`);
  const made = (path: string, body: unknown): Command => ({ route: path, path, body, status: 201 });
  const onOne = (route: string, id: string, body: unknown, status: number): Command => {
    return { route, path: route.replace('{id}', id), body, status };
  };
  const verb = ({ id }: { id: string }, verb: string, body?: unknown) =>
    onOne(`/follow-ups/{id}/${verb}`, id, body, 200);
  const many = (verb: string, [{ id }]: [{ id: string }]): Command => {
    const route = `/follow-ups/${verb}`;
    return { route, path: route, body: { ids: [id] }, status: 200 };
  };
  return [
    made('/sign-in-codes', undefined),
    made('/sample', undefined),
    made('/companies', { name: randomUUID() }),
    made('/contacts', { name, email: `${name}@example.com` }),
    onOne('/contacts/{id}/touches', contactId, { kind: 'call' }, 201),
    onOne('/contacts/{id}/merge', stays, { from }, 200),
    onOne('/contacts/{id}/unmerge', one, { from: other }, 200),
    made('/vacancies', { companyName: name, title: 'Another' }),
    onOne('/vacancies/{id}/observations', vacancyId, { status: 'closed' }, 201),
    made('/applications', { ...recorded, contact: { name, email: `${randomUUID()}@example.com` } }),
    onOne('/applications/{id}/interviews', invited!.id, { scheduledAt: fromNow(90 * HOUR).toISOString() }, 201),
    onOne('/applications/{id}/restore', gone[0]!.id, undefined, 200),
    onOne('/contacts/{id}/restore', goneContact, undefined, 200),
    onOne('/companies/{id}/restore', goneCompany, undefined, 200),
    onOne('/applications/{id}/stage', moved!.id, { stage: 'offer' }, 200),
    onOne('/applications/{id}/rejection', rejected!.id, {}, 201),
    made('/boards', { provider: 'greenhouse', slug: randomUUID() }),
    onOne('/boards/{id}/sweep', boardId, undefined, 202),
    made('/webhook-endpoints', { url: 'http://127.0.0.1:9/' }),
    onOne('/webhook-endpoints/{id}/secret', endpointId, undefined, 201),
    onOne('/webhook-endpoints/{id}/test', endpointId, undefined, 202),
    onOne('/messages/{id}/retry', parked!.id, undefined, 200),
    {
      route: '/imports',
      path: '/imports',
      body: `${CSV}"10/1/26, 9:15 AM",${name},Imported,https://jobs.example.com/${name}\n`,
      headers: { 'content-type': 'text/csv' },
      status: 202,
    },
    onOne('/imports/{id}/stop', kept!.id, undefined, 200),
    onOne('/imports/{id}/undo', over!.id, undefined, 202),
    { ...made('/postings', { url: `https://boards.greenhouse.io/${name}/jobs/1` }), status: 202 },
    verb(await aLetter(database, { state: 'draft' }), 'approve'),
    verb(await aLetter(database), 'send-now'),
    { ...verb(await aLetter(database), 'test'), status: 202 },
    verb(await aLetter(database, { state: 'unconfirmed' }), 'mark-sent'),
    verb(await aLetter(database, { state: 'unconfirmed' }), 'resend'),
    verb(await aReminder(database), 'hold'),
    verb(await aReminder(database, { state: 'held' }), 'resume'),
    many('hold', [await aReminder(database)]),
    many('resume', [await aReminder(database, { state: 'held' })]),
    verb(await aReminder(database), 'snooze', { until: fromNow(2 * HOUR).toISOString() }),
    verb(await aReminder(database), 'cancel'),
    verb(await aReminder(database, { state: 'sent' }), 'done'),
    verb(await aLetter(database, { state: 'cancelled', endedBy: 'candidate', priorState: 'draft' }), 'restore'),
  ];
}

/** What changes the candidate's own row. */
function changesOfSettings(round: number): Command[] {
  const change = (route: string, body: unknown): Command => ({
    method: 'PATCH',
    route,
    path: route,
    body,
    status: 200,
  });
  return [change('/settings', { mailbox: { dailyCap: 1_000 + round } }), change('/me', { name: `Olena ${round}` })];
}

const runWithKey = ({ method = 'POST', path, body, headers = {} }: Command) =>
  api.call(method, V1 + path, body, { ...headers, 'idempotency-key': randomUUID() });

/** Seats a company at tables of six, as many as one account may have under way, until everybody has met everybody. */
class Meetings {
  private readonly met = new Set<string>();
  private size = 0;

  get areAll(): boolean {
    return this.size > 0 && this.met.size === (this.size * (this.size - 1)) / 2;
  }

  nextTables(size: number): number[][] {
    this.size = size;
    const standing = new Set(Array.from({ length: size }, (_, guest) => guest));
    const tables: number[][] = [];
    while (standing.size > 0) {
      const table: number[] = [];
      while (table.length < AT_ONCE && standing.size > 0) {
        const next = [...standing].toSorted((one, other) => this.news(table, other) - this.news(table, one))[0]!;
        standing.delete(next);
        table.push(next);
      }
      tables.push(table);
    }
    for (const table of tables) for (const one of table) for (const other of table) this.meet(one, other);
    return tables;
  }

  /** How many a guest would meet there; at an empty table, how many at all. */
  private news(table: number[], guest: number): number {
    const others = table.length > 0 ? table : Array.from({ length: this.size }, (_, other) => other);
    return others.filter((other) => other !== guest && !this.met.has(pair(guest, other))).length;
  }

  private meet(one: number, other: number): void {
    if (one !== other) this.met.add(pair(one, other));
  }
}

const pair = (one: number, other: number) => `${Math.min(one, other)} ${Math.max(one, other)}`;

describe('commands with an Idempotency-Key beside each other and beside changes of settings', () => {
  it('are all of those that the API describes', async () => {
    const { paths } = (await api.call('GET', '/api/openapi.json')).body as { paths: Record<string, Described> };
    const takesKey = ({ post }: Described) => post?.parameters?.some(({ name }) => name === 'Idempotency-Key');
    const described = Object.entries(paths).filter(([, verbs]) => takesKey(verbs));
    const routes = (await oneOfEach()).map(({ route }) => V1 + route);
    expect(routes.toSorted()).toEqual(described.map(([path]) => path).toSorted());
  });

  it('each beside every other do as they say, none waits for another for ever, and nobody else is kept waiting', async () => {
    const { authorization } = await api.addStranger();
    const met = new Meetings();
    const wrong: unknown[] = [];
    const strangers: number[] = [];
    for (let round = 0; !met.areAll; round += 1) {
      const commands = [...(await oneOfEach()), ...changesOfSettings(round)];
      for (const table of met.nextTables(commands.length)) {
        const guest = api.call('GET', `${V1}/me`, undefined, { authorization });
        const answers = await Promise.all(table.map((at) => runWithKey(commands[at]!)));
        for (const [index, { status, body }] of answers.entries()) {
          const { route, status: expected } = commands[table[index]!]!;
          if (status !== expected) wrong.push([route, body]);
        }
        strangers.push((await guest).status);
      }
    }
    expect(wrong).toEqual([]);
    expect(new Set(strangers)).toEqual(new Set([200]));
    const [stats] = await api.db.query<{ deadlocks: number }>(
      'select deadlocks::int from pg_stat_database where datname = current_database()',
    );
    expect(stats).toEqual({ deadlocks: 0 });
  });

  it('let others go on while the candidate is in somebody’s turn', async () => {
    const { authorization } = await api.addStranger();
    const inTurn = Promise.withResolvers<void>();
    const over = Promise.withResolvers<void>();
    const holding = database.inTurn(OWNER_ID, async () => {
      inTurn.resolve();
      await over.promise;
    });
    await inTurn.promise;
    // More than the service has connections.
    const waiting = Array.from({ length: 15 }, (_, dailyCap) =>
      api.call('PATCH', `${V1}/settings`, { mailbox: { dailyCap: dailyCap + 1 } }),
    );
    for (let times = 0; times < 30; times += 1) {
      expect((await api.call('GET', `${V1}/me`, undefined, { authorization })).status).toBe(200);
    }
    over.resolve();
    await holding;
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(Array(15).fill(200));
  });

  it('are answered while what belongs to their rows is being written', async () => {
    const application = { companyName: randomUUID(), title: 'Engineer', contact: { name: 'Dana Ito' } };
    const { id, body } = await api.call('POST', `${V1}/applications`, application);
    const { contactId, vacancyId, companyId } = body as Record<'contactId' | 'vacancyId' | 'companyId', string>;
    const changes = await database.asCandidate(OWNER_ID, async (tx) => {
      const row = { candidateId: OWNER_ID, companyId, vacancyId, contactId, stage: 'saved' as const };
      await tx.insert(Application, { id: randomUUID(), ...row });
      const { candidateId } = row;
      const letter = { candidateId, applicationId: id, contactId, kind: 'reflection', audience: 'candidate' } as const;
      const times = { dueAt: fromNow(HOUR), since: fromNow(-HOUR) };
      await tx.insert(FollowUp, { id: randomUUID(), ...letter, ...times, state: 'waiting', whyCode: 'stays_warm' });
      return Promise.all([
        api.call('PATCH', `${V1}/settings`, { mailbox: { dailyCap: 7 } }),
        api.call('PATCH', `${V1}/me`, { name: 'Olena' }),
        api.call('PATCH', `${V1}/companies/${companyId}`, { cooldown: 'P30D' }),
        api.call('PATCH', `${V1}/vacancies/${vacancyId}`, { requirements: 'None' }),
        api.call('PATCH', `${V1}/contacts/${contactId}`, { notes: 'None' }),
        api.call('POST', `${V1}/contacts/${contactId}/touches`, { kind: 'call' }),
        api.call('POST', `${V1}/applications/${id}/stage`, { stage: 'offer' }),
      ]);
    });
    expect(changes.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 201, 200]);
  });
});
