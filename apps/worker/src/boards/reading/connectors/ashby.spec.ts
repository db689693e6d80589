import { describe, expect, it } from '@jest/globals';
import { ashby } from './ashby.js';
import { openPostings } from './listing.js';

const rows = (...jobs: object[]) =>
  ashby.parse(JSON.stringify({ apiVersion: '1', jobs }), { slug: 'Acme Labs', cursor: 0 }).rows;

describe('a board of Ashby', () => {
  it('is asked for by its name, blanks and all', () => {
    expect(ashby.feeds('Acme Labs')[0]?.(0)).toBe('https://api.ashbyhq.com/posting-api/job-board/Acme%20Labs');
  });

  it('is read with its secondary places', () => {
    const job = {
      id: '717cb29f-7b5a-47d1-8984-5e8f0d627f91',
      title: 'GTM Engineer (London) ',
      department: 'Sales',
      location: 'London',
      secondaryLocations: [{ location: 'Paris', address: null }, 'Berlin', { address: {} }, { location: 'London' }],
      publishedAt: '2025-09-11T06:21:58.154+00:00',
      isListed: true,
      jobUrl: 'https://jobs.ashbyhq.com/Acme/717cb29f-7b5a-47d1-8984-5e8f0d627f91',
    };
    expect(rows(job)[0]?.posting).toEqual({
      id: job.id,
      title: 'GTM Engineer (London) ',
      url: job.jobUrl,
      locations: ['London', 'Paris', 'Berlin'],
      department: 'Sales',
      jobIds: [],
      publishedAt: new Date('2025-09-11T06:21:58.154Z'),
    });
  });

  it('does not count as open what is no longer listed', () => {
    const shown = rows(
      { id: 'a', title: 'A', isListed: false },
      { id: 'b', title: 'B', isListed: true },
      { id: 'c', title: 'C' },
    );
    expect(shown).toHaveLength(3);
    expect(openPostings(shown, new Date()).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
