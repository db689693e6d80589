/** Addresses and answers that boards were seen to give, and that were once taken for something else. */
import { recogniseBoard } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { saying } from '../../../../../tests/support/sentences.js';
import { listing, SweptBoard } from '../../../../../tests/support/swept-board.js';
import { jsonld } from '../reading/connectors/jsonld.js';
import { smartrecruiters } from '../reading/connectors/smartrecruiters.js';
import { sightFor } from '../rules/watched-job.policy.js';
import { namesOf } from '../rules/sighted.policy.js';

const FAULTS = join(process.cwd(), '../shared/data/faults');
const isThere = existsSync(FAULTS);
if (!isThere) process.stderr.write(`${FAULTS} is absent: addresses and answers that were seen are skipped.\n`);
const text = (file: string) => readFileSync(join(FAULTS, file), 'utf8');
const addressesIn = (file: string) => text(file).match(/https:\S+/g) ?? [];
const page = (file: string) => jsonld.parse(text(file), { slug: 'https://careers.acme.example/jobs/7', cursor: 0 });

(isThere ? describe : describe.skip)('what was seen', () => {
  it('a portal of SmartRecruiters is the company’s board', () => {
    const [url] = addressesIn('01-smartrecruiters-portal-url.txt');
    expect(recogniseBoard(url!)).toEqual({
      provider: 'smartrecruiters',
      slug: 'AcmeCare',
      postingId: 'aa3999ab-1111-4222-8333-444455556667',
    });
  });

  it('the form of application at SmartRecruiters means the posting of that publication', () => {
    const seen = JSON.parse(text('02-smartrecruiters-apply-url.json'));
    const place = recogniseBoard(seen.url);
    expect(place).toMatchObject({ provider: 'smartrecruiters', slug: 'AcmeCare' });
    const body = JSON.stringify(seen['list answer (limit=100&offset=0)']);
    const [row] = smartrecruiters.parse(body, { slug: 'AcmeCare', cursor: 0 }).rows;
    expect(row!.posting.id).toBe('744000091234501');
    expect(namesOf(row!.posting)).toContain(place!.postingId);
  });

  it('two forms of Greenhouse are two addresses, and where they lead says the board', () => {
    const urls = addressesIn('03-greenhouse-embed-urls.txt').filter((url) => url.includes('token='));
    const slugs = urls.map((url) => recogniseBoard(url)!.slug);
    expect(new Set(slugs).size).toBe(urls.length);
    const movedTo = urls.map((url) => `${url}&for=acme`);
    const shown = slugs.map((slug, at) => jsonld.parse('', { slug, cursor: 0, movedTo: movedTo[at]! }).showsBoard);
    expect(shown).toEqual(
      ['4000001', '4000002'].map((postingId) => ({ provider: 'greenhouse', slug: 'acme', postingId })),
    );
  });

  it('routes and numbers in `ref` are addresses of their own, and one ad speaks for the vacancy of its title', () => {
    const slugs = addressesIn('05-hash-routes.txt').map((url) => recogniseBoard(url)!.slug);
    expect(slugs).toEqual(
      expect.arrayContaining([
        'https://hash.example/careers#/jobs/1',
        'https://hash.example/careers#/jobs/2',
        'https://acme.example/vacancy?ref=JOB-118',
      ]),
    );
    const watch = (vacancyTitle: string) => ({ id: vacancyTitle, vacancyTitle, jobTitle: null });
    const closed = {
      kind: 'closed' as const,
      title: 'Driver',
      previousTitle: null,
      byPage: true,
      pageIsBack: false,
    };
    expect(sightFor(watch('Driver'), closed, [])).toBe('closed');
    expect(sightFor(watch('Cook'), closed, [])).toBeNull();
  });

  it.each(['08-jsonld-cdata.html', '08-jsonld-slashed-comment.html', '08-jsonld-trailing-comma.html'])(
    '%s holds a job',
    (file) => expect(page(file).rows).toMatchObject([{ posting: { id: 'HZ-7', title: 'Cellar Hand' } }]),
  );

  it('microdata holds a job', () => {
    expect(page('09-microdata.html').rows).toMatchObject([
      { posting: { title: 'Cellar Hand', locations: ['Linz'], publishedAt: new Date('2026-09-01T00:00:00Z') } },
    ]);
  });

  it('an empty list for any name was never read', () => {
    const seen = JSON.parse(text('19-smartrecruiters-nobody.json'));
    const body = JSON.stringify(seen['answer of the list']);
    const { rows } = smartrecruiters.parse(body, { slug: 'NoSuchCo', cursor: 0 });
    const { board } = new SweptBoard().sweep(listing(rows.map(({ posting }) => posting)), 0);
    expect(board).toMatchObject({ outcome: 'never_read', note: saying(/check that the address/) });
  });
});
