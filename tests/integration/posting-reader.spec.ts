/** The posting behind an address: of every provider, of companies' own pages, and what keeps them from filling a form. */
import { BOARD_PROVIDERS, type BoardProvider, ofBoard, recogniseBoard } from '@app/contracts';
import { postingProblemSentence } from '@app/follow-ups';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { CONNECTORS } from '../../apps/worker/src/boards/reading/connectors/connectors.js';
import type { Behaviour } from '../support/board-behaviours.js';
import { anAd, BoardServer } from '../support/board.server.js';
import { HOSTILE_BODIES } from '../support/hostile-bodies.js';
import { type GivenPosting, postingReaderOf } from '../support/posting-reader.js';

const UUID = '88499546-e9f7-4403-87a5-240050bd7c5b';
const PAGE = 'https://careers.acme.example/jobs/7';
const REAL = join(process.cwd(), '../shared/data/boards');
const isThere = existsSync(REAL);
if (!isThere) process.stderr.write(`${REAL} is absent: the test on real postings is skipped.\n`);

let server: BoardServer;
beforeAll(async () => {
  server = await BoardServer.start();
});
afterAll(() => server.stop());

type Provider = Exclude<BoardProvider, 'jsonld'>;

const realBoards = () =>
  BOARD_PROVIDERS.filter((provider): provider is Provider => provider !== 'jsonld').flatMap((provider) =>
    readdirSync(join(REAL, provider)).map((file) => {
      const slug = basename(file, extname(file)).replaceAll('_', '-');
      const type = file.endsWith('.json') ? 'application/json' : 'application/xml';
      return { provider, slug, type, body: readFileSync(join(REAL, provider, file)) };
    }),
  );

const ADDRESSES: Record<Provider, (slug: string, id: string) => string> = {
  greenhouse: (slug, id) => `https://boards.greenhouse.io/${slug}/jobs/${id}`,
  lever: (slug, id) => `https://jobs.lever.co/${slug}/${id}`,
  ashby: (slug, id) => `https://jobs.ashbyhq.com/${slug}/${id}`,
  smartrecruiters: (slug, id) => `https://jobs.smartrecruiters.com/${slug}/${id}`,
  workable: (slug, id) => `https://apply.workable.com/${slug}/j/${id}/`,
  recruitee: (slug, id) => `https://${slug}.recruitee.com/api/offers/${id}`,
  personio: (slug, id) => `https://${slug}.jobs.personio.de/job/${id}`,
  teamtailor: (slug, id) => `https://${slug}.teamtailor.com/jobs/${id}-x`,
};
const addressAt = (provider: Provider, slug: string, id: string) => ADDRESSES[provider](slug, id);

