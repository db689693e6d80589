import { DEFAULT_SETTINGS, STAGES, say } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { type ClosedFacts, planVacancyClosed } from './vacancy-closed.policy.js';

const closedAt = '2026-11-20T09:00:00.000Z';
const facts: ClosedFacts = {
  close: {
    vacancyId: '00000000-0000-7000-8000-000000000002',
    companyId: '00000000-0000-7000-8000-000000000003',
    title: 'Engineer',
    observedAt: '2026-11-20T21:00:00.000Z',
    closedAt,
  },
  stage: 'interview',
  vacancy: { status: 'closed', closedAt: new Date(closedAt) },
  alreadyTold: false,
  settings: DEFAULT_SETTINGS,
  now: new Date('2026-11-20T21:00:05Z'),
};
const plan = (changes: Partial<ClosedFacts> = {}) => planVacancyClosed({ ...facts, ...changes });
const dueAt = (timezone: string, now: string) =>
  plan({ settings: { ...DEFAULT_SETTINGS, timezone }, now: new Date(now) })?.dueAt.toISOString();

describe('a posting that is gone while an application is in process', () => {
  it('is told with the next digest, and of which close', () => {
    expect(plan()).toEqual({
      kind: 'vacancy_closed',
      audience: 'candidate',
      state: 'waiting',
      dueAt: new Date('2026-11-21T08:00Z'),
      why: say('posting_gone'),
      details: { closedAt },
    });
  });

  it.each([
    ['UTC', '2026-11-20T08:00:00Z', '2026-11-20T08:00:00.000Z'],
    ['UTC', '2026-11-20T08:00:00.001Z', '2026-11-21T08:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-20T17:59:00Z', '2026-11-20T18:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-20T18:01:00Z', '2026-11-21T18:00:00.000Z'],
  ])('in %s, seen at %s, is due at %s', (timezone, now, expected) => {
    expect(dueAt(timezone, now)).toBe(expected);
  });

  it.each(STAGES)('concerns who is in process: %s', (stage) => {
    const isInProcess = ['applied', 'screening', 'interview', 'offer'].includes(stage);
    expect(plan({ stage })?.state ?? null).toBe(isInProcess ? 'waiting' : null);
  });

  it('is told once for each close', () => {
    expect(plan({ alreadyTold: true })).toBeNull();
  });

  it.each([
    ['was seen open meanwhile', { status: 'reopened', closedAt: new Date(closedAt) }],
    ['closed anew meanwhile', { status: 'closed', closedAt: new Date('2026-11-20T20:00Z') }],
  ] as const)('that %s is left out, and why', (_what, vacancy) => {
    expect(plan({ vacancy })).toMatchObject({
      state: 'skipped',
      why: say('seen_open'),
    });
  });

  it('concerns also who is not looking: they are in process still', () => {
    expect(plan({ settings: { ...DEFAULT_SETTINGS, looking: false } })?.state).toBe('waiting');
  });
});
