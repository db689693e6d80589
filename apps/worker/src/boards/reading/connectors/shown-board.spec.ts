import { describe, expect, it } from '@jest/globals';
import { jsonld } from './jsonld.js';

const UUID = '74820555-1111-4222-8333-444455556666';
const PAGE = 'https://careers.acme.example/open-roles';
const shown = (html: string, slug = PAGE, movedTo: string | null = null) =>
  jsonld.parse(html, { slug, cursor: 0, movedTo }).showsBoard;
const script = (src: string) => `<script src="${src}"></script><div id="board"></div>`;

describe('a page without markup of its own', () => {
  it.each([
    [
      'Greenhouse’s script, the id in the address',
      script('https://boards.greenhouse.io/embed/job_board/js?for=acme'),
      `${PAGE}?gh_jid=4000001`,
      { provider: 'greenhouse', slug: 'acme', postingId: '4000001' },
    ],
    [
      'Greenhouse’s script, beside a number that may be anything',
      script('//boards.eu.greenhouse.io/embed/job_board/js?for=acme'),
      'https://acme.example/positions/4000001-cook/',
      { provider: 'greenhouse', slug: 'eu:acme', postingId: null },
    ],
    [
      'Greenhouse’s script, beside a number under /jobs',
      script('https://boards.greenhouse.io/embed/job_board/js?for=acme'),
      'https://acme.example/jobs/20261130?lever_id=x',
      { provider: 'greenhouse', slug: 'acme', postingId: null },
    ],
    [
      'Greenhouse’s script, no number for its id',
      script('https://boards.greenhouse.io/embed/job_board/js?for=acme'),
      'https://acme.example/jobs/20261130?gh_jid=cook',
      { provider: 'greenhouse', slug: 'acme', postingId: null },
    ],
    [
      'Ashby’s script, beside an id of Greenhouse’s',
      script('https://jobs.ashbyhq.com/Acme/embed'),
      `${PAGE}?gh_jid=4000001`,
      { provider: 'ashby', slug: 'Acme', postingId: null },
    ],
    [
      'Greenhouse’s form in a frame',
      '<iframe src="https://job-boards.greenhouse.io/embed/job_app?for=acme&amp;token=4000001"></iframe>',
      PAGE,
      { provider: 'greenhouse', slug: 'acme', postingId: '4000001' },
    ],
    [
      'Ashby’s script',
      script('https://jobs.ashbyhq.com/Acme/embed'),
      `${PAGE}?ashby_jid=${UUID}`,
      { provider: 'ashby', slug: 'Acme', postingId: UUID },
    ],
    [
      'a script that asks Lever',
      `<script>fetch("https://api.lever.co/v0/postings/acme?mode=json").then(show)</script>`,
      `${PAGE}?lever_id=${UUID}`,
      { provider: 'lever', slug: 'acme', postingId: UUID },
    ],
    [
      'a link to the form at Lever, beside a number of the site’s own',
      `<a href="https://jobs.lever.co/acme/${UUID}/apply">Apply</a><a href="https://www.lever.co/">Lever</a>`,
      'https://acme.example/jobs/12345678-cook',
      { provider: 'lever', slug: 'acme', postingId: UUID },
    ],
    [
      'a list of several at one board',
      [1, 2].map((id) => `<a href="https://acme.recruitee.com/o/cook-${id}">Cook</a>`).join(''),
      PAGE,
      { provider: 'recruitee', slug: 'acme', postingId: null },
    ],
  ])('shows the board of %s', (_, html, slug, board) => expect(shown(html, slug)).toEqual(board));

  it('shows the board that its address led to', () => {
    const form = 'https://boards.greenhouse.io/embed/job_app?token=4000001';
    const to = 'https://job-boards.greenhouse.io/embed/job_app?for=acme&token=4000001';
    const board = { provider: 'greenhouse', slug: 'acme', postingId: '4000001' };
    expect(shown('<form></form>', form, to)).toEqual(board);
    expect(shown('<p>closed</p>', form, 'https://job-boards.greenhouse.io/acme?error=true')).toEqual(board);
    const short = 'https://apply.workable.com/acme/j/1E81635604/';
    expect(shown('<div id="app"></div>', 'https://apply.workable.com/j/1E81635604', short)).toMatchObject({
      provider: 'workable',
      slug: 'acme',
      postingId: '1E81635604',
    });
  });

  it('shows none where there are several, or none', () => {
    const two = ['acme', 'globex'].map((name) => `<a href="https://jobs.lever.co/${name}">Jobs</a>`).join('');
    expect(() => shown(two)).toThrow('no_markup');
    expect(() => shown('<a href="https://www.greenhouse.io/">Greenhouse</a>')).toThrow('no_markup');
  });

  it.each(['https://boards.greenhouse.io/acme/jobs/4000009', 'https://jobs.lever.co/acme'])(
    'that says itself that its job is closed leads nobody to %s',
    (href) => {
      const page = jsonld.parse(`<p>This job is no longer available.</p><a href="${href}">Other jobs</a>`, {
        slug: PAGE,
        cursor: 0,
      });
      expect(page).toMatchObject({ rows: [], listed: 0 });
      expect(page.showsBoard).toBe(undefined);
    },
  );

  it('is read itself where it has markup', () => {
    const markup = '<script type="application/ld+json">{"@type":"JobPosting","title":"Cook"}</script>';
    const page = jsonld.parse(markup + script('https://jobs.ashbyhq.com/Acme/embed'), { slug: PAGE, cursor: 0 });
    expect(page.showsBoard).toBe(undefined);
    expect(page.rows).toHaveLength(1);
  });
});
