import { describe, expect, it } from '@jest/globals';
import { jsonld } from './jsonld.js';

const PAGE = 'https://careers.acme.example/jobs/7';
const read = (html: string) => jsonld.parse(html, { slug: PAGE, cursor: 0 });
const posting = (html: string) => read(html).rows[0]?.posting;

describe('a page with a JobPosting in the attributes of what it shows', () => {
  it.each([
    [
      'microdata',
      `<div itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">Cellar <b>Hand</b></h1>
       <p itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><i itemprop="name">Acme</i></p>
       <p itemprop="jobLocation" itemscope itemtype="http://schema.org/Place">
         <span itemprop="address" itemscope itemtype="http://schema.org/PostalAddress">
           <b itemprop="addressLocality">Linz</b>, <meta itemprop="addressCountry" content="AT"></span></p>
       <p itemprop="identifier" itemscope itemtype="http://schema.org/PropertyValue"><b itemprop="value">HZ-7</b></p>
       <time itemprop="datePosted" datetime="2026-09-01">last week</time></div>`,
    ],
    [
      'RDFa',
      `<div vocab="https://schema.org/" typeof="JobPosting"><h1 property="title">Cellar Hand</h1>
       <p property="hiringOrganization" typeof="Organization"><i property="name">Acme</i></p>
       <p property="jobLocation" typeof="Place"><span property="address" typeof="PostalAddress">
         <b property="addressLocality">Linz</b> <b property="addressCountry">AT</b></span></p>
       <p property="identifier">HZ-7</p><span property="datePosted" content="2026-09-01">last week</span></div>`,
    ],
    [
      'RDFa with prefixes',
      `<meta property="og:title" content="Jobs at Acme"><div prefix="schema: http://schema.org/" typeof="schema:JobPosting">
       <h1 property="schema:title">Cellar Hand</h1><p property="schema:identifier">HZ-7</p>
       <p property="schema:jobLocation">Linz, AT</p><meta property="schema:datePosted" content="2026-09-01"></div>`,
    ],
  ])('is read, as %s', (_, html) => {
    expect(posting(html)).toEqual({
      id: 'HZ-7',
      title: 'Cellar Hand',
      url: PAGE,
      locations: ['Linz, AT'],
      department: null,
      jobIds: ['identifier:HZ-7'],
      publishedAt: new Date('2026-09-01T00:00:00Z'),
    });
  });

  it('takes the words of a place that says no more', () => {
    const html = `<!doctype html><div itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">Cellar Hand</h1>
      <span itemprop="jobLocation" itemscope itemtype="http://schema.org/Place">Linz</span>
      <meta itemprop="datePosted" content="2026-09-01"><a href="/apply">Apply now</a></div>`;
    expect(posting(html)).toMatchObject({ id: PAGE, title: 'Cellar Hand', locations: ['Linz'] });
  });

  it('counts one ad once that is there as JSON-LD as well', () => {
    const html = `<script type="application/ld+json">{"@type":"JobPosting","title":"Cellar Hand","identifier":"HZ-7"}</script>
      <div itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">Cellar Hand</h1></div>`;
    expect(read(html).rows.map((row) => row.posting.id)).toEqual(['HZ-7']);
  });

  it('tells several apart by their addresses', () => {
    const ad = (title: string) => `<li itemscope itemtype="http://schema.org/JobPosting">
      <a itemprop="url" href="https://careers.acme.example/${title}"><span itemprop="title">${title}</span></a></li>`;
    expect(read(ad('Cook') + ad('Driver')).rows.map((row) => [row.posting.id, row.posting.title])).toEqual([
      ['https://careers.acme.example/Cook', 'Cook'],
      ['https://careers.acme.example/Driver', 'Driver'],
    ]);
  });

  it.each([
    '<div itemprop="title">Cook</div>',
    '<div itemscope itemtype="http://schema.org/Product"><i itemprop="name">x',
  ])('is none without one: %s', (html) => expect(() => read(html)).toThrow('no JobPosting markup'));

  it('takes no more work than its length', () => {
    const worked = (count: number) => {
      const html =
        '<div itemscope itemtype="x:JobPosting" itemprop="title name url">a '.repeat(4_000) + 'b '.repeat(count);
      const started = process.cpuUsage();
      read(html);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1_000;
    };
    worked(1_000);
    expect(worked(500_000)).toBeLessThan(5_000);
  });
});
