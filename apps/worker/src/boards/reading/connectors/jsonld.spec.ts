import { describe, expect, it } from '@jest/globals';
import { jsonld } from './jsonld.js';
import { openPostings } from './listing.js';

const URL_OF_PAGE = 'https://careers.acme.example/jobs/7';
const parse = (html: string) => jsonld.parse(html, { slug: URL_OF_PAGE, cursor: 0 });
const block = (json: string) => `<script type="application/ld+json">${json}</script>`;
const job = (fields: object = {}) => ({ '@type': 'JobPosting', title: 'Engineer', ...fields });
const posting = (fields: object) => parse(block(JSON.stringify(job(fields)))).rows[0]?.posting;
const open = (html: string, now: string) => openPostings(parse(html).rows, new Date(now)).length;

describe('a page with JobPosting markup', () => {
  it('is read with everything that closing and matching need', () => {
    const fields = {
      url: 'https://careers.acme.example/jobs/7?x=1',
      identifier: { '@type': 'PropertyValue', name: 'Acme', value: 7793185 },
      datePosted: '2026-08-11',
      jobLocation: {
        '@type': 'Place',
        address: { addressLocality: 'Lyon', addressRegion: 'ARA', addressCountry: { name: ['FR', 'FR'] } },
      },
    };
    expect(posting(fields)).toEqual({
      id: '7793185',
      title: 'Engineer',
      url: fields.url,
      locations: ['Lyon, ARA, FR'],
      department: null,
      jobIds: ['identifier:7793185'],
      publishedAt: new Date('2026-08-11T00:00:00Z'),
    });
  });

  it.each([
    ['an identifier', { identifier: 'R-7', url: 'https://a.example/7' }, 'R-7'],
    ['the first of several', { identifier: [{ value: '' }, { value: 'R-7' }] }, 'R-7'],
    ['its URL', { identifier: { value: 'N/A' }, url: 'https://a.example/7' }, 'https://a.example/7'],
    ['the page', {}, URL_OF_PAGE],
  ])('names its posting by %s', (_, fields, id) => expect(posting(fields)?.id).toBe(id));

  it.each([
    ['escaped keys', block('{"\\u0040type":"JobPosting","title":"Engineer"}')],
    ['a block before it', block('{"@type":"Organization"}') + block(JSON.stringify(job()))],
    ['a graph', block(JSON.stringify({ '@graph': [{ '@type': 'WebSite' }, job()] }))],
    ['a list', block(JSON.stringify([[job({ '@type': ['Thing', 'JobPosting'] })]]))],
    [
      'an item list',
      block(JSON.stringify({ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: job() }] })),
    ],
    ['a full type', block(JSON.stringify(job({ '@type': 'http://schema.org/JobPosting' })))],
    ['broken lines in its text', block('{"@type":"JobPosting","title":"Engineer","description":"a\nb"}')],
    ['a comment around it', block(`<!-- ${JSON.stringify(job())} -->`)],
    ['CDATA', block(`<![CDATA[ ${JSON.stringify(job())} ]]>`)],
    ['CDATA behind slashes', block(`//<![CDATA[\n${JSON.stringify(job())}\n//]]>`)],
    ['CDATA behind comments of a script', block(`/*<![CDATA[*/\n${JSON.stringify(job())}\n/*]]>*/`)],
    ['a comment that ends behind slashes', block(`<!--\n${JSON.stringify(job())}\n//-->`)],
    ['a statement', block(`/* made by a plugin */ ${JSON.stringify(job())};`)],
    ['a list with a comma too many', block('{"@type":"JobPosting","title":"Engineer","jobLocation":["Oslo",],}')],
    ['a nonce and odd case', `<SCRIPT nonce="x" TYPE='Application/LD+JSON'>${JSON.stringify(job())}</SCRIPT>`],
  ])('is found in %s', (_, html) => {
    expect(parse(html)).toMatchObject({ rows: [{ posting: { title: 'Engineer' } }], problems: [] });
  });

  it('shows all its places, by name where they have one', () => {
    const places = [
      { name: 'Austin, TX', address: { addressLocality: 'Sunnyvale' } },
      { address: 'Paris' },
      'Oslo',
      null,
      {},
    ];
    expect(posting({ jobLocation: places })?.locations).toEqual(['Austin, TX', 'Paris', 'Oslo']);
    const remote = {
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: 'Spain' },
    };
    expect(posting(remote)?.locations).toEqual(['Spain']);
    expect(posting({ jobLocationType: 'TELECOMMUTE' })?.locations).toEqual(['Remote']);
  });

  it('tells several ads on it apart, even where all carry the company’s number', () => {
    const ads = ['a', 'b'].map((id) =>
      job({ title: id, url: `https://a.example/${id}`, identifier: { value: 'ACME' } }),
    );
    const { rows } = parse(block(JSON.stringify(ads)));
    expect(rows.map(({ posting }) => [posting.id, posting.jobIds])).toEqual([
      ['https://a.example/a', []],
      ['https://a.example/b', []],
    ]);
    const bare = parse(block(JSON.stringify([job({ title: 'A' }), job({ title: 'B' })]))).rows;
    expect(bare.map(({ posting }) => posting.id)).toEqual([`${URL_OF_PAGE}#A`, `${URL_OF_PAGE}#B`]);
  });

  it('is open until the day it names is over everywhere, or to the very moment', () => {
    const until = (validThrough: string) => block(JSON.stringify(job({ validThrough })));
    expect(open(until('2026-11-09'), '2026-11-10T11:59:00Z')).toBe(1);
    expect(open(until('2026-11-09'), '2026-11-10T12:01:00Z')).toBe(0);
    expect(open(until('2026-11-09T10:00:00+02:00'), '2026-11-09T07:59:00Z')).toBe(1);
    expect(open(until('2026-11-09T10:00:00+02:00'), '2026-11-09T08:01:00Z')).toBe(0);
    expect(open(until('whenever'), '2036-01-01T00:00:00Z')).toBe(1);
  });

  it('of which one ad is broken says that it has more than it shows', () => {
    const page = parse(block(JSON.stringify(job())) + block('{"@type":"JobPosting","title":'));
    expect(page).toMatchObject({
      rows: { length: 1 },
      total: 2,
      listed: 1,
      problems: [{ code: 'markup_left_out', facts: { blocks: 1 } }],
    });
  });
});

