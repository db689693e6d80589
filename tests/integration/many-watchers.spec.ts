import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { anAd } from '../support/board.server.js';
import { eventually } from '../support/eventually.js';
import { RadarHouse } from '../support/radar-house.js';
import { watchAsMany } from '../support/watch-as-many.js';

jest.setTimeout(300_000);

describe('a board that a thousand candidates watch', () => {
  let radar: RadarHouse;
  beforeAll(async () => {
    radar = await RadarHouse.open();
  });
  afterAll(() => radar.close());

  it('is asked once a sweep for all of them, and each is told once', async () => {
    const people = Array.from({ length: 1_000 }, () => randomUUID());
    const board = radar.boards.board('greenhouse', 'initech', [anAd('7'), anAd('8')]);
    await watchAsMany(radar.house, people, 'initech', '7');
    await radar.swept('initech', 1);
    expect(board.requests).toHaveLength(1);
    board.close('7');
    for (let times = 0; times < 3; times += 1) await radar.sweep('initech');
    expect(board.requests).toHaveLength(4);
    expect(board.lookUps).toEqual(['7', '7', '7']);
    const told = () =>
      radar.house.db.query<{ id: string }>(
        `select candidate_id as id from events where type = 'vacancy.closed.v1' order by 1`,
      );
    await eventually(async () => (await told()).length >= people.length, {
      what: 'everybody being told',
      within: 240_000,
    });
    expect((await told()).map(({ id }) => id)).toEqual(people.toSorted());
  });
});
