/** Bodies made to hold their reader up, to fill its memory, or to be taken for something they are not. */
import type { BoardProvider } from '@app/contracts';

export interface HostileBody {
  what: string;
  provider: BoardProvider;
  /** Made when it is needed: together they would fill the memory of the test. */
  body: () => string | Buffer;
  why: RegExp;
  contentType?: string;
}

const many = (count: number, item: (at: number) => string) => Array.from({ length: count }, (_, at) => item(at));
const page = (inside: string) => `<!DOCTYPE html><html><body>${inside}</body></html>`;
const block = (json: string) => page(`<script type="application/ld+json">${json}</script>`);
const short = (at: number) => `"${at.toString(36)}"`;

const ENDED = /^reading it took more than (2 seconds|256 MB of memory)$/;
const NO_PROOF = /whether it is open cannot be told$/;
const TOO_LONG = /too long to be proof of anything, so whether it is open cannot be told$/;

/** None of them shows a posting: each has failed, for a reason that says what it did. */
export const HOSTILE_BODIES: HostileBody[] = [
  {
    what: 'JSON of nine million empty objects',
    provider: 'greenhouse',
    body: () => `[${'{},'.repeat(9e6)}1]`,
    why: /more pieces of JSON/,
  },
  {
    what: 'JSON that opens 15 million lists',
    provider: 'lever',
    body: () => '['.repeat(15e6),
    why: /more pieces of JSON/,
  },
  {
    what: 'JSON as deep as it may be full',
    provider: 'ashby',
    body: () => `${'{"a":'.repeat(1.9e6)}1${'}'.repeat(1.9e6)}`,
    why: /no list of postings|more than/,
  },
  {
    what: 'an object of many keys',
    provider: 'recruitee',
    body: () => `{${many(2e5, (at) => `${short(at)}:1`).join()}}`,
    why: /no list of postings|more than/,
  },
  {
    what: 'a list of millions of short strings',
    provider: 'workable',
    body: () => `{"jobs":[${'"ab",'.repeat(4e6) + '1'}]}`,
    why: /more than/,
  },
  {
    what: 'a list of 14 million numbers',
    provider: 'smartrecruiters',
    body: () => `{"content":[${'1,'.repeat(14e6)}1]}`,
    why: /more than/,
  },
  {
    what: 'a number of 20 million digits',
    provider: 'greenhouse',
    body: () => `{"jobs":[${'7'.repeat(20e6)}]}`,
    why: /none of its postings|more than/,
  },
  {
    what: 'a string of escapes without an end',
    provider: 'lever',
    body: () => `["${'\\u0041'.repeat(4e6)}`,
    why: /breaks off/,
  },
  {
    what: 'XML that opens nine million elements',
    provider: 'personio',
    body: () => '<a>'.repeat(9e6),
    why: /deeper than any board|more XML/,
  },
  {
    what: 'XML that closes what was never opened',
    provider: 'teamtailor',
    body: () => `${'<a>'.repeat(900)}${'</b>'.repeat(6e6)}`,
    why: /more than|something else/,
  },
  {
    what: 'XML whose entities laugh a billion times',
    provider: 'personio',
    body: () =>
      `<!DOCTYPE x [<!ENTITY a "ha">${many(30, (at) => `<!ENTITY a${at} "${`&a${at - 1};`.repeat(10)}">`).join('')}]><x>${'&a29;'.repeat(1e5)}</x>`,
    why: /something else than its feed/,
  },
  {
    what: 'XML with an attribute of 20 MB',
    provider: 'teamtailor',
    body: () => `<rss a="${'&amp;'.repeat(4e6)}`,
    why: /something else|more than/,
  },
  {
    what: 'a page of closing tags under 4,000 open ones',
    provider: 'jsonld',
    body: () => `${'<b>'.repeat(4_000)}${'</i>'.repeat(7e6)}`,
    why: ENDED,
  },
  {
    what: 'a page nested without an end',
    provider: 'jsonld',
    body: () => '<div>'.repeat(5e6),
    why: /deeper than any is/,
  },
  {
    what: 'a page with many attributes',
    provider: 'jsonld',
    body: () => page(`<a ${many(1e5, (at) => `a${at}=1`).join(' ')}>x</a>`),
    why: NO_PROOF,
  },
  {
    what: 'a page whose comment never ends',
    provider: 'jsonld',
    body: () => `<!DOCTYPE html><!--${'-'.repeat(20e6)}`,
    why: NO_PROOF,
  },
  {
    what: 'a page of 20 MB of words, closed ones at its end',
    provider: 'jsonld',
    body: () => page(`${'job is '.repeat(3e6)}<p>This job is closed</p>`),
    why: TOO_LONG,
  },
  {
    what: 'a page of closed words, and an Apply button beyond what is read',
    provider: 'jsonld',
    body: () => page(`<p>This job is closed</p>${'<a>more</a>'.repeat(1e5)}<button>Apply</button>`),
    why: TOO_LONG,
  },
  {
    what: 'markup of one job with a long title and many numbers',
    provider: 'jsonld',
    body: () => block(`{"@type":"JobPosting","title":"${'x'.repeat(5e6)}","identifier":[${many(2e5, short).join()}`),
    why: NO_PROOF,
  },
  { what: 'markup behind ten million slashes', provider: 'jsonld', body: () => block('/'.repeat(10e6)), why: NO_PROOF },
  {
    what: 'markup of commas and blanks',
    provider: 'jsonld',
    body: () => block(`[1${',                '.repeat(1e6)}`),
    why: NO_PROOF,
  },
  {
    what: 'a page of a board in boxes without an end',
    provider: 'personio',
    body: () => `<html>${'<a class="job-box" href="/job/1">'.repeat(8e5)}</html>`,
    why: /deeper than any is|more than/,
  },
  {
    what: 'bytes that are no text',
    provider: 'greenhouse',
    body: () => Buffer.alloc(20e6, 0xff),
    why: /broken or breaks off/,
  },
  {
    what: 'an encoding with a name without an end',
    provider: 'jsonld',
    body: () => page(''),
    contentType: `text/html; charset=${' '.repeat(8_000)}x`,
    why: NO_PROOF,
  },
];

/** Three megabytes that are three kilobytes on the wire. */
export const BLANKS_BEHIND_A_WORD = `<!DOCTYPE html><html><body>job${' '.repeat(3_000_000)}x</body></html>`;
