/** Reading takes time in proportion to what is read, whatever it is: four times the text, at most five times the work. */
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { join } from 'node:path';
import { BOARD_PROVIDERS, type BoardProvider } from '@app/contracts';
import { openPostings } from '../../apps/worker/src/boards/reading/connectors/listing.js';
import type { ParseTask } from '../../apps/worker/src/boards/reading/parsing.js';
import { ParserPool } from '../../apps/worker/src/parsers/parser-pool.js';
import { slugOf } from '../support/board-readings.js';

jest.setTimeout(300_000);

const SMALL = 250_000;
const LARGE = 4 * SMALL;
const MOST = 5;
const TIMES = 3;
const LOOKS = 8;
/** Of the processor: what is done sooner is done soon enough. */
const SOON_MS = 60;

const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** What made a pattern or a parser slow somewhere. */
const PIECES = [
  ' ',
  'job ',
  'job is ',
  'no open ',
  'applications have been ',
  '·',
  '&',
  '&amp;amp;',
  '&#1',
  '<',
  '<a ',
  '</a',
  '<!--',
  '[',
  '{"a":',
  ', ',
  '//',
  '/*',
  '0',
  '\\u0041',
  '\u{1F680}',
];

type Shape = (text: string) => string;
const inTitle =
  (before: string, after: string): Shape =>
  (text) =>
    `${before}${JSON.stringify(text)}${after}`;
const asItIs: Shape = (text) => text;
const blanksBehind: Shape = (text) => `job${text}x`;

const SHAPES: Record<BoardProvider, Shape[]> = {
  greenhouse: [inTitle('{"jobs":[{"id":1,"location":{"name":', '}}]}')],
  lever: [inTitle('[{"id":"1","text":', '}]')],
  ashby: [inTitle('{"jobs":[{"id":"1","title":', '}]}')],
  smartrecruiters: [inTitle('{"content":[{"id":"1","refNumber":', '}]}')],
  workable: [inTitle('{"jobs":[{"shortcode":"1","department":', '}]}')],
  recruitee: [inTitle('{"offers":[{"id":1,"published_at":', '}]}')],
  personio: [
    asItIs,
    (text) => `<html><a class="job-box" href="/job/1"><h3>${text}</h3></a></html>`,
    (text) => `<html>personio ${text}</html>`,
  ],
  teamtailor: [asItIs, (text) => `<rss><channel><item><guid>1</guid><link>${text}</link></item></channel></rss>`],
  jsonld: [
    blanksBehind,
    (text) => `<html><body><a>${text}</a></body></html>`,
    (text) => `<script type="application/ld+json">${text}</script>`,
    inTitle('<script type="application/ld+json">{"@type":"JobPosting","title":', '}</script>'),
  ],
};

/** What only one kind of text is slow with. */
const inItem: Shape = (text) => `<div itemscope itemtype="https://schema.org/JobPosting">${text}</div>`;
const inScript: Shape = (text) => `<script>${text}</script>`;
const PECULIAR: { piece: string; shape: Shape }[] = [
  { piece: '<b itemprop="title">a</b>', shape: inItem },
  { piece: '<b itemprop="title"><b itemprop="name">', shape: inItem },
  { piece: 'title ', shape: (text) => inItem(`<b itemprop="${text}">a</b>`) },
  { piece: '<i itemscope itemprop="address">a</i>', shape: inItem },
  { piece: 'a', shape: (text) => `<div itemscope itemtype="${text}#">` },
  { piece: 'a:', shape: (text) => `<div typeof="${text} ">` },
  { piece: '<p style="display: ">', shape: asItIs },
  { piece: 'display:', shape: (text) => `<p style="${text}">` },
  { piece: '<a href="https://boards.greenhouse.io/acme/jobs/1">', shape: asItIs },
  { piece: '<iframe src="//jobs.lever.co/a/"></iframe>', shape: asItIs },
  { piece: '//a.greenhouse.io/', shape: inScript },
  { piece: 'a.', shape: (text) => inScript(`//${text}`) },
  { piece: 'https:', shape: inScript },
  { piece: 'the session is currently ', shape: asItIs },
  { piece: 'offre d’emploi ', shape: asItIs },
  { piece: 'verify that you are a ', shape: asItIs },
];

