import type { ShownState } from '@app/contracts/words';
import { describe, expect, it } from '@jest/globals';
import { canBeRejected, emptyPlanOf, openingOf, stepsOf } from './application.policy.js';

const now = new Date('2026-12-01T08:00:00Z');
const at = '2026-12-01T07:00:00.000Z';
const base = {
  stage: 'rejected',
  appliedAt: null,
  rejection: { receivedAt: at },
  interviews: [],
  contact: { name: 'Mirko Hale', timezone: 'Europe/Prague' },
} as const;
const dana = { name: 'Dana Ito', timezone: 'America/Los_Angeles' };
const letter = (state: ShownState) =>
  ({ state, audience: 'contact', dueAt: '2026-12-03T09:14:00.000Z', contact: dana }) as const;
const reminder = { state: 'waiting', audience: 'candidate', dueAt: '2026-12-03T06:00:00.000Z', contact: null } as const;

describe('the sentence that opens an application', () => {
  it.each<[ShownState, string]>([
    ['draft', 'draft'],
    ['held', 'held'],
    ['waiting', 'waiting'],
    ['retrying', 'waiting'],
    ['due', 'on_its_way'],
    ['sending', 'on_its_way'],
    ['unconfirmed', 'unsure'],
  ])('tells of a no and of a letter that is %s', (state, standing) => {
    expect(openingOf(base, [reminder, letter(state)], now)).toEqual({
      kind: 'no_and_letter',
      at,
      letter: standing,
      letterAt: letter(state).dueAt,
      to: dana,
    });
  });

  it('tells of a no and of what comes where no letter does', () => {
    expect(openingOf(base, [reminder], now)).toEqual({ kind: 'no_and_reminder', at, next: reminder.dueAt });
    expect(openingOf(base, [], now)).toEqual({ kind: 'no_and_nothing', at });
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

describe('a talk', () => {
  const interviews = [{ scheduledAt: '2026-12-04T09:00:00.000Z' }];
  const STAGES = ['saved', 'applied', 'screening', 'interview', 'offer', 'accepted', 'rejected', 'withdrawn'] as const;

  it('is ahead only where one still talks', () => {
    const opens = (stage: (typeof STAGES)[number]) =>
      openingOf({ ...base, stage, rejection: null, interviews }, [], now).kind === 'interview';
    expect(STAGES.filter(opens)).toEqual(['applied', 'screening', 'interview']);
  });

  it('a no becomes a plan where one can still come', () => {
    const plans = (stage: (typeof STAGES)[number], steps: number) => emptyPlanOf({ stage }, steps);
    expect(STAGES.filter((stage) => plans(stage, 0) === 'a_no_would_plan')).toEqual([
      'saved',
      'applied',
      'screening',
      'interview',
      'offer',
    ]);
    expect(plans('withdrawn', 0)).toBe('nothing');
    expect(plans('withdrawn', 2)).toBe('nothing_left');
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
      contact: null,
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

it('they can say no until it has come to an end, and not before it began', () => {
  const stages = ['saved', 'applied', 'offer', 'accepted', 'rejected', 'withdrawn'] as const;
  expect(stages.filter((stage) => canBeRejected({ stage }))).toEqual(['applied', 'offer']);
});
