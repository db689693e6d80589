import { describe, expect, it } from '@jest/globals';
import { openPostings } from './listing.js';
import { workable } from './workable.js';

const parse = (answer: object) => workable.parse(JSON.stringify(answer), { slug: 'acme', cursor: 0 });

const ad = {
  title: 'Analyst',
  shortcode: 'DD136DD7E7',
  code: '',
  department: 'Consulting',
  url: 'https://apply.workable.com/j/DD136DD7E7',
  published_on: '2026-08-05',
  created_at: '2025-07-02',
  city: '',
  state: '',
};

describe('a board of Workable', () => {
  it('lists a vacancy once per place, and it is one posting', () => {
    const { rows, problems } = parse({
      jobs: [
        { ...ad, country: 'Spain' },
        { ...ad, country: 'Portugal' },
      ],
    });
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(2);
    expect(openPostings(rows, new Date())).toEqual([
      {
        id: 'DD136DD7E7',
        title: 'Analyst',
        url: ad.url,
        locations: ['Spain', 'Portugal'],
        department: 'Consulting',
        jobIds: [],
        publishedAt: new Date('2026-08-05T00:00:00Z'),
      },
    ]);
  });

  it('shows the places it does not hide, and its code', () => {
    const locations = [
      { city: 'Leeds', region: 'England', country: 'United Kingdom', hidden: false },
      { city: 'York', region: 'England', country: 'United Kingdom', hidden: true },
    ];
    const [row] = parse({ jobs: [{ ...ad, code: 'OPS-7', locations }] }).rows;
    expect(row?.posting).toMatchObject({
      locations: ['Leeds, England, United Kingdom'],
      jobIds: ['requisition:OPS-7'],
    });
  });

  it('is read in the shape of its v3 list too', () => {
    const v3 = {
      shortcode: 'E2C96AB706',
      title: 'Engineer',
      location: { country: 'United States', city: '', region: 'Arizona' },
      state: 'published',
      published: '2026-09-04T00:00:00.000Z',
      department: ['R&D', 'Platform'],
    };
    const page = parse({ total: 3, results: [v3], nextPage: 'x' });
    expect(page).toMatchObject({ total: 3, listed: 1 });
    expect(page.rows[0]?.posting).toMatchObject({
      url: 'https://apply.workable.com/acme/j/E2C96AB706/',
      locations: ['Arizona, United States'],
      department: 'R&D, Platform',
      publishedAt: new Date('2026-09-04T00:00:00Z'),
    });
  });
});
