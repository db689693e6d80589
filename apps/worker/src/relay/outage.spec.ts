import { beforeEach, describe, expect, it } from '@jest/globals';
import { Outage } from './outage.js';

describe('looks that fail', () => {
  let now: number;
  let outage: Outage;
  beforeEach(() => {
    now = 0;
    outage = new Outage(() => now);
  });
  /** Five a second. */
  const failing = (seconds: number) =>
    Array.from({ length: seconds * 5 }, () => {
      now += 200;
      return outage.failed();
    }).filter((said) => said !== null);

  it('are said when it begins and once a minute', () => {
    expect(failing(59)).toEqual([1]);
    expect(failing(120)).toEqual([301, 601]);
  });

  it('are said to be over once, and the next time from the beginning', () => {
    expect(outage.passed()).toBeNull();
    failing(2);
    expect(outage.passed()).toBe(10);
    expect(outage.passed()).toBeNull();
    expect(failing(1)).toEqual([1]);
  });
});