const reader = (given: GivenPosting = {}) => postingReaderOf({ baseUrls: server.baseUrls, ...given });
const problem = async (url: string, given?: GivenPosting) => {
  const read = await reader(given).read(url);
  expect(read.advert).toBeNull();
  const said = read.problem!;
  // One sentence, whatever it is.
  expect(postingProblemSentence(said, 'en')).toMatch(/^["A-Z].*\.$/);
  return said.code;
};

describe('the posting behind an address', () => {
  /** The address, and the id that the provider's feed has for it. */
  const HANDED_OUT: [BoardProvider, string, string, string][] = [
    ['greenhouse', 'https://boards.greenhouse.io/acme/jobs/127817', '127817', 'Acme'],
    ['greenhouse', 'https://job-boards.eu.greenhouse.io/acme/jobs/127817', '127817', 'Acme'],
    ['lever', `https://jobs.lever.co/acme-group/${UUID}`, UUID, 'Acme Group'],
    ['ashby', `https://jobs.ashbyhq.com/acme/${UUID}`, UUID, 'Acme'],
    ['smartrecruiters', 'https://jobs.smartrecruiters.com/Acme/75551135-engineer', '75551135', 'Acme'],
    ['workable', 'https://apply.workable.com/acme/j/E2C96AB706/', 'E2C96AB706', 'Acme'],
    ['recruitee', 'https://acme.recruitee.com/o/offer-2700825', '2700825', 'Acme'],
    ['personio', 'https://acme.jobs.personio.de/job/1958197', '1958197', 'Acme SE & Co. KG'],
    ['teamtailor', 'https://acme.teamtailor.com/jobs/707498746-an-ad', '7498746', 'acme'],
  ];

  it.each(HANDED_OUT)('of %s, %s, is read from its interface', async (provider, url, id, companyName) => {
    const { slug } = recogniseBoard(url)!;
    server.board(provider, slug, [
      anAd('1'),
      anAd(id, { title: ' Cook & <Chef> 🚀 ', locations: ['Berlin, Germany'] }),
    ]);
    const { advert, board, problem } = await reader().read(url);
    expect(problem).toBeNull();
    expect(board).toEqual(recogniseBoard(url));
    expect(advert).toMatchObject({ title: 'Cook & <Chef> 🚀', companyName });
    // The one answer of Workable for a posting names no place.
    if (provider !== 'workable') expect(advert?.location).toBe('Berlin, Germany');
  });

  it('that its board lists no more is said to be gone, and a whole board to be no posting', async () => {
    server.board('greenhouse', 'gone', [anAd('1')]);
    server.board('ashby', 'gone', [anAd('1')]);
    expect(await problem('https://boards.greenhouse.io/gone/jobs/2')).toBe('posting_not_listed');
    expect(await problem(`https://jobs.ashbyhq.com/gone/${UUID}`)).toBe('posting_not_listed');
    expect(await problem(`https://jobs.ashbyhq.com/nobody/${UUID}`)).toBe('not_there');
    expect(await problem('https://boards.greenhouse.io/gone')).toBe('a_whole_board');
  });

  it('is read where real answers lie beside the project, each board’s first', async () => {
    const isAskedSingly = new Set<BoardProvider>(['greenhouse', 'smartrecruiters', 'recruitee']);
    for (const { provider, slug, body, type } of isThere ? realBoards() : []) {
      const [row] = CONNECTORS[provider].parse(body.toString(), { slug, cursor: 0 }).rows;
      if (row === undefined) continue;
      const { id, title, url } = row.posting;
      const named = provider === 'teamtailor' ? recogniseBoard(url!)!.postingId! : id;
      server.board(provider, slug).behave({ kind: 'raw', body, headers: { 'content-type': type } });
      const read = await reader().read(addressAt(provider, slug, named));
      const board = `${provider} ${slug}`;
      // That the server has no answer for it alone is proof at some; at the others it is looked for in the list.
      if (isAskedSingly.has(provider)) expect([board, read.problem?.code]).toEqual([board, 'posting_not_listed']);
      else expect([board, read.advert?.title]).toEqual([board, title.replace(/\s+/g, ' ').trim()]);
    }
  });
});

describe('a page of a company', () => {
  const shown = async (html: string, url = PAGE) => {
    const body = Buffer.from(`<!DOCTYPE html><html>${html}</html>`);
    server.board('jsonld', url).behave({ kind: 'raw', body, headers: { 'content-type': 'text/html; charset=utf-8' } });
    return reader().read(url);
  };
  const markup = (job: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'JobPosting', ...job })}</script>`;

  it('fills a form by its JobPosting', async () => {
    const description =
      '<p>We cook.</p><h3>What you bring</h3><ul><li>Knives</li><li>A cool head</li></ul><h3>What we offer</h3><p>Soup</p>';
    const { advert, board } = await shown(
      markup({
        title: 'Chef &amp; Cook',
        hiringOrganization: { '@type': 'Organization', name: 'Acme Küche' },
        jobLocation: { address: { addressLocality: 'Lviv', addressCountry: 'UA' } },
        description,
      }),
    );
    expect(board).toBeNull();
    expect(advert).toEqual({
      title: 'Chef & Cook',
      companyName: 'Acme Küche',
      location: 'Lviv, UA',
      requirements: '- Knives\n- A cool head',
    });
  });

  it('that shows several jobs fills it by the one at its address alone', async () => {
    const two = [{ title: 'Cook' }, { title: 'Chef', url: PAGE }];
    expect((await shown(two.map(markup).join(''))).advert?.title).toBe('Chef');
    expect((await shown(two.map((job) => markup({ ...job, url: undefined })).join(''))).problem?.code).toBe(
      'several_postings',
    );
  });

  it('that shows a provider’s board is read there', async () => {
    server.board('greenhouse', 'shown', [anAd('4711', { title: 'Baker' })]);
    const frame = '<iframe src="https://boards.greenhouse.io/embed/job_app?for=shown&token=4711"></iframe>';
    expect(await shown(frame)).toMatchObject({
      advert: { title: 'Baker' },
      board: { provider: 'greenhouse', slug: 'shown', postingId: '4711' },
    });
  });

  it('without markup is known by its title', async () => {
    const head = '<head><title>Cook - Acme</title><meta property="og:site_name" content="Acme"></head>';
    expect((await shown(head)).advert).toMatchObject({ title: 'Cook', companyName: 'Acme', requirements: null });
    const heading = `${head}<body><h1>Head of Soup</h1></body>`;
    expect((await shown(heading)).advert?.title).toBe('Head of Soup');
  });

  it.each<[string, string, string]>([
    ['a wall', '<title>Acme</title><p>Just a moment...</p>', 'behind_a_wall'],
    ['a login', '<title>Acme</title><form><input type="password"></form>', 'behind_a_wall'],
    ['nothing', '<body></body>', 'not_a_posting'],
  ])('that is %s fills nothing', async (_, html, code) => expect((await shown(html)).problem?.code).toBe(code));

  it.each<[string, Behaviour, string]>([
    ['is not there', { kind: 'vanished' }, 'not_there'],
    ['fails', { kind: 'status', status: 503 }, 'unreachable'],
    ['breaks off', { kind: 'broken-off' }, 'unreachable'],
    ['hangs up', { kind: 'reset' }, 'unreachable'],
    ['is too large', { kind: 'huge', megabytes: 40 }, 'too_large'],
    ['asks everybody to wait', { kind: 'throttled', retryAfter: '3600' }, 'unreachable'],
    ['leads to this machine', { kind: 'redirect', to: 'http://careers.acme.example:1/' }, 'unreachable'],
    ['leads to a private address', { kind: 'redirect', to: 'https://10.0.0.1/' }, 'private_address'],
  ])('that %s says so', async (_, behaviour, code) => {
    server.board('jsonld', PAGE, [anAd('7')]).behave(behaviour);
    expect(await problem(PAGE)).toBe(code);
  });

  it('is not waited for, whether it says nothing or never ends', async () => {
    for (const kind of ['silence', 'slow-body'] as const) {
      server.board('jsonld', PAGE, [anAd('7')]).behave({ kind });
      expect(await problem(PAGE, { limitMs: 150 })).toBe('too_slow');
    }
  });

  it('is not asked for where its robots.txt forbids it, nor on a private address', async () => {
    const robots = { refusal: async () => ofBoard('robots_forbid') };
    expect(await problem(PAGE, { baseUrls: {}, robots })).toBe('refused_by_robots');
    expect(await problem('http://127.0.0.1:1/jobs', { baseUrls: {} })).toBe('private_address');
  });

  it('made to stop whoever reads it stops nobody', async () => {
    const worst = HOSTILE_BODIES.filter(({ what }) =>
      /nested without an end|many attributes|commas and blanks/.test(what),
    );
    expect(worst).toHaveLength(3);
    for (const { body } of worst) {
      const headers = { 'content-type': 'text/html' };
      server.board('jsonld', PAGE).behave({ kind: 'raw', body: Buffer.from(body()), headers });
      expect(['unreadable', 'not_a_posting', undefined]).toContain((await reader().read(PAGE)).problem?.code);
    }
  });
});
