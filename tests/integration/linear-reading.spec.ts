/** Reading takes time in proportion to what is read, whatever it is: four times the text, at most five times the work. */
import { describe, expect, it, jest } from '@jest/globals';
import { BOARD_PROVIDERS, type BoardProvider } from '@app/contracts';
import { openPostings } from '../../apps/worker/src/boards/reading/connectors/listing.js';
import { parsed } from '../../apps/worker/src/boards/reading/parsing.js';
import { slugOf } from '../support/board-readings.js';

jest.setTimeout(300_000);

const SMALL = 1_000_000;
const LARGE = 4 * SMALL;
const MOST = 5;
const TIMES = 5;
/** Of the processor: what is done sooner is done soon enough. */
const SOON_MS = 250;

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

const cases = BOARD_PROVIDERS.flatMap((provider) =>
  SHAPES[provider].flatMap((shape, at) => PIECES.map((piece) => ({ provider, shape, at, piece }))),
);

function workMs(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

const median = (values: number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
const medianMs = (work: () => unknown) => median(Array.from({ length: TIMES }, () => workMs(work)));

/** Measured thoroughly only where one look shows that it is not soon done. */
function isLinear(small: () => unknown, large: () => unknown): boolean {
  if (workMs(large) < SOON_MS) return true;
  return medianMs(large) <= Math.max(SOON_MS, MOST * medianMs(small));
}

describe('the work of reading', () => {
  it.each(BOARD_PROVIDERS)('a body of %s grows no faster than the body', (provider) => {
    const asked = { slug: slugOf(provider), cursor: 0 };
    const reading = (text: string) => {
      const body = { bytes: Buffer.from(text), contentType: 'text/html' };
      return () => parsed({ provider, body, asked });
    };
    const slow = cases
      .filter((each) => each.provider === provider)
      .filter(
        ({ shape, piece }) => !isLinear(reading(shape(filled(piece, SMALL))), reading(shape(filled(piece, LARGE)))),
      )
      .map(({ at, piece }) => `shape ${at} of ${JSON.stringify(piece)}`);
    expect(slow).toEqual([]);
  });

  it.each([
    [
      'one posting in many lines, each with a place of its own',
      (at: number) => ({ id: '1', locations: [`place ${at}`] }),
    ],
    [
      'one posting in many lines, each with a number of its own',
      (at: number) => ({ id: '1', jobIds: [`requisition:R${at}`] }),
    ],
    ['many postings of one number', (at: number) => ({ id: String(at), jobIds: ['job:1'] })],
  ])('%s together grows no faster than the lines', (_, fields) => {
    const rows = (count: number) =>
      Array.from({ length: count }, (__, at) => ({
        posting: {
          title: 'Cook',
          url: null,
          locations: [],
          department: null,
          jobIds: [],
          publishedAt: null,
          ...fields(at),
        },
        closedFrom: null,
      }));
    const [few, many] = [rows(12_500), rows(50_000)];
    expect(
      isLinear(
        () => openPostings(few, new Date()),
        () => openPostings(many, new Date()),
      ),
    ).toBe(true);
  });
});
