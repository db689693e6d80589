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

  it('never are more than the limit, and none is forgotten, whatever comes and goes', async () => {
    const steps = fc.array(fc.record({ account: fc.constantFrom('a', 'b'), leaves: fc.nat(9) }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const gate = inFlight();
        const there: { account: string; place: Place }[] = [];
        for (const { account, leaves } of all) {
          if (!gate.isFull(account)) there.push({ account, place: gate.enter(account) });
          if (leaves < there.length) there.splice(leaves, 1)[0]!.place.leave();
          for (const name of ['a', 'b']) {
            const states = await Promise.all(
              there.filter((one) => one.account === name).map((one) => settled(one.place)),
            );
            const waiting = states.indexOf('waits') === -1 ? states.length : states.indexOf('waits');
            expect(states).toEqual(states.map((_, index) => (index < waiting ? true : 'waits')));
            expect(waiting).toBe(Math.min(2, states.length));
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
