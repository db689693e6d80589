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

  it.each([
    ['at https', `<p itemscope itemtype="https://schema.org/JobPosting"><b itemprop="title">Cook</b></p>`],
    [
      'by several types',
      `<p itemscope itemtype="http://schema.org/JobPosting http://x.example/Ad"><b itemprop="title">Cook</b></p>`,
    ],
    ['by several types of RDFa', `<p typeof="Thing JobPosting"><b property="title">Cook</b></p>`],
    [
      'by a full type of RDFa',
      `<p typeof="http://schema.org/JobPosting"><b property="http://schema.org/title">Cook</b></p>`,
    ],
    [
      'on the page itself',
      `<html itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">Cook</h1></html>`,
    ],
    [
      'with its title for machines alone',
      `<p itemscope itemtype="http://schema.org/JobPosting"><meta itemprop="title" content="Cook"></p>`,
    ],
    [
      'with its title hidden',
      `<p itemscope itemtype="http://schema.org/JobPosting"><b itemprop="title" hidden>Cook</b></p>`,
    ],
    [
      'with its title in a link',
      `<p itemscope itemtype="http://schema.org/JobPosting"><a href="/7"><b itemprop="title">Cook</b></a></p>`,
    ],
    [
      'with its title in pieces',
      `<p itemscope itemtype="http://schema.org/JobPosting"><b itemprop="title"> C<i>o</i>ok\n</b></p>`,
    ],
    ['with a name instead', `<p itemscope itemtype="http://schema.org/JobPosting"><b itemprop="name">Cook</b></p>`],
    [
      'with two names for one thing',
      `<p itemscope itemtype="http://schema.org/JobPosting"><b itemprop="name title">Cook</b></p>`,
    ],
    [
      'in an item around it',
      `<p itemscope itemtype="http://schema.org/WebPage"><b itemprop="mainEntity" itemscope itemtype="http://schema.org/JobPosting"><i itemprop="title">Cook</i></b></p>`,
    ],
    [
      'behind a wrong close',
      `</div></p><p itemscope itemtype="http://schema.org/JobPosting"><b itemprop="title">Cook</b>`,
    ],
  ])('is read %s', (_, html) => expect(posting(html)).toMatchObject({ title: 'Cook' }));

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
  ])('is none without one: %s', (html) => expect(() => read(html)).toThrow('no_markup'));

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