describe('a page without JobPosting markup', () => {
  it.each([
    ['it says so and offers no way to apply', '<h1>Engineer</h1><p>This role is closed.</p><a href="/">Home</a>'],
    ['it says so', '<p>We are no longer accepting applications.</p>'],
  ])('shows that the job is gone when %s', (_, html) => expect(parse(html).rows).toEqual([]));

  it.each([
    ['one with other markup of its site', block('{"@type":"Organization","name":"Acme"}')],
    ['hidden from search engines', '<meta name="robots" content="noindex, follow"><p>Hello</p>'],
    ['a wall', '<html><title>Just a moment...</title><body>Checking your browser</body></html>'],
    ['a page that is made by scripts', '<div id="root"></div><script>render("This role is closed")</script>'],
    ['one that says so and offers to apply', '<p>This position has been filled.</p><button>Apply now</button>'],
    ['nothing', ''],
    ['broken markup', block('{"@type":"JobPosting"')],
    ['a script of another type', '<script type="text/x">{"@type":"JobPosting","title":"X"}</script>'],
  ])('that is %s tells nothing', (_, html) => expect(() => parse(html)).toThrow('no_markup'));

  it.each([
    ['words', `<p>${'more words '.repeat(20_000)}</p>`],
    ['controls', '<a href="/">more</a>'.repeat(50_000)],
  ])('that is too long to be read whole is proof of nothing: its %s', (_, rest) => {
    const gone = '<meta name="robots" content="noindex"><p>This role is closed.</p>';
    expect(parse(gone).rows).toEqual([]);
    expect(() => parse(gone + rest)).toThrow('too_long_for_proof');
  });

  it('is not too long for its blanks', () => {
    expect(parse(`<p>This role\n\t is ${' '.repeat(1_000_000)} closed.</p>`).rows).toEqual([]);
  });

  it('that is nested without an end is left', () => {
    const html = block(JSON.stringify(job())) + '<b>'.repeat(100_000);
    expect(() => parse(html)).toThrow('web_page_too_deep');
  });
});
