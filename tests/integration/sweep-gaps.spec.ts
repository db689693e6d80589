import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anAd, someAds } from '../support/board.server.js';
import type { House } from '../support/house.js';
import { RadarHouse } from '../support/radar-house.js';

jest.setTimeout(120_000);

describe('sweeps of a list with gaps', () => {
  let radar: RadarHouse;
  let house: House;
  beforeAll(async () => {
    radar = await RadarHouse.open();
    house = radar.house;
  });
  afterAll(() => radar.close());

  it('ask for a watched posting that is lacking, and believe it when it is open', async () => {
    const board = radar.boards.board('greenhouse', 'gap', [anAd('1'), anAd('2'), anAd('3')]);
    const vacancyId = await radar.vacancyOn('gap', '1');
    await radar.sweep('gap');
    expect(board.lookUps).toEqual([]);
    board.hide('1');
    board.hide('2');
    for (let times = 0; times < 3; times += 1) await radar.sweep('gap');
    expect(board.lookUps).toEqual(['1', '1', '1']);
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'open', history: [] });
    expect(await radar.postingsOf('gap')).toEqual({ 1: 'open', 2: 'closed', 3: 'open' });
    board.close('1');
    await radar.closes('gap', vacancyId);
  });

  it('let the list stand when the posting says nothing, and end well whatever it does', async () => {
    const board = radar.boards.board('greenhouse', 'silent', [anAd('1'), anAd('2')]);
    const vacancyId = await radar.vacancyOn('silent', '1');
    board.hide('1');
    board.behaveSingly({ kind: 'html' });
    await radar.sweep('silent');
    board.behaveSingly({ kind: 'throttled', retryAfter: '36000' });
    for (let times = 0; times < 2; times += 1) await radar.sweep('silent');
    await radar.isNow(vacancyId, 'closed');
    expect(await radar.sweeps('silent')).toEqual(['ok', 'ok', 'not_modified', 'not_modified']);
    expect(board.lookUps).toEqual(['1', '1', '1']);
  });

  it('know a posting that is watched by the name in its address', async () => {
    const board = radar.boards.board('recruitee', 'named', [anAd('1'), anAd('2')]);
    const url = 'https://named.recruitee.com/o/offer-1';
    const { vacancyId } = await house.apply({ companyName: 'Named', title: 'Engineer', url });
    await radar.swept('named', 1);
    board.hide('1');
    await radar.sweep('named');
    expect([board.lookUps, await radar.vacancy(vacancyId)]).toMatchObject([['1'], { status: 'open', history: [] }]);
  });

  it('close and reopen a watched posting that a part of the list does not show', async () => {
    const board = radar.boards.board('greenhouse', 'partial', [anAd('1'), anAd('2'), anAd('3')]);
    const [first, second] = [await radar.vacancyOn('partial', '1'), await radar.vacancyOn('partial', '2')];
    board.behave({ kind: 'truncated' });
    board.hide('1');
    board.close('2');
    await radar.sweep('partial');
    await radar.isNow(second, 'missing');
    for (let times = 0; times < 2; times += 1) await radar.sweep('partial');
    await radar.isNow(second, 'closed');
    expect(await radar.vacancy(first)).toMatchObject({ status: 'open', history: [] });
    board.hide('2');
    board.reopen('2');
    await radar.sweep('partial');
    const [told] = await radar.isTold('vacancy.reopened', second);
    expect(told!.data).toMatchObject({ postingId: '2', evidence: { grade: 'same_posting' } });
    expect(await radar.sweeps('partial')).toEqual(['ok', 'truncated', 'truncated', 'truncated', 'truncated']);
    expect(board.lookUps).toEqual(['1', '2', '1', '2', '1', '2', '1', '2']);
  });

  it('take no 404 of Lever for an end', async () => {
    const board = radar.boards.board('lever', 'confidential', someAds(150));
    const vacancyId = await radar.vacancyOn('confidential', '1120', 'lever');
    board.close('1120');
    board.behave({ kind: 'truncated' });
    for (let times = 0; times < 2; times += 1) await radar.sweep('confidential');
    expect(board.lookUps).toEqual(['1120', '1120']);
    expect(await radar.vacancy(vacancyId)).toMatchObject({ status: 'open', history: [] });
  });

  it('ask for nobody when most of the board is gone at once', async () => {
    const board = radar.boards.board('greenhouse', 'sunk', someAds(12));
    const vacancyId = await radar.vacancyOn('sunk', '1005');
    board.behave({ kind: 'collapsed', to: 2 });
    await radar.sweep('sunk');
    expect([board.lookUps, await radar.vacancy(vacancyId)]).toMatchObject([[], { status: 'open' }]);
  });
});
