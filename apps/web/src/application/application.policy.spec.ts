import { describe, expect, it } from '@jest/globals';
import { openingOf, stepsOf } from './application.policy.js';

const now = new Date('2026-12-01T08:00:00Z');
const at = '2026-12-01T07:00:00.000Z';
const base = {
  stage: 'rejected',
  appliedAt: null,
  contactName: 'Dana Ito',
  rejection: { receivedAt: at },
  interviews: [],
} as const;
const letter = (state: 'draft' | 'waiting' | 'held') =>
  ({ state, audience: 'contact', dueAt: '2026-12-03T09:14:00.000Z' }) as const;
const reminder = { state: 'waiting', audience: 'candidate', dueAt: '2026-12-03T06:00:00.000Z' } as const;

describe('the sentence that opens an application', () => {
  it.each([
    ['a letter that goes', [reminder, letter('waiting')], 'no_and_letter'],
    ['a letter that waits for a yes', [reminder, letter('draft')], 'no_and_draft'],
    ['a letter that is held', [letter('held'), reminder], 'no_and_held'],
    ['a reminder alone', [reminder], 'no_and_reminder'],
    ['nothing', [], 'no_and_nothing'],
  ] as const)('tells of a no and of %s', (_what, ahead, kind) => {
    expect(openingOf(base, ahead, now)).toMatchObject({ kind, at });
  });

  it('tells of the next interview, not of one that is over', () => {
    const interviews = [{ scheduledAt: '2026-11-01T09:00:00.000Z' }, { scheduledAt: '2026-12-04T09:00:00.000Z' }];
    const application = { ...base, stage: 'interview', rejection: null, interviews } as const;
    expect(openingOf(application, [], now)).toEqual({ kind: 'interview', at: '2026-12-04T09:00:00.000Z' });
    expect(openingOf(application, [], new Date('2026-12-05T00:00:00Z'))).toMatchObject({
      kind: 'at_stage',
      stage: 'interview',
    });
  });
});

describe('the steps', () => {
  it('lie ahead until they went, ended or were done, in the order in which they come', () => {
    const states = [
      'sent',
      'draft',
      'waiting',
      'unconfirmed',
      'skipped',
      'due',
      'held',
      'sending',
      'retrying',
      'cancelled',
      'done',
    ] as const;
    const steps = states.map((state, index) => ({
      state,
      audience: 'contact' as const,
      dueAt: `2026-12-${20 - index}`,
    }));
    const { ahead, behind } = stepsOf(steps);
    expect(ahead.map(({ state }) => state)).toEqual([
      'retrying',
      'sending',
      'held',
      'due',
      'unconfirmed',
      'waiting',
      'draft',
    ]);
    expect(behind.map(({ state }) => state)).toEqual(['done', 'cancelled', 'skipped', 'sent']);
  });
});
