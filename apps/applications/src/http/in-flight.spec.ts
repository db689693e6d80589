import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InFlight, type Place } from './in-flight.js';

const settled = async ({ isIts }: Place) => Promise.race([isIts, Promise.resolve('waits')]);

describe('requests of one account', () => {
  const inFlight = () => new InFlight({ atOnce: 2, waiting: 2 });

  it('begin at once up to a limit, then one for each that is over, in their order', async () => {
    const gate = inFlight();
    const [one, two, three, four] = [1, 2, 3, 4].map(() => gate.enter('a')) as [Place, Place, Place, Place];
    expect(await Promise.all([one, two, three, four].map(settled))).toEqual([true, true, 'waits', 'waits']);
    two.leave();
    expect(await Promise.all([three, four].map(settled))).toEqual([true, 'waits']);
    one.leave();
    expect(await settled(four)).toBe(true);
  });

  it('are too many once as many wait as may wait, and are not for anybody else', () => {
    const gate = inFlight();
    for (let times = 0; times < 4; times += 1) gate.enter('a');
    expect([gate.isFull('a'), gate.isFull('b')]).toEqual([true, false]);
  });

  it('that are given up while they wait make room, and never begin', async () => {
    const gate = inFlight();
    const [one, , three, four] = [1, 2, 3, 4].map(() => gate.enter('a')) as [Place, Place, Place, Place];
    three.leave();
    expect(await three.isIts).toBe(false);
    expect(gate.isFull('a')).toBe(false);
    one.leave();
    one.leave();
    expect(await settled(four)).toBe(true);
  });

  it('are one at a time for who asks for more while somebody else is there, and as many again a second later', async () => {
    let now = 0;
    const gate = new InFlight({ atOnce: 2, waiting: 9 }, () => now);
    const mine = Array.from({ length: 6 }, () => gate.enter('a'));
    const begun = async () => (await Promise.all(mine.map(settled))).filter((state) => state === true).length;
    const modest = [gate.enter('b'), gate.enter('b')];
    expect(await Promise.all(modest.map(settled))).toEqual([true, true]);
    mine.shift()!.leave();
    expect(await begun()).toBe(1);
    mine.shift()!.leave();
    expect(await begun()).toBe(1);
    now += 1_001;
    mine.shift()!.leave();
    expect([mine.length, await begun()]).toEqual([3, 2]);
  });

  it('never are more than the limit, and none is forgotten, whatever comes and goes', async () => {
    const steps = fc.array(
      fc.record({ account: fc.constantFrom('a', 'b'), leaves: fc.nat(9), after: fc.constantFrom(0, 600) }),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        let now = 0;
        const gate = new InFlight({ atOnce: 2, waiting: 2 }, () => now);
        const there: { account: string; place: Place }[] = [];
        for (const { account, leaves, after } of all) {
          now += after;
          if (!gate.isFull(account)) there.push({ account, place: gate.enter(account) });
          if (leaves < there.length) there.splice(leaves, 1)[0]!.place.leave();
          for (const name of ['a', 'b']) {
            const states = await Promise.all(
              there.filter((one) => one.account === name).map((one) => settled(one.place)),
            );
            const begun = states.filter((state) => state === true).length;
            expect(begun).toBeLessThanOrEqual(2);
            expect(begun).toBeGreaterThanOrEqual(Math.min(1, states.length));
            expect(states.length > 2 || begun === states.length).toBe(true);
          }
        }
        for (const { place } of there) place.leave();
        expect(await Promise.all(there.map(({ place }) => place.isIts))).toEqual(there.map(() => expect.any(Boolean)));
      }),
      { numRuns: 50 },
    );
  });
});
