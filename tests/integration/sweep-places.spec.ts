// Which boards the relay finds due: a provider has so many places at once, and of those for pages a host has a few.
import { Database } from '@app/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { findRadarHints } from '../../apps/worker/src/relay/radar.queries.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

jest.setTimeout(120_000);

let db: TestDatabase;
let worker: Database;
beforeAll(async () => {
  db = await createTestDatabase();
  worker = await Database.connect(db.workerUrl, { name: 'test', poolSize: 1 });
});
beforeEach(() => db.query('delete from boards'));
afterAll(async () => {
  await worker.close();
  await db.drop();
});

const due = (provider: string, slugs: string[], minutesAgo: number) =>
  db.query(
    `insert into boards (id, provider, slug, next_sweep_at)
     select gen_random_uuid(), $1, slug, now() - make_interval(mins => $3) from unnest($2::text[]) slug`,
    [provider, slugs, minutesAgo],
  );
const pagesOf = (host: string, count: number) =>
  Array.from({ length: count }, (_, place) => `https://${host}/jobs/${place}`);
const claim = (slugs: string[], seconds: number) =>
  db.query(`update boards set lease_token = $1, lease_until = now() + make_interval(secs => $2) where slug = any($3)`, [
    randomUUID(),
    seconds,
    slugs,
  ]);
const found = async (): Promise<string[]> => {
  const ids = (await worker.acrossCandidates(findRadarHints)).map(({ id }) => id);
  const rows = await db.query<{ slug: string }>('select slug from boards where id = any($1)', [ids]);
  return rows.map(({ slug }) => slug);
};
const of = (host: string, slugs: string[]) => slugs.filter((slug) => slug.includes(`//${host}/`));

describe('pages of any site', () => {
  const SLOW = 'slow.example';
  const OTHER = 'https://other.example/jobs/1';

  it('wait behind no host that has many of them', async () => {
    await due('jsonld', pagesOf(SLOW, 200), 60);
    await due('jsonld', [OTHER], 1);
    const slugs = await found();
    expect(slugs).toContain(OTHER);
    expect(of(SLOW, slugs)).toHaveLength(3);
  });

  it('of one host are no more while others of it are being read, whoever watches them', async () => {
    const pages = pagesOf(SLOW, 40);
    await due('jsonld', pages, 60);
    await due('jsonld', pagesOf('busy.example', 40), 60);
    await due('jsonld', [OTHER, 'https://slow.example:8443/jobs/1'], 1);
    await claim(pages.slice(0, 2), 60);
    expect(of(SLOW, await found())).toHaveLength(1);
    await claim(pages.slice(2, 3), 60);
    expect((await found()).toSorted()).toEqual(
      [OTHER, 'https://slow.example:8443/jobs/1', ...of('busy.example', await found())].toSorted(),
    );
    await claim(pages.slice(0, 3), -1);
    expect(of(SLOW, await found())).toHaveLength(3);
  });

  it('of many hosts have the places of a provider, the longest due first', async () => {
    await due(
      'jsonld',
      Array.from({ length: 40 }, (_, host) => `https://late-${host}.example/jobs`),
      1,
    );
    await due(
      'jsonld',
      Array.from({ length: 20 }, (_, host) => `https://early-${host}.example/jobs`),
      9,
    );
    const slugs = await found();
    expect(slugs).toHaveLength(25);
    expect(slugs.filter((slug) => slug.includes('early'))).toHaveLength(20);
  });
});

it('a provider’s boards share a host, and have its places all the same', async () => {
  await due(
    'greenhouse',
    Array.from({ length: 40 }, (_, board) => `acme-${board}`),
    1,
  );
  await due('jsonld', pagesOf('slow.example', 40), 60);
  expect(await found()).toHaveLength(25 + 3);
});
