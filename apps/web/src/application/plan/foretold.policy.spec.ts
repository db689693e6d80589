import { describe, expect, it } from '@jest/globals';
import type { ShownState } from '@app/contracts/words';
import { foretoldOf, isThere } from './foretold.policy.js';

const since = '2026-12-01T08:00:00.000Z';
const now = new Date(since);
const step = (dueAt: string, state: ShownState = 'waiting') => ({ dueAt, state });

describe('a plan that is foretold', () => {
  it('is drawn until two days after its last near step, as the API draws it', () => {
    const steps = [
      step('2026-12-02T09:14:00.000Z'),
      step('2026-12-03T06:00:00.000Z'),
      step('2027-03-01T07:00:00.000Z'),
    ];
    expect(foretoldOf(steps, since, now).to).toBe('2026-12-05T06:00:00.000Z');
    expect(foretoldOf([step('2027-03-01T07:00:00.000Z')], since, now).to).toBeUndefined();
  });

  it('leaves out what is not going to be', () => {
    expect(foretoldOf([step('2026-12-02T09:14:00.000Z', 'skipped')], since, now).steps).toEqual([]);
  });

  it('is there once a row of it is', () => {
    const foretold = foretoldOf([step('2026-12-02T09:14:00.000Z')], since, now);
    expect(isThere(foretold, [])).toBe(false);
    expect(isThere(foretold, [{ updatedAt: '2026-11-30T08:00:00.000Z' }])).toBe(false);
    expect(isThere(foretold, [{ updatedAt: '2026-12-01T08:00:00.310Z' }])).toBe(true);
  });

  it('is there at once where nothing comes, and is waited for where nobody asked beforehand', () => {
    expect(isThere(foretoldOf([], since, now), [])).toBe(true);
    expect(isThere(foretoldOf(undefined, since, now), [])).toBe(false);
    expect(isThere(foretoldOf([step(since, 'skipped')], since, now), [])).toBe(false);
  });
});
