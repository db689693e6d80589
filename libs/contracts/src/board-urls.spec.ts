import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBoardSlug, isPrivateAddress, recogniseBoard } from './board-urls.js';
import type { BoardProvider } from './words.js';

const UUID = '88499546-e9f7-4403-87a5-240050bd7c5b';

describe('a pasted URL', () => {
  it.each<[string, BoardProvider, string, string | null]>([
    ['https://boards.greenhouse.io/acme', 'greenhouse', 'acme', null],
    ['https://boards.greenhouse.io/acme/jobs/127817', 'greenhouse', 'acme', '127817'],
    ['https://boards.greenhouse.io/acme?gh_jid=127817', 'greenhouse', 'acme', '127817'],
    ['https://job-boards.greenhouse.io/acme/jobs/8620720002?gh_src=x#app', 'greenhouse', 'acme', '8620720002'],
    ['https://job-boards.eu.greenhouse.io/acme/jobs/4589680101', 'greenhouse', 'eu:acme', '4589680101'],
    ['https://boards.eu.greenhouse.io/acme', 'greenhouse', 'eu:acme', null],
    ['https://boards-api.greenhouse.io/v1/boards/acme/jobs/127817', 'greenhouse', 'acme', '127817'],
    ['https://boards.greenhouse.io/embed/job_board?for=acme', 'greenhouse', 'acme', null],
    ['https://boards.greenhouse.io/embed/job_app?for=acme&token=127817', 'greenhouse', 'acme', '127817'],
    ['https://jobs.lever.co/acme', 'lever', 'acme', null],
    [`https://jobs.lever.co/acme/${UUID}/apply?lever-source=x`, 'lever', 'acme', UUID],
    [`https://jobs.eu.lever.co/acme/${UUID}`, 'lever', 'eu:acme', UUID],
    [`https://api.lever.co/v0/postings/acme/${UUID}?mode=json`, 'lever', 'acme', UUID],
    ['https://jobs.ashbyhq.com/Acme%20Labs', 'ashby', 'Acme Labs', null],
    [`https://jobs.ashbyhq.com/Acme/${UUID}/application`, 'ashby', 'Acme', UUID],
    [`https://jobs.ashbyhq.com/Acme?ashby_jid=${UUID}`, 'ashby', 'Acme', UUID],
    ['https://api.ashbyhq.com/posting-api/job-board/Acme', 'ashby', 'Acme', null],
    [
      'https://jobs.smartrecruiters.com/Acme/743999671674844-nurse-nights',
      'smartrecruiters',
      'Acme',
      '743999671674844',
    ],
    ['https://careers.smartrecruiters.com/Acme/germany', 'smartrecruiters', 'Acme', null],
    ['https://api.smartrecruiters.com/v1/companies/acme/postings/75551135', 'smartrecruiters', 'acme', '75551135'],
    ['https://apply.workable.com/acme/j/E2C96AB706/apply/', 'workable', 'acme', 'E2C96AB706'],
    ['https://apply.workable.com/acme/', 'workable', 'acme', null],
    ['https://acme.workable.com/jobs/3012', 'workable', 'acme', '3012'],
    ['https://acme.recruitee.com/o/senior-accountant-fmd', 'recruitee', 'acme', 'senior-accountant-fmd'],
    ['https://ACME.recruitee.com/', 'recruitee', 'acme', null],
    ['https://acme.jobs.personio.de/job/1834171?language=en', 'personio', 'acme', '1834171'],
    ['https://acme.jobs.personio.com/', 'personio', 'acme', null],
    ['https://acme.teamtailor.com/jobs/7958695-full-stack-developer', 'teamtailor', 'acme', '7958695'],
    ['https://acme.na.teamtailor.com/jobs', 'teamtailor', 'acme.na', null],
  ])('%s is %s "%s", posting %s', (url, provider, slug, postingId) => {
    expect(recogniseBoard(url)).toEqual({ provider, slug, postingId });
    expect(isBoardSlug(provider, slug)).toBe(true);
  });

  it.each([
    ['https://acme.com/careers/backend?gh_jid=127817', 'https://acme.com/careers/backend?gh_jid=127817', '127817'],
    [`https://acme.com/about?ashby_jid=${UUID}#open`, `https://acme.com/about?ashby_jid=${UUID}`, UUID],
    ['https://acme.com/jobs?id=7&utm_source=mail&gh_src=1', 'https://acme.com/jobs?id=7', null],
    ['https://jobs.acme.com/o/senior-accountant', 'https://jobs.acme.com/o/senior-accountant', 'senior-accountant'],
    ['https://jobb.acme.com/jobs/7793185-saljare', 'https://jobb.acme.com/jobs/7793185-saljare', '7793185'],
    ['https://me:secret@acme.com/jobs', 'https://acme.com/jobs', null],
    ['https://münchen.example/stellen/1', 'https://xn--mnchen-3ya.example/stellen/1', null],
    ['https://apply.workable.com/j/E2C96AB706', 'https://apply.workable.com/j/E2C96AB706', null],
    ['https://jobs.lever.co/', 'https://jobs.lever.co/', null],
    ['https://www.greenhouse.io/', 'https://www.greenhouse.io/', null],
    ['https://lever.co.acme.com/x', 'https://lever.co.acme.com/x', null],
  ])('%s names no board of a provider, so the page itself is read: %s', (url, slug, postingId) => {
    expect(recogniseBoard(url)).toEqual({ provider: 'jsonld', slug, postingId });
    expect(isBoardSlug('jsonld', slug)).toBe(true);
  });

  it.each([
    '',
    'acme',
    'ftp://acme.com/jobs',
    'javascript:alert(1)',
    'mailto:jobs@acme.com',
    `https://a.b/${'x'.repeat(2_000)}`,
    `https://a.b/?${'x&'.repeat(101)}`,
  ])('is nothing to watch when it is no web address: %s', (text) => expect(recogniseBoard(text)).toBe(null));

  it.each([
    'https://www.linkedin.com/jobs/view/1',
    'https://de.indeed.com/viewjob?jk=1',
    'https://www.glassdoor.co.uk/x',
  ])('is nothing to watch on an aggregator: %s', (url) => expect(recogniseBoard(url)).toBe(null));

  it('with broken escapes still names its page', () => {
    expect(recogniseBoard('https://acme.com/100%/jobs')).toMatchObject({ provider: 'jsonld' });
  });
});

