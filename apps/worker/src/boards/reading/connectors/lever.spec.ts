import { describe, expect, it } from '@jest/globals';
import { lever } from './lever.js';

const page = (ads: unknown, cursor = 0) => lever.parse(JSON.stringify(ads), { slug: 'acme', cursor });
const many = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `a-${at}`, text: 'Engineer' }));

describe('a board of Lever', () => {
  it('is asked for at the host of its region, page by page', () => {
    const [us, eu] = ['acme', 'eu:acme'].map((slug) => lever.feeds(slug)[0]?.(100));
    expect(us).toBe('https://api.lever.co/v0/postings/acme?mode=json&skip=100&limit=100');
    expect(eu).toBe('https://api.eu.lever.co/v0/postings/acme?mode=json&skip=100&limit=100');
    expect(lever.politeness).toEqual({ concurrency: 1, pauseMs: 1_000 });
  });

  it('is read with all places of an ad', () => {
    const ad = {
      id: '88499546-e9f7-4403-87a5-240050bd7c5b',
      text: 'Analyst',
      createdAt: 1778529611285,
      hostedUrl: 'https://jobs.lever.co/acme/88499546-e9f7-4403-87a5-240050bd7c5b',
      categories: { location: 'Oslo', team: 'Accounting', department: 'Finance', allLocations: ['Oslo', 'Bergen'] },
    };
    expect(page([ad]).rows[0]?.posting).toEqual({
      id: ad.id,
      title: 'Analyst',
      url: ad.hostedUrl,
      locations: ['Oslo', 'Bergen'],
      department: 'Finance',
      jobIds: [],
      publishedAt: new Date(1778529611285),
    });
  });

  it('makes do with one place, a team, or neither', () => {
    const [some, none] = page([
      { id: 'a', text: 'A', categories: { location: 'Oslo', team: 'Sales' } },
      { id: 'b', text: 'B' },
    ]).rows.map(({ posting }) => posting);
    expect(some).toMatchObject({ locations: ['Oslo'], department: 'Sales' });
    expect(none).toMatchObject({ locations: [], department: null, publishedAt: null, url: null });
  });

  it.each([
    [99, 299],
    [50, 250],
    [0, null],
    [100, 300],
    [302, null],
  ])('goes on after a page of %i at %s', (count, next) => {
    expect(page(many(count), 200)).toMatchObject({ listed: count, next });
  });

  it('that answers an object answers an error', () => {
    expect(() => page({ ok: false, error: 'Document not found' })).toThrow('Document not found');
  });
});
