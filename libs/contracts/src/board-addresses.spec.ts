/** Addresses as providers, their widgets and their mails hand them out; each shape was seen in public, the names are made up. */
import { describe, expect, it } from '@jest/globals';
import { isBoardSlug, recogniseBoard } from './board-urls.js';
import type { BoardProvider } from './words.js';

const UUID = '74820555-1111-4222-8333-444455556666';
const SR = 'https://jobs.smartrecruiters.com';
const GH = 'https://boards.greenhouse.io';

type Rows = [url: string, slug: string, postingId: string | null][];

const HANDED_OUT: Partial<Record<BoardProvider, Rows>> = {
  smartrecruiters: [
    [`${SR}/AcmeCare/744000146148409--rtc-intern-ai-driven`, 'AcmeCare', '744000146148409'],
    [`${SR}/AcmeCare/744000149684236-engineer?oga=true&trid=abc`, 'AcmeCare', '744000149684236'],
    [`${SR}/AcmeCare/744000149684236`, 'AcmeCare', '744000149684236'],
    [`${SR}/AcmeCare/${UUID}-cook`, 'AcmeCare', UUID],
    [`${SR}/AcmeCare/${UUID.toUpperCase()}`, 'AcmeCare', UUID],
    [`${SR}/ni/AcmeCare/${UUID}-cook`, 'AcmeCare', UUID],
    [`${SR}/ni/AcmeCare/${UUID}?trid=2f4a2735-7172-45dd-aca7-63618dca8aff`, 'AcmeCare', UUID],
    [`${SR}/ni/AcmeCare`, 'AcmeCare', null],
    [`${SR}/ni/AcmeCare/744000149684236-cook`, 'AcmeCare', '744000149684236'],
    [`${SR}/oneclick-ui/company/AcmeCare/publication/${UUID}?dcr_ci=AcmeCare`, 'AcmeCare', UUID],
    [`${SR}/oneclick-ui/company/AcmeCare/publication/11df278c`, 'AcmeCare', null],
    [`${SR}/AcmeCare/74820555-1111-4222-8333`, 'AcmeCare', null],
    [`${SR}/AcmeCare/software-engineer`, 'AcmeCare', null],
    [`${SR}/?company=AcmeCare&location=Bulgaria`, 'AcmeCare', null],
    [`${SR}/sr-jobs/search?company=AcmeCare&limit=100`, 'AcmeCare', null],
    ['https://careers.smartrecruiters.com/AcmeCare/api/groups?page=1', 'AcmeCare', null],
    ['https://careers.smartrecruiters.com/AcmeCare/744000000000001-staff-nurse', 'AcmeCare', '744000000000001'],
    ['https://www.smartrecruiters.com/AcmeCare/85555121-nurse', 'AcmeCare', '85555121'],
    [`https://api.smartrecruiters.com/v1/companies/AcmeCare/postings/${UUID}?x=1`, 'AcmeCare', UUID],
  ],
  greenhouse: [
    [`${GH}/embed/job_app?for=acme&token=4000001`, 'acme', '4000001'],
    [`${GH}/embed/job_app?for=acme&jr_id=6a07&token=4000001`, 'acme', '4000001'],
    [
      `${GH}/embed/job_app?b=https%3A%2F%2Facme.example%2Fjobs&for=acme&token=4000001&validityToken=zZ_9`,
      'acme',
      '4000001',
    ],
    [`${GH}/embed/job_app?for=acme&token=abc123`, 'acme', null],
    ['https://job-boards.greenhouse.io/embed/job_app?for=acme&jr_id=foo&token=4000001', 'acme', '4000001'],
    ['https://job-boards.eu.greenhouse.io/embed/job_app?for=acme&token=4000001101', 'eu:acme', '4000001101'],
    [`${GH}/embed/job_board/js?for=acme`, 'acme', null],
    ['https://boards.eu.greenhouse.io/embed/job_board/js?for=acme', 'eu:acme', null],
    ['https://job-boards.greenhouse.io/embed/job_board?for=acme&offices%5B%5D=4001', 'acme', null],
    [`${GH}/acme/jobs/4000001/apply?gh_src=x`, 'acme', '4000001'],
    [`${GH}/acme/jobs/4000001?gh_jid=4000001`, 'acme', '4000001'],
    [`${GH}/acme/departments/4001`, 'acme', null],
    ['https://api.greenhouse.io/v1/boards/acme/departments/4001', 'acme', null],
    ['https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true', 'acme', null],
    [`${GH}/v1/boards/acme/jobs`, 'acme', null],
  ],
  lever: [
    [`https://jobs.lever.co/acme/${UUID}/apply?lever-origin=applied&lever-source%5B%5D=LinkedIn`, 'acme', UUID],
    [`https://jobs.lever.co/acme/${UUID}/thanks`, 'acme', UUID],
    ['https://jobs.lever.co/acme?department=Engineering&lever-via=x', 'acme', null],
    ['https://jobs.lever.co/v0/postings/acme?mode=json', 'acme', null],
    ['https://api.eu.lever.co/v0/postings/acme?mode=json', 'eu:acme', null],
    [`https://jobs.eu.lever.co/acme/${UUID}/apply`, 'eu:acme', UUID],
    ['https://jobs.lever.co/acme/search', 'acme', null],
  ],
  ashby: [
    [`https://jobs.ashbyhq.com/acme.ai/${UUID}?utm_source=x`, 'acme.ai', UUID],
    ['https://jobs.ashbyhq.com/acme/embed?version=2', 'acme', null],
    [`https://jobs.ashbyhq.com/acme/embed?ashby_jid=${UUID}`, 'acme', UUID],
    ['https://jobs.ashbyhq.com/acme?departmentId=1b2f', 'acme', null],
    ['https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true', 'acme', null],
  ],
  workable: [
    ['https://apply.workable.com/Acme-Group/', 'acme-group', null],
    ['https://apply.workable.com/acme-2/j/1e81635604', 'acme-2', '1E81635604'],
    ['https://apply.workable.com/acme/j/1E81635604/apply/?utm_source=x', 'acme', '1E81635604'],
    ['https://acme.workable.com/j/1E81635604', 'acme', '1E81635604'],
    ['https://acme.workable.com/jobs/3012/candidates/new', 'acme', '3012'],
    ['https://apply.workable.com/acme/jobs.md', 'acme', null],
    ['https://apply.workable.com/api/v1/widget/accounts/acme?details=true', 'acme', null],
    ['https://apply.workable.com/api/v2/accounts/acme/jobs/1E81635604', 'acme', '1E81635604'],
    ['https://apply.workable.com/api/v3/accounts/acme/jobs', 'acme', null],
    ['https://www.workable.com/api/accounts/acme?details=true', 'acme', null],
  ],
  recruitee: [
    ['https://acme.recruitee.com/o/data-analyst/c/new', 'acme', 'data-analyst'],
    ['https://acme.recruitee.com/l/en/o/business-analyst?lang=en', 'acme', 'business-analyst'],
    ['https://acme.recruitee.com/l/it', 'acme', null],
    ['https://acme.recruitee.com/#section-72572', 'acme', null],
    ['https://acme.recruitee.com/api/offers/2210001', 'acme', '2210001'],
    ['https://acme.recruitee.com/api/offers/', 'acme', null],
    // The provider's own company recruits on its own board.
    ['https://jobs.recruitee.com/api/offers', 'jobs', null],
  ],
  personio: [
    ['https://acme.jobs.personio.de/job/1958197?language=de&display=de', 'acme', '1958197'],
    ['https://acme.jobs.personio.de/job/1958197?apply', 'acme', '1958197'],
    ['https://1acme.jobs.personio.com/job/2800938#apply', '1acme', '2800938'],
    ['https://acme.jobs.personio.com/recruiting', 'acme', null],
    ['https://acme.jobs.personio.de/xml?language=en', 'acme', null],
  ],
  teamtailor: [
    ['https://acme.teamtailor.com/en-GB/jobs/7498746-senior-software-engineer', 'acme', '7498746'],
    ['https://acme.teamtailor.com/jobs/8124573-controller/applications/new', 'acme', '8124573'],
    ['https://acme.teamtailor.com/7498746-senior-software-engineer', 'acme', '7498746'],
    ['https://acme-1719303222.teamtailor.com/jobs/7931279', 'acme-1719303222', '7931279'],
    ['https://acme.teamtailor.com/jobs.rss?per_page=100', 'acme', null],
    ['https://acme.na.teamtailor.com/jobs/7931279-clerk', 'acme.na', '7931279'],
    // The provider's own company recruits on its own board.
    ['https://career.teamtailor.com/jobs/7217456-accountant', 'career', '7217456'],
  ],
};