const cases = [
  ...BOARD_PROVIDERS.flatMap((provider) =>
    SHAPES[provider].flatMap((shape, at) => PIECES.map((piece) => ({ provider, shape, at, piece }))),
  ),
  ...PECULIAR.map(({ shape, piece }, at) => ({ provider: 'jsonld', shape, at, piece })),
];

/** As it is built and in a process of its own: under a test's way to load code the same work takes ten times as long. */
const pool = new ParserPool(join(process.cwd(), 'tests/support/measured.parser.js'), {
  cpuMs: 60_000,
  megabytes: 1_000,
  clockMs: 120_000,
});
afterAll(() => pool.close());

type Measure = (times: number) => Promise<number[]>;

const median = (values: number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;

/**
 * Measured thoroughly only where one look shows that it is not soon done, and again where it seems slow: whoever shares the processor's
 * caches makes one measure worse, and what is not linear is slow in all of them.
 */
async function isLinear(small: Measure, large: Measure): Promise<boolean> {
  if ((await large(1))[0]! < SOON_MS) return true;
  for (let look = 0; look < LOOKS; look += 1) {
    if (median(await large(TIMES)) <= Math.max(SOON_MS, MOST * median(await small(TIMES)))) return true;
  }
  return false;
}

describe('the work of reading', () => {
  it.each(BOARD_PROVIDERS)('a body of %s grows no faster than the body', async (provider) => {
    const reading = (text: string): Measure => {
      const body = { bytes: Buffer.from(text), contentType: 'text/html' };
      const task: ParseTask = { provider, body, asked: { slug: slugOf(provider), cursor: 0 } };
      return (times) => pool.run({ task, times });
    };
    const slow: string[] = [];
    for (const { shape, at, piece } of cases.filter((each) => each.provider === provider)) {
      const [small, large] = [SMALL, LARGE].map((length) => reading(shape(filled(piece, length))));
      if (!(await isLinear(small!, large!))) slow.push(`shape ${at} of ${JSON.stringify(piece)}`);
    }
    expect(slow).toEqual([]);
  });

  it.each<[string, Shape]>([
    ['lines without a rule', asItIs],
    ['a path', (text) => `User-agent: *\nDisallow: /${text}`],
    ['an agent', (text) => `User-agent: ${text}`],
    ['a key', (text) => `${text}: /`],
  ])('a robots.txt of %s grows no faster than the file', async (_, shape) => {
    const slow: string[] = [];
    for (const piece of [...PIECES, '*', '$', '%', '%41', 'Disallow: /*a\n', 'user-agent: *\n', '\r']) {
      const judging = (length: number): Measure => {
        const url = `https://acme.example/${filled('a', 2_000)}`;
        const task: ParseTask = { rules: shape(filled(piece, length)), agent: 'Rekindle', url };
        return (times) => pool.run({ task, times });
      };
      if (!(await isLinear(judging(SMALL / 8), judging(LARGE / 8)))) slow.push(JSON.stringify(piece));
    }
    expect(slow).toEqual([]);
  });

  it.each([
    ['one posting in many lines, each with a place of its own', (at: number) => ({ id: '1', locations: [`at ${at}`] })],
    ['one posting in many lines, each with a number of its own', (at: number) => ({ id: '1', jobIds: [`ad:${at}`] })],
    ['many postings of one number', (at: number) => ({ id: String(at), jobIds: ['job:1'] })],
  ])('%s together grows no faster than the lines', async (_, fields) => {
    const nothing = { title: 'Cook', url: null, locations: [], department: null, jobIds: [], publishedAt: null };
    const joining = (count: number): Measure => {
      const rows = Array.from({ length: count }, (__, at) => ({
        posting: { ...nothing, ...fields(at) },
        closedFrom: null,
      }));
      return async (times) => Array.from({ length: times }, () => workMs(() => openPostings(rows, new Date())));
    };
    await expect(isLinear(joining(12_500), joining(50_000))).resolves.toBe(true);
  });
});

function workMs(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
