import { ofBoard } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { openPostings } from './listing.js';
import { personio } from './personio.js';

const parse = (html: string) => personio.parse(html, { slug: 'acme', cursor: 0 });
const page = (...inner: string[]) =>
  `<!DOCTYPE html><html lang="en"><head><title>Jobs at Acme</title></head><body>${inner.join('\n')}</body></html>`;
const box = (id: string, title = 'Engineer', place = 'Munich') =>
  `<a class="page_jobBox__x1 job-box" href="/job/${id}?language=en"><h3 class="page_jobTitle__K0ilk">${title}</h3>
    <span class="page_jobMetaText__b2">${place}</span><span class="page_jobMetaText__b2">Full-time</span></a>`;
const older = (id: string, attributes = '') =>
  `<a class="job-box-link job-box d-flex" href="/job/${id}" data-job-position-id="${id}" ${attributes}>
    <div class="jb-title" lang="de">Ingenieurin</div><div class="jb-title" lang="en">Engineer</div>
    <p class="jb-description"><span>Permanent</span><span class="multi-offices-desktop"> · <strong>Munich, Berlin</strong></span>
    <span class="multi-offices-mobile">2 offices</span></p></a>`;
const posting = (html: string) => parse(page(html)).rows[0]?.posting;

describe('a page of Personio', () => {
  it('is read for what the feed would say, and as the feed names it', () => {
    const xml = `<workzag-jobs><position><id>1834171</id><name>Engineer R&amp;D</name><office>Munich</office></position></workzag-jobs>`;
    const fed = openPostings(parse(xml).rows, new Date());
    const shown = openPostings(parse(page(box('1834171', 'Engineer R&amp;D'))).rows, new Date());
    expect(shown).toEqual(fed);
    expect(shown).toMatchObject([{ id: '1834171', url: 'https://acme.jobs.personio.de/job/1834171' }]);
  });

  it('is read in its older dress, too', () => {
    expect(posting(older('7'))).toMatchObject({ id: '7', title: 'Engineer', locations: ['Munich, Berlin'] });
    const named = `data-job-position-name="Engineer (m/w/d)" data-job-position-office="Munich" data-job-position-department="R&amp;D"`;
    expect(posting(older('7', named))).toMatchObject({
      title: 'Engineer (m/w/d)',
      locations: ['Munich'],
      department: 'R&D',
    });
  });

  it.each([
    ['its place in the path', '/job/42', '42'],
    ['a whole address', 'https://acme.jobs.personio.com/job/42?language=de', '42'],
    ['a longer path', '/job/42/apply#form', '42'],
    ['blanks around it', ' /job/42 ', '42'],
    ['an encoded ampersand', '/job/42?a=1&amp;b=2', '42'],
  ])('knows a job by %s', (_, href, id) => {
    expect(posting(`<a href="${href}" class='job-box'><h3>X</h3></a>`)?.id).toBe(id);
  });

  it.each([
    ['at another company', 'https://evil.jobs.personio.de/job/42'],
    ['on another site', 'https://acme.example/job/42'],
    ['without a number', '/job/initiative'],
    ['that is a script', 'javascript:/job/42'],
    ['behind a longer number', '/job/42abc'],
    ['that is none', ''],
  ])('leaves out, and says so, a box that leads %s', (_, href) => {
    const { rows, problems, listed } = parse(page(box('1'), `<a class="job-box" href="${href}"><h3>X</h3></a>`));
    expect([rows.length, listed, problems]).toEqual([1, 2, [ofBoard('posting_left_out', { number: 2, member: 'id' })]]);
  });

  it('shows titles as a browser does, in every script, however often they are escaped', () => {
    const title = (html: string) => posting(box('1', html))?.title;
    expect(title('\n   R&amp;amp;D\n  &amp;lt;Lead&amp;gt;  ')).toBe('R&D <Lead>');
    expect(title('\u202Bמהנדס\u202C \u200B工程师')).toBe('\u202Bמהנדס\u202C \u200B工程师');
    expect(title('Senior <b>Data</b><!-- x --> Engineer')).toBe('Senior Data Engineer');
    expect(title('a\0b')).not.toContain('\0');
  });

  it('keeps a job whose box says nothing, and takes its words where it has no heading', () => {
    expect(posting('<a class="job-box" href="/job/5"></a>')).toMatchObject({ id: '5', title: '', locations: [] });
    expect(posting('<a class="job-box" href="/job/5"><div><div>Cook</div></div></a>')?.title).toBe('Cook');
  });

  it('of broken markup still tells its boxes apart', () => {
    const broken =
      '<a class="job-box" href="/job/1"><h3>One<a class="job-box" href="/job/2"><h3>Two</h3></a></div></p>';
    expect(parse(page(broken, box('3', 'Three'))).rows.map(({ posting: { id, title } }) => [id, title])).toEqual([
      ['1', 'One'],
      ['2', 'Two'],
      ['3', 'Three'],
    ]);
  });

  it('may show a job several times, and it is one posting', () => {
    const { rows, listed } = parse(page(box('1'), box('1', 'Engineer', 'Berlin'), box('2')));
    const open = openPostings(rows, new Date());
    expect([listed, open.map(({ id, locations }) => [id, locations])]).toEqual([
      3,
      [
        ['1', ['Munich', 'Berlin']],
        ['2', ['Munich']],
      ],
    ]);
  });

  it.each([
    ['keeps the frame of its list', '<div id="tab-container"></div>'],
    ['counts none', '<span class="job-summary-desc-info-jobs">0 Jobs</span>'],
    [
      'is Personio’s and says so',
      '<p>There are currently no open positions.</p><footer><a href="https://www.personio.com/?utm=x">Powered by Personio</a></footer>',
    ],
    ['says so in German', '<p>Derzeit keine offenen Stellen</p><img src="//assets.cdn.personio.de/logo.svg">'],
  ])('without boxes is empty when it %s', (_, html) => {
    expect(parse(page(html))).toMatchObject({ rows: [], problems: [], listed: 0 });
  });

  it.each([
    ['a wall', '<h1>Just a moment...</h1><p>Checking your browser</p>'],
    ['somebody else’s notice', '<p>There are currently no open positions.</p>'],
    ['Personio’s own site', '<a href="https://www.personio.com/demo/">HR software for people</a>'],
    [
      'a page that says so in a script only',
      '<script src="https://assets.cdn.personio.de/x.js">no open positions</script>',
    ],
    [
      'one whose host only looks like Personio’s',
      '<p>no open positions</p><a href="https://personio.com.evil.example/">x</a>',
    ],
    [
      'one that keeps its jobs for a script',
      String.raw`<div id="tab-container"></div><script>self.__next_f.push([1,"{\"id\":\"7\",\"available_languages\":[\"en\"]}"])</script>`,
    ],
    ['links to jobs of another make', '<div id="tab-container"><a class="card" href="/job/7">Engineer</a></div>'],
  ])('without boxes is not believed when it is %s', (_, html) => expect(() => parse(page(html))).toThrow());

  it.each([
    ['half a page', page(box('1'), box('2')).slice(0, -120), 'web_page_breaks_off'],
    ['nothing', '<!doctype html>', 'web_page_breaks_off'],
    ['a page without an end to its depth', page('<b>'.repeat(100_000)), 'web_page_too_deep'],
  ])('that is %s cannot be read', (_, html, why) => expect(() => parse(html)).toThrow(why));
});
