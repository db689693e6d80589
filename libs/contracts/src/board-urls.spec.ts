import { describe, expect, it } from '@jest/globals';
import { isBoardSlug, recogniseBoard } from './board-urls.js';
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
    ['jsonld', 'acme.com'],
    ['jsonld', 'http://'],
  ])('of %s is never "%s"', (provider, slug) => expect(isBoardSlug(provider, slug)).toBe(false));
});
