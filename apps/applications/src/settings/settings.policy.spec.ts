import { describe, expect, it } from '@jest/globals';
import { requirePauseAhead } from './settings.policy.js';

const now = new Date('2026-11-24T10:00:00Z');
const past = '2026-11-24T10:00:00Z';
const asked =
  (noLettersUntil: string | null | undefined, stored: string | null = null) =>
  () =>
    requirePauseAhead({ noLettersUntil }, { noLettersUntil: stored }, now);

describe('the moment until which no letters go', () => {
  it('lies ahead, or is none', () => {
    for (const at of ['2026-11-24T10:00:01Z', '2026-12-24T00:00:00+02:00', null, undefined]) {
      expect(asked(at)).not.toThrow();
    }
  });
  it.each([
    [past, 'in_the_past'],
    ['2046-11-24T10:00:00Z', 'too_far_ahead'],
  ])('%s is refused as %s, with the member at fault', (at, code) => {
    const options = { kind: 'invalid', pointer: '/noLettersUntil' };
    expect(asked(at)).toThrow(expect.objectContaining({ code, options }));
  });
  it('that is set already may be said again, also when it has passed', () => {
    expect(asked(past, past)).not.toThrow();
  });
});