describe('a page that people share', () => {
  const PAGE = 'https://acme.com/careers';
  const JOB = `${PAGE}?id=7`;

  it.each([
    ['the same', '?id=7', JOB],
    ['a newsletter’s', '?id=7&utm_source=mail&utm_medium=email&utm_campaign=x&mc_cid=1&mc_eid=2', JOB],
    ['advertisements’', '?gclid=a&gbraid=b&wbraid=c&fbclid=d&msclkid=e&ttclid=f&id=7&gad_source=1&li_fat_id=g', JOB],
    [
      'job boards’',
      '?gh_src=a&id=7&lever-source=LinkedIn&lever-origin=b&lever-source[]=c&ashby_src=d&iis=e&trid=f',
      JOB,
    ],
    ['analytics’', '?_ga=1.2&_gl=3&_hsenc=a&__hstc=b&hsCtaTracking=c&id=7&vero_id=d&mkt_tok=e&pk_campaign=f', JOB],
    ['who sent it', '?ref=linkedin&referrer=x&source=indeed&src=y&trk=z&trkInfo=a&referralCode=b&sharedId=c&id=7', JOB],
    ['a session', '?id=7&session=a&sessionid=b&sid=c&PHPSESSID=d&JSESSIONID=e&_s.crb=f', JOB],
    ['keys', '?token=a&auth=b&access_token=c&accessToken=d&id_token=e&key=f&api-key=g&sig=h&signature=i&id=7', JOB],
    ['a signed address’s', '?X-Amz-Signature=a&X-Amz-Credential=b&id=7&X-Goog-Signature=c&AWSAccessKeyId=d', JOB],
    [
      'somebody',
      '?email=a%40b.org&candidate=5&candidateId=6&firstName=Ada&phone=%2B380&invite=x&invited_by=y&id=7',
      JOB,
    ],
    ['a form’s', '?candidate[email]=a%40b.org&candidate%5Bname%5D=Ada&id=7', JOB],
    ['other letters', '?UTM_Source=x&ID=7&GCLID=y', `${PAGE}?ID=7`],
    ['escapes', '?utm%5Fsource=x&%75tm_medium=y&id=7', JOB],
    ['HTML’s ampersands twice', '?id=7&amp;amp;utm_source=x', JOB],
    ['HTML’s ampersands', '?id=7&amp;utm_source=x&amp;lang=en', `${JOB}&lang=en`],
    ['semicolons', '?utm_source=x;id=7', JOB],
    ['no values', '?utm_source&id=7&ref&&', JOB],
    ['nothing else', '?utm_source=x', PAGE],
    ['an empty query', '?', PAGE],
    ['a fragment', '?id=7#:~:text=Apply', JOB],
    ['a fragment with a key', '?id=7#access_token=abc', JOB],
    ['broken escapes', '?%E0%A4=1&utm_source=%ff&id=7', `${PAGE}?%E0%A4=1&id=7`],
  ])('is one without %s parameters: %s', (_, query, slug) => {
    expect(recogniseBoard(PAGE + query)).toMatchObject({ provider: 'jsonld', slug });
    expect(recogniseBoard(slug)?.slug).toBe(slug);
    expect(isBoardSlug('jsonld', slug)).toBe(true);
  });

  it.each([
    'id=7',
    'job=7',
    'jobId=7',
    'JobID=7',
    'job_id=7&lang=uk',
    'gh_jid=127817',
    'pid=3f',
    'reqid=R-12',
    'req_id=R-12',
    'requisitionId=12',
    'vacancyref=12',
    'reference=JOB-7',
    'refNumber=7',
    'postingId=7&cid=acme&ccId=1',
    'code=7',
    'tx_jobs[uid]=12',
    'uid=12',
    'p=7',
    '7',
    'q=a%20b&x=c+d',
    'q=C%2B%2B',
    'id=1&id=2',
    'job=a=b',
    'loc=Berlin;Munich',
    'sort=source',
    'keyword=token',
    'company=acme&career_ns=job_listing&career_job_req_id=7',
    '__proto__=7&constructor=8',
    'mode=job&in_iframe=1',
    'gl=us&ga=1',
    'stage=2&passport=eu&monkey=1&design=1&assignment=3',
  ])('keeps what it needs, as it is written: %s', (query) => {
    const slug = `${PAGE}?${query}`;
    expect(recogniseBoard(slug)?.slug).toBe(slug);
    expect(recogniseBoard(`${slug}&utm_source=x`)?.slug).toBe(slug);
    expect(recogniseBoard(`${PAGE}?ref=a&${query}&gclid=b#top`)?.slug).toBe(slug);
  });

  it.each([
    ['https://me:secret@acme.com/careers', PAGE],
    ['https://me@acme.com/careers?id=7', JOB],
    ['https://acme.com/careers;jsessionid=0A1B2C?id=7', JOB],
    ['https://acme.com/jobs;JSESSIONID=0A1B/7;sid=x', 'https://acme.com/jobs/7'],
    ['https://acme.com/(S(lit3py55t21z5v55vlm25s55))/job.aspx?id=7', 'https://acme.com/job.aspx?id=7'],
    ['https://acme.com/(A(x)S(y)F(z))/job.aspx', 'https://acme.com/job.aspx'],
    ['https://acme.com/jobs/engineer-(m-w-d)/', 'https://acme.com/jobs/engineer-(m-w-d)/'],
    ['https://acme.com/jobs;matrix=1/7', 'https://acme.com/jobs;matrix=1/7'],
    ['  https://ACME.com:443/careers?ID=7&utm_id=1  ', 'https://acme.com/careers?ID=7'],
  ])('%s is %s', (pasted, slug) => expect(recogniseBoard(pasted)?.slug).toBe(slug));

  it.each([
    'https://acme.com/apply/jane.doe@example.org',
    'https://acme.com/apply?for=jane%40example.org',
    'https://acme.com/apply?for=jane%2540example.org',
    'https://acme.com/go?to=https%3A%2F%2Fme%3Asecret%40intern.acme.com%2F',
    `https://acme.com/magic/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N`,
    'https://acme.com/jobs?x=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.',
    'https://acme.com/jobs?x=ghp_0123456789abcdefghijABCDEFGHIJ012345',
    'https://acme.com/jobs?x=sk_live_0123456789',
    'https://acme.com/jobs/AKIAIOSFODNN7EXAMPLE',
  ])('is none while its address holds what is somebody’s alone: %s', (address) => {
    expect(recogniseBoard(address)).toBe(null);
    expect(isPrivateAddress(address)).toBe(true);
    expect(isBoardSlug('jsonld', new URL(address).href)).toBe(false);
  });

  it('is one and the same however often it is read, and whatever is hung on it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'utm_source=x',
        'token=y',
        'amp;ref=z',
        ';sid=1',
        'id=7',
        'q=a%20b',
        '%',
        '=',
        'a=b=c',
        '[]=1',
        'gh_jid=1',
      ),
      fc.webQueryParameters(),
    );
    const path = fc.constantFrom(
      '',
      '/jobs',
      '/jobs;jsessionid=1',
      '/(S(x))/(S(y))/jobs',
      '/a;sid=1;sid=2',
      '/%',
      '/100%25',
    );
    const placeOnPage = fc.webFragments().map((fragment) => fragment.replace(/^[!/]+/, ''));
    fc.assert(
      fc.property(path, fc.array(piece), placeOnPage, (at, pieces, fragment) => {
        const pasted = `https://acme.com${at}?${pieces.join('&')}#${fragment}`;
        const seen = recogniseBoard(pasted);
        fc.pre(seen !== null);
        expect(recogniseBoard(seen.slug)?.slug).toBe(seen.slug);
        expect(recogniseBoard(`https://me:you@${pasted.slice(8)}&utm_x=1`.replace(/#[^]*$/, '&gclid=2'))?.slug).toBe(
          seen.slug,
        );
      }),
    );
  });

  it.each([
    ['https://acme.com/@acme/jobs', false],
    ['https://acme.com/jobs/key-account-manager', false],
    ['https://acme.com/jobs/88499546-e9f7-4403-87a5-240050bd7c5b', false],
    ['https://acme.com/jobs?id=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', false],
    ['https://acme.com/careers?email=jane%40example.org', false],
    ['https://boards.greenhouse.io/acme/jobs/1?email=jane%40example.org', false],
    ['https://www.linkedin.com/jobs/view/1', false],
    ['not an address', false],
  ])('does not take everything for a secret: %s', (address, isPrivate) => {
    expect(isPrivateAddress(address)).toBe(isPrivate);
  });
});

describe('the name of a board', () => {
  it.each<[BoardProvider, string]>([
    ['greenhouse', '../../v2'],
    ['greenhouse', 'acme/jobs?x='],
    ['lever', 'eu:'],
    ['ashby', ' acme'],
    ['recruitee', 'acme.evil.com/x#'],
    ['recruitee', 'evil.com'],
    ['personio', 'a_b'],
    ['personio', '-acme'],
    ['teamtailor', 'acme@evil.com'],
    ['workable', ''],
    ['smartrecruiters', 'a'.repeat(101)],
    ['jsonld', 'file:///etc/passwd'],
    ['jsonld', 'https://user:pass@acme.com/'],
    ['jsonld', 'https://acme.com/jobs?id=7&utm_source=mail'],
    ['jsonld', 'https://acme.com/jobs?token=abc'],
    ['jsonld', 'https://acme.com/jobs#me'],
    ['jsonld', 'acme.com'],
    ['jsonld', 'http://'],
  ])('of %s is never "%s"', (provider, slug) => expect(isBoardSlug(provider, slug)).toBe(false));
});
