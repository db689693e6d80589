import { describe, expect, it } from '@jest/globals';
import { isDefault, patchOf, rawOf, SECTIONS } from './cadences.policy.js';

const DEFAULTS = {
  feedbackRequest: { enabled: true, delay: 'P1D', minStage: 'screening' },
  reflection: { delay: 'P2D' },
  keepWarm: { after: ['P90D'], halfYear: 'P180D' },
  cooldown: 'P180D',
  contactGap: 'P14D',
  mailbox: { dailyCap: 40, spacing: 'PT30S' },
  reminders: { at: '08:00' },
  streak: { length: 3 },
};
const all = Object.values(SECTIONS).flat();
const raws = Object.fromEntries(all.map((cadence) => [cadence.key, rawOf(DEFAULTS, cadence)]));

describe('cadences', () => {
  it('go back as they came', () => expect(patchOf(all, raws)).toEqual({ patch: DEFAULTS, wrong: [] }));

  it('are each where their fields say, and nothing else is said', () => {
    expect(
      patchOf(all, {
        delay: { count: '3', unit: 'days' },
        minStage: 'interview',
        contactGap: { count: '2', unit: 'weeks' },
      }).patch,
    ).toEqual({
      feedbackRequest: { delay: 'P3D', minStage: 'interview' },
      contactGap: 'P2W',
    });
  });

  it('that are no number yet are not asked for', () => {
    const touched = {
      delay: { count: 'x', unit: 'days' as const },
      dailyCap: '',
      checkIns: [{ count: '', unit: 'days' as const }],
    };
    expect(patchOf(all, touched)).toEqual({ patch: {}, wrong: ['delay', 'checkIns', 'dailyCap'] });
  });

  it('may be none', () => expect(patchOf(all, { checkIns: [] }).patch).toEqual({ keepWarm: { after: [] } }));

  it('are the default, or not', () => {
    const [, delay] = SECTIONS.afterANo;
    expect(isDefault(DEFAULTS, delay!, { count: '1', unit: 'days' })).toBe(true);
    expect(isDefault(DEFAULTS, delay!, { count: '24', unit: 'hours' })).toBe(false);
  });
});
