/**
 * On answers of boards as they are: a few of our own in each provider's shape, and real ones where they lie beside the project. What
 * is expected is worked out from the raw text.
 */
import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { BOARD_PROVIDERS, type BoardProvider } from '@app/contracts';
import { checkBoardFiles } from '../../apps/worker/src/boards/replay/board-files.js';
import { CONNECTORS } from '../../apps/worker/src/boards/reading/connectors/connectors.js';
import { openPostings } from '../../apps/worker/src/boards/reading/connectors/listing.js';

const OWN = join(process.cwd(), 'tests/support/boards');
const REAL = join(process.cwd(), '../shared/data/boards');
const isThere = existsSync(REAL);
if (!isThere) process.stderr.write(`${REAL} is absent: the tests on real boards are skipped.\n`);
const FOLDERS = isThere ? [OWN, REAL] : [OWN];

interface Line {
  /** Null where the raw text has no id of its own. */
  id: string | null;
  title: string;
  /** Words of its places, each of which has to be shown. */
  places: string[];
  date: string | null;
}
type RawJob = { [key: string]: unknown };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const said = (...values: unknown[]) => values.map(text).filter(Boolean);
const list = (value: unknown): RawJob[] =>
  [value].flat().filter((each): each is RawJob => typeof each === 'object' && each !== null);
const within = (value: unknown): RawJob => list(value)[0] ?? {};
const items = (body: string, key?: string): RawJob[] => {
  const answer = JSON.parse(body) as RawJob;
  return list(key === undefined ? answer : answer[key]);
};
const tags = (body: string, tag: string) =>
  [...body.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, inner = '']) =>
    inner.replaceAll('&amp;', '&').trim(),
  );

const LINES: Record<BoardProvider, (body: string) => Line[]> = {
  greenhouse: (body) =>
    items(body, 'jobs').map((job) => ({
      id: String(job['id']),
      title: text(job['title']),
      places: text(within(job['location'])['name']).split('; '),
      date: text(job['first_published']) || null,
    })),
  lever: (body) =>
    items(body).map((job) => ({
      id: text(job['id']),
      title: text(job['text']),
      places: (within(job['categories'])['allLocations'] ?? []) as string[],
      date: new Date(Number(job['createdAt'])).toISOString(),
    })),
  ashby: (body) =>
    items(body, 'jobs').map((job) => ({
      id: text(job['id']),
      title: text(job['title']),
      places: said(job['location'], ...list(job['secondaryLocations']).map((each) => each['location'])),
      date: text(job['publishedAt']),
    })),
  smartrecruiters: (body) =>
    items(body, 'content').map((job) => ({
      id: text(job['id']),
      title: text(job['name']),
      places: said(within(job['location'])['city']),
      date: text(job['releasedDate']),
    })),
  workable: (body) =>
    items(body, body.includes('"results"') ? 'results' : 'jobs').map((job) => ({
      id: text(job['shortcode']),
      title: text(job['title']),
      places: said(...list(job['locations']).flatMap(({ city, region, country }) => [city, region, country])),
      date: text(job['published_on'] ?? job['published']),
    })),
  recruitee: (body) =>
    items(body, 'offers').map((job) => ({
      id: String(job['id']),
      title: text(job['title']),
      places: said(job['city'], job['country']),
      date: text(job['published_at']).replace(' UTC', 'Z').replace(' ', 'T'),
    })),
  personio: (body) =>
    tags(body.replaceAll(/<jobDescriptions>.*?<\/jobDescriptions>/gs, ''), 'position').map((position) => ({
      id: tags(position, 'id')[0] ?? null,
      title: tags(position, 'name')[0] ?? '',
      places: tags(position, 'office'),
      date: tags(position, 'createdAt')[0] ?? null,
    })),
  teamtailor: (body) =>
    body.startsWith('<')
      ? tags(body, 'item').map((item) => ({
          id: tags(item, 'guid')[0] ?? null,
          title: tags(item, 'title')[0] ?? '',
          places: [...tags(item, 'tt:city'), ...tags(item, 'tt:country')],
          date: tags(item, 'pubDate')[0] ?? null,
        }))
      : items(body, 'items').map((item) => ({
          id: text(item['id']),
          title: text(item['title']),
          places: list(within(item['_jobposting'])['jobLocation']).flatMap(({ address }) =>
            said(within(address)['addressLocality']),
          ),
          date: text(item['date_published']),
        })),
  jsonld: (body) =>
    [...body.matchAll(/<script[^>]*ld\+json[^>]*>(.*?)<\/script>/gs)]
      .map(([, json = '{}']) => JSON.parse(json) as RawJob)
      .filter((job) => job['@type'] === 'JobPosting')
      .map((job) => ({
        id: text(job['url']) || null,
        title: text(job['title']),
        places: list(job['jobLocation']).flatMap(({ name, address }) =>
          said(name ?? within(address)['addressLocality']),
        ),
        date: text(job['datePosted']),
      })),
};

const filesIn = (folder: string) =>
  BOARD_PROVIDERS.flatMap((provider) =>
    readdirSync(join(folder, provider)).map((file) => ({ provider, file, path: join(folder, provider, file) })),
  );

describe('a board', () => {
  it.each(FOLDERS.flatMap(filesIn))('$path is read as it is', ({ provider, file, path }) => {
    const body = readFileSync(path, 'utf8');
    const expected = LINES[provider](body);
    const { rows, problems } = CONNECTORS[provider].parse(body, { slug: basename(file, extname(file)), cursor: 0 });

    expect(problems).toEqual([]);
    expect(rows.map(({ posting }) => posting.title)).toEqual(expected.map(({ title }) => title));
    for (const [at, { id, places, date }] of expected.entries()) {
      const posting = rows[at]?.posting;
      if (id !== null) expect(posting?.id).toBe(id);
      for (const place of places) expect(posting?.locations.join(' | ')).toContain(place);
      expect(posting?.publishedAt).toEqual(date === null ? null : new Date(date));
    }
    const open = openPostings(rows, new Date(0));
    expect(open.length).toBe(new Set(rows.map(({ posting }) => posting.id)).size);
  });

  it('of our own stands there for every provider', () => {
    expect(filesIn(OWN).map(({ provider }) => provider)).toEqual(BOARD_PROVIDERS);
  });

  it.each(FOLDERS)('in %s is counted by the check, each without a problem', async (folder) => {
    const checked = await checkBoardFiles(folder);
    expect(checked).toHaveLength(filesIn(folder).length);
    expect(checked.flatMap(({ problems }) => problems)).toEqual([]);
    for (const { provider, file, postings } of checked) {
      const body = readFileSync(join(folder, provider, file), 'utf8');
      expect([file, postings]).toEqual([file, LINES[provider as BoardProvider](body).length]);
    }
  });
});
