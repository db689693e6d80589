import { describe, expect, it } from '@jest/globals';
import { PolitenessGate } from './politeness.js';

/** A request that ends when it is told to. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { end: resolve, request: () => promise };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('requests to one provider', () => {
  it('are so many at once, in the order in which they came', async () => {
    const gate = new PolitenessGate();
    const begun: number[] = [];
    const requests = [held(), held(), held(), held()];
    const all = requests.map(({ request }, at) =>
      gate.through('ashby', { concurrency: 2, pauseMs: 0 }, () => {
        begun.push(at);
        return request();
      }),
    );
    await settled();
    expect(begun).toEqual([0, 1]);
    requests[1]?.end();
    await all[1];
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    for (const { end } of requests) end();
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it('begin no sooner after one another than the pause', async () => {
    const gate = new PolitenessGate();
    const begun: number[] = [];
    const polite = { concurrency: 3, pauseMs: 50 };
    await Promise.all([1, 2, 3].map(() => gate.through('lever', polite, async () => begun.push(performance.now()))));
    const pauses = begun.slice(1).map((at, before) => at - (begun[before] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThan(49);
  });

  it('hold up no other provider, and one that fails makes room', async () => {
    const gate = new PolitenessGate();
    const serial = { concurrency: 1, pauseMs: 0 };
    const stuck = held();
    const waiting = gate.through('workable', serial, stuck.request);
    await expect(gate.through('lever', serial, async () => 'through')).resolves.toBe('through');
    await expect(gate.through('lever', serial, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    await expect(gate.through('lever', serial, async () => 'again')).resolves.toBe('again');
    stuck.end();
    await waiting;
  });
});