describe('an address as it is handed out', () => {
  const rows = Object.entries(HANDED_OUT).flatMap(([provider, of]) =>
    of.map(([url, slug, postingId]) => [url, provider as BoardProvider, slug, postingId] as const),
  );
  it.each(rows)('%s is %s "%s", posting %s', (url, provider, slug, postingId) => {
    expect(recogniseBoard(url)).toEqual({ provider, slug, postingId });
    expect(isBoardSlug(provider, slug)).toBe(true);
  });

  it('names one posting however it was come by', () => {
    const uuids = [`${SR}/ni/AcmeCare/${UUID}-cook`, `${SR}/oneclick-ui/company/AcmeCare/publication/${UUID}`];
    expect(new Set(uuids.map((url) => JSON.stringify(recogniseBoard(url)))).size).toBe(1);
  });
});

describe('a page of the provider itself', () => {
  it.each([
    'https://app.recruitee.com/#/dashboard/overview?candidate=1&company=2',
    'https://app.teamtailor.com/companies/xYz@eu/dashboard',
    'https://app.na.teamtailor.com/login',
    'https://app.greenhouse.io/people/32',
    'https://my.greenhouse.io/jobs/search?query=cook',
    'https://hire.lever.co/candidates/1',
    'https://app.ashbyhq.com/candidate-searches/new',
    'https://my.smartrecruiters.com/public/candidate-portal',
    `${SR}/my-applications/AcmeCare/${UUID}`,
    'https://acme.personio.de/my-desk',
    'https://jobs.ashbyhq.com/meeting/abc',
    `https://jobs.ashbyhq.com/${UUID}`,
    'https://jobs.lever.co/embed/index.js',
    `${GH}/embed/job_app`,
    `${GH}/embed/job_app?gh_src=abc`,
    `${GH}/embed/job_board/js`,
    `${SR}/oneclick-ui/company`,
    `${SR}/sr-jobs/search?keyword=cook`,
  ])('behind a login, or shared by all its companies, is no board: %s', (url) =>
    expect(recogniseBoard(url)).toBe(null),
  );

  it.each([
    'https://www.recruitee.com/pricing',
    'https://docs.recruitee.com/reference',
    'https://support.recruitee.com/en/articles/1',
    'https://www.teamtailor.com/en/career-site/',
    'https://integrations.teamtailor.com/acme',
    'https://support.teamtailor.com/en/articles/1',
    'https://docs.teamtailor.com/',
    'https://www.workable.com/pricing',
    'https://help.workable.com/hc/en-us',
    'https://resources.workable.com/interview-questions',
    'https://jobs.workable.com/view/2ZpwuJNZFNGys2BMY711yg/clerk-at-acme',
    'https://www.smartrecruiters.com/customers/acme',
    'https://www.smartrecruiters.com/product/744',
    'https://www.personio.de/job/1958197',
  ])('is nobody’s board of that provider: %s', (url) => expect(recogniseBoard(url)?.provider).toBe('jsonld'));
});

