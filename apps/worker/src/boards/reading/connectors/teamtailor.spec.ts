import { describe, expect, it } from '@jest/globals';
import { teamtailor } from './teamtailor.js';

const parse = (body: string, cursor = 0) => teamtailor.parse(body, { slug: 'acme', cursor });
const item = `<item><title>Developer &amp;amp; Lead</title><description>&lt;p&gt;Words&lt;/p&gt;</description>
  <pubDate>Tue, 23 Jun 2026 16:35:08 +0300</pubDate><link>https://acme.teamtailor.com/jobs/7958695-developer</link>
  <guid>2a4eb6a0-7aa9-4acf-bcce-4d8b37287035</guid>
  <tt:locations><tt:location><tt:name>EU</tt:name><tt:zip/><tt:city>Helsinki</tt:city><tt:country>Finland</tt:country></tt:location>
  <tt:location><tt:name>Anywhere</tt:name></tt:location></tt:locations><tt:department>Engineering</tt:department></item>`;
const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Acme</title>${items.join('')}</channel></rss>`;
const expected = {
  id: '2a4eb6a0-7aa9-4acf-bcce-4d8b37287035',
  title: 'Developer & Lead',
  url: 'https://acme.teamtailor.com/jobs/7958695-developer',
  jobIds: ['job:7958695'],
  publishedAt: new Date('2026-06-23T13:35:08Z'),
};

describe('a board of Teamtailor', () => {
  it('is asked for as RSS in pages, else as JSON', () => {
    const [first, second] = teamtailor.feeds('acme.na');
    expect(first?.(100)).toBe('https://acme.na.teamtailor.com/jobs.rss?offset=100&per_page=100');
    expect([second?.(0), second?.(1)]).toEqual([
      'https://acme.na.teamtailor.com/jobs.json',
      'https://acme.na.teamtailor.com/jobs.json?page=2',
    ]);
  });

  it('is the same in both feeds, save what JSON leaves out', () => {
    const json = {
      items: [
        {
          id: expected.id,
          url: expected.url,
          title: 'Developer &amp; Lead',
          date_published: '2026-06-23T16:35:08+03:00',
          _jobposting: {
            jobLocation: [{ address: { addressLocality: 'Helsinki', addressRegion: 'Uusimaa', addressCountry: 'FI' } }],
          },
        },
      ],
    };
    const fromRss = parse(rss(item)).rows[0]?.posting;
    expect(fromRss).toEqual({ ...expected, locations: ['Helsinki, Finland', 'Anywhere'], department: 'Engineering' });
    const fromJson = parse(JSON.stringify(json)).rows[0]?.posting;
    expect(fromJson).toEqual({ ...expected, locations: ['Helsinki, Uusimaa, FI'], department: null });
  });

  it('goes on after a full page', () => {
    expect(parse(rss(...Array<string>(100).fill(item)), 100).next).toBe(200);
    expect(parse(rss(item), 100).next).toBe(101);
    expect(parse(rss(), 101).next).toBe(null);
    expect(parse(rss(...Array<string>(101).fill(item)), 0).next).toBe(null);
    expect(parse('{"items":[{"id":1,"title":"X"}],"next_url":"https://x"}', 3).next).toBe(4);
    expect(parse('{"items":[],"next_url":"https://x"}', 3).next).toBe(null);
  });
});
