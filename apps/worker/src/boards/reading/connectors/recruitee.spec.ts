import { describe, expect, it } from '@jest/globals';
import { recruitee } from './recruitee.js';

const posting = (offer: object) =>
  recruitee.parse(JSON.stringify({ offers: [{ id: 2700825, title: 'Accountant', ...offer }] }), {
    slug: 'acme',
    cursor: 0,
  }).rows[0]?.posting;

describe('a board of Recruitee', () => {
  it('is asked for on the company’s own host', () => {
    expect(recruitee.feeds('acme')[0]?.(0)).toBe('https://acme.recruitee.com/api/offers/');
  });

  it('is read with its places and its branded address', () => {
    const offer = {
      careers_url: 'https://jobs.acme.com/o/accountant',
      department: 'Finance',
      published_at: '2026-08-05 10:10:39 UTC',
      created_at: '2026-08-05 09:41:37 UTC',
      location: 'Berlin, Berlin, Germany',
      locations: [
        { name: 'Berlin', city: 'Berlin', state: 'Berlin', country: 'Germany' },
        { name: 'Anywhere', city: null, state: null, country: null },
      ],
    };
    expect(posting(offer)).toEqual({
      id: '2700825',
      title: 'Accountant',
      url: 'https://jobs.acme.com/o/accountant',
      locations: ['Berlin, Germany', 'Anywhere'],
      department: 'Finance',
      jobIds: [],
      publishedAt: new Date('2026-08-05T10:10:39Z'),
    });
  });

  it('makes do with a place in one field, or in two', () => {
    expect(posting({ location: 'Ghent, Belgium' })?.locations).toEqual(['Ghent, Belgium']);
    expect(posting({ city: 'Ghent', country: 'Belgium', locations: [] })?.locations).toEqual(['Ghent, Belgium']);
  });
});