describe('a posting whose board its address does not say', () => {
  it.each([
    [`${GH}/embed/job_app?token=4000001&gh_src=abc`, `${GH}/embed/job_app?token=4000001`, '4000001'],
    [
      'https://job-boards.greenhouse.io/embed/job_app?token=4000002',
      'https://job-boards.greenhouse.io/embed/job_app?token=4000002',
      '4000002',
    ],
    ['https://acme.example/careers?gh_jid=4000001&gh_src=x', 'https://acme.example/careers?gh_jid=4000001', '4000001'],
    ['https://apply.workable.com/j/1E81635604', 'https://apply.workable.com/j/1E81635604', null],
    ['https://grnh.example/447d72ff3us', 'https://grnh.example/447d72ff3us', null],
  ])('is a page of its own, never one with another: %s', (url, slug, postingId) => {
    expect(recogniseBoard(url)).toEqual({ provider: 'jsonld', slug, postingId });
    expect(isBoardSlug('jsonld', slug)).toBe(true);
  });
});

describe('a page whose address says the job in its fragment or in ref', () => {
  it.each([
    'https://acme.example/careers#/jobs/1',
    'https://acme.example/careers#!/jobs/2',
    'https://acme.example/careers?lang=en#/jobs/2?tab=about',
    'https://acme.example/vacancy?ref=JOB-118',
    'https://acme.example/vacancy?ref=2026-118',
    'https://acme.example/vacancy?ref=R-12263-1',
    'https://acme.example/vacancy?ref=118442',
    'https://acme.example/vacancy?Ref=REQ118',
  ])('keeps it: %s', (url) => {
    expect(recogniseBoard(url)?.slug).toBe(url);
    expect(isBoardSlug('jsonld', url)).toBe(true);
  });

  it.each([
    ['https://acme.example/careers#/', 'https://acme.example/careers'],
    ['https://acme.example/careers#!', 'https://acme.example/careers'],
    ['https://acme.example/careers#apply', 'https://acme.example/careers'],
    ['https://acme.example/careers#:~:text=Cook', 'https://acme.example/careers'],
    [
      'https://acme.example/careers#/jobs/1?utm_source=mail&access_token=x&tab=2',
      'https://acme.example/careers#/jobs/1?tab=2',
    ],
    ['https://acme.example/careers#/jobs/1?token=x', 'https://acme.example/careers#/jobs/1'],
    ['https://acme.example/vacancy?ref=linkedin', 'https://acme.example/vacancy'],
    ['https://acme.example/vacancy?ref=producthunt2', 'https://acme.example/vacancy'],
    ['https://acme.example/vacancy?ref=ada42', 'https://acme.example/vacancy'],
    ['https://acme.example/vacancy?ref=7', 'https://acme.example/vacancy'],
  ])('and nothing that is about who pasted it: %s', (url, slug) => expect(recogniseBoard(url)?.slug).toBe(slug));

  it.each([
    'https://acme.example/careers#/apply/jane@example.org',
    'https://acme.example/c#/in/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx',
  ])('is none while it holds what is somebody’s alone: %s', (url) => expect(recogniseBoard(url)).toBe(null));
});

describe('a board of an installation of before', () => {
  it.each<[BoardProvider, string]>([
    ['smartrecruiters', 'ni'],
    ['recruitee', 'app'],
    ['teamtailor', 'docs'],
    ['workable', 'Acme-Group'],
    ['workable', 'pricing'],
    ['jsonld', `${GH}/embed/job_app`],
    ['jsonld', 'https://acme.example/careers'],
    ['jsonld', 'https://acme.example/vacancy'],
    ['jsonld', 'https://app.greenhouse.io/people/32'],
  ])('goes on under its name: %s "%s"', (provider, slug) => expect(isBoardSlug(provider, slug)).toBe(true));
});
