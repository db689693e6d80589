import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anAd } from '../support/board.server.js';
import { eventually } from '../support/eventually.js';
import type { House } from '../support/house.js';
import { RadarHouse } from '../support/radar-house.js';

jest.setTimeout(120_000);

describe('while every application for it is deleted, a vacancy', () => {
  let radar: RadarHouse;
  let house: House;
  beforeAll(async () => {
    radar = await RadarHouse.open();
    house = radar.house;
  });
  afterAll(() => radar.close());

  interface Recorded {
    id: string;
    vacancyId: string;
    companyId: string;
  }
  const apply = (companyName: string): Promise<Recorded> =>
    house.api.expect('POST', '/applications', { companyName, title: 'Engineer' });
  const remove = (path: string) => house.api.expect('DELETE', `/${path}`);
  const restore = (path: string) => house.api.expect('POST', `/${path}/restore`);
  /** An application for a posting of a board that was swept once. */
  const appliedTo = async (slug: string): Promise<Recorded> => {
    await radar.vacancyOn(slug, '1');
    return apply(slug);
  };
  const nextSweepOf = async (slug: string) =>
    (await house.db.query<{ at: Date | null }>('select next_sweep_at as at from boards where slug = $1', [slug]))[0]!
      .at;
  const fallsAsleep = async (slug: string) => {
    await house.db.query('update boards set next_sweep_at = now() where slug = $1', [slug]);
    await eventually(async () => (await nextSweepOf(slug)) === null, { what: 'the board being asleep' });
  };
  const told = (vacancyId: string) =>
    ['vacancy.closed', 'vacancy.reopened'].flatMap((type) => radar.told(type, vacancyId).map((event) => event.type));

  it('is not asked for, and is again once it is restored', async () => {
    const board = radar.boards.board('greenhouse', 'asleep', [anAd('1'), anAd('2')]);
    const { id, vacancyId } = await appliedTo('asleep');
    await remove(`applications/${id}`);
    await fallsAsleep('asleep');
    expect(await radar.sweeps('asleep')).toHaveLength(1);
    await restore(`applications/${id}`);
    await radar.swept('asleep', 2);
    board.close('1');
    await radar.closes('asleep', vacancyId);
    expect(await radar.isTold('vacancy.closed', vacancyId)).toHaveLength(1);
  });

  it('is asked for again when it is applied for anew', async () => {
    radar.boards.board('greenhouse', 'anew', [anAd('1'), anAd('2')]);
    const { id, vacancyId } = await appliedTo('anew');
    await remove(`applications/${id}`);
    await fallsAsleep('anew');
    expect(await apply('anew')).toMatchObject({ vacancyId });
    await radar.swept('anew', 2);
  });

  it('goes on being asked for while one application is there', async () => {
    radar.boards.board('greenhouse', 'two', [anAd('1'), anAd('2')]);
    const { id } = await appliedTo('two');
    await apply('two');
    await remove(`applications/${id}`);
    await radar.sweep('two');
  });

  it('is not told of what others who watch the board hear, until it is restored', async () => {
    const board = radar.boards.board('greenhouse', 'shared', [anAd('1'), anAd('2')]);
    const { id, vacancyId } = await appliedTo('shared');
    await house.api.expect('POST', '/boards', { provider: 'greenhouse', slug: 'shared' });
    await remove(`applications/${id}`);
    board.close('1');
    for (let times = 0; times < 3; times += 1) await radar.sweep('shared');
    expect(await radar.postingsOf('shared')).toMatchObject({ 1: 'closed' });
    await radar.sweep('shared');
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'open' });
    expect(told(vacancyId)).toEqual([]);
    await restore(`applications/${id}`);
    await radar.isNow(vacancyId, 'closed');
    expect(await radar.isTold('vacancy.closed', vacancyId)).toHaveLength(1);
  });

  it('of a deleted company is not asked for either', async () => {
    radar.boards.board('greenhouse', 'closed-shop', [anAd('1'), anAd('2')]);
    const { id, companyId } = await appliedTo('closed-shop');
    await remove(`applications/${id}`);
    await remove(`companies/${companyId}`);
    await fallsAsleep('closed-shop');
    await restore(`companies/${companyId}`);
    expect(await nextSweepOf('closed-shop')).toBeNull();
    await restore(`applications/${id}`);
    await radar.swept('closed-shop', 2);
  });

  it('nobody applied for is watched for itself', async () => {
    radar.boards.board('greenhouse', 'curious', [anAd('1'), anAd('2')]);
    const vacancyId = await radar.vacancyOn('curious', '1');
    const { companyId } = await house.api.expect<{ companyId: string }>('GET', `/vacancies/${vacancyId}`);
    await remove(`companies/${companyId}`);
    await fallsAsleep('curious');
    await restore(`companies/${companyId}`);
    await radar.swept('curious', 2);
  });
});
