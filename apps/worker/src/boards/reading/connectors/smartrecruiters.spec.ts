import { describe, expect, it } from '@jest/globals';
import { smartrecruiters } from './smartrecruiters.js';

const page = (content: unknown[], totalFound: unknown, cursor = 0) =>
  smartrecruiters.parse(JSON.stringify({ offset: cursor, limit: 100, totalFound, content }), { slug: 'acme', cursor });
const many = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `${at}`, name: 'Nurse' }));

describe('a board of SmartRecruiters', () => {
  it('is read with the ids of the job behind the ad', () => {
    const ad = {
      id: '743999671674844',
      name: 'Nurse  - Nights',
      jobAdId: '94d67882-f96d-4aa8-b331-b2edb903a96a',
      refNumber: 'REF30D',
      company: { identifier: 'Acme', name: 'Acme' },
      releasedDate: '2018-06-08T02:11:28.000Z',
      location: { city: 'St. Louis', region: 'MO', country: 'us', fullLocation: 'St. Louis, MO, United States' },
      department: {},
    };
    expect(page([ad], 1).rows[0]?.posting).toEqual({
      id: '743999671674844',
      title: 'Nurse  - Nights',
      url: 'https://jobs.smartrecruiters.com/Acme/743999671674844',
      locations: ['St. Louis, MO, United States'],
      department: null,
      jobIds: ['reference:REF30D', 'ad:94d67882-f96d-4aa8-b331-b2edb903a96a'],
      publishedAt: new Date('2018-06-08T02:11:28Z'),
    });
  });

  it('names the ad as its portals and its form of application do, by the UUID of the publication', () => {
    const ad = {
      id: '744000091234501',
      uuid: '74820555-1111-4222-8333-444455556666',
      name: 'Nurse',
      refNumber: 'REF1A',
    };
    const ids = ['reference:REF1A', 'publication:74820555-1111-4222-8333-444455556666'];
    expect(page([ad], 1).rows[0]?.posting.jobIds).toEqual(ids);
    expect(page([{ ...ad, uuid: 'none' }], 1).rows[0]?.posting.jobIds).toEqual(['reference:REF1A']);
  });

  it('puts a place together where none is spelled out', () => {
    const location = { city: 'Kraków', region: '', country: 'pl' };
    expect(page([{ id: 1, name: 'Nurse', location }], 1).rows[0]?.posting.locations).toEqual(['Kraków, PL']);
  });

  it.each([
    [100, 250, 0, 100],
    [50, 250, 200, null],
    [40, 250, 100, 140],
    [0, 250, 100, null],
    [100, null, 0, 100],
    [99, null, 0, 99],
    [0, null, 99, null],
  ])('goes on after %i of %s from %i at %s', (count, total, cursor, next) => {
    expect(page(many(count), total, cursor)).toMatchObject({ next, total });
  });
});
