import { STAGES, type Stage } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { appliedAtAfter, appliedBefore, requireFollows, requireRejectable } from './application.policy.js';

/** What follows each stage; `rejected` here came at `screening`. */
const FOLLOWS: Record<Stage, Stage[]> = {
  saved: ['applied', 'screening', 'interview', 'offer', 'accepted', 'withdrawn'],
  applied: ['saved', 'screening', 'interview', 'offer', 'accepted', 'withdrawn'],
  screening: ['applied', 'interview', 'offer', 'accepted', 'withdrawn'],
  interview: ['screening', 'offer', 'accepted', 'withdrawn'],
  offer: ['interview', 'accepted', 'withdrawn'],
  accepted: ['offer', 'withdrawn'],
  rejected: ['interview', 'offer', 'accepted'],
  withdrawn: [],
};
const pairs = STAGES.flatMap((from) => STAGES.map((to): [Stage, Stage] => [from, to]));
const standing = (stage: Stage) => ({ stage, rejectedAt: stage === 'rejected' ? ('screening' as const) : null });

describe('a stage', () => {
  it.each(pairs.filter(([from, to]) => FOLLOWS[from].includes(to)))('%s is followed by %s', (from, to) => {
    expect(() => requireFollows(standing(from), to, false)).not.toThrow();
  });

  it.each(pairs.filter(([from, to]) => !FOLLOWS[from].includes(to)))('%s is not followed by %s', (from, to) => {
    expect(() => requireFollows(standing(from), to, false)).toThrow(
      expect.objectContaining({ code: 'stage_does_not_follow', options: { pointer: '/stage' } }),
    );
  });

  it('interview is followed by another interview that is scheduled, and nothing else by itself', () => {
    for (const stage of STAGES) {
      const again = () => requireFollows(standing(stage), stage, true);
      if (stage === 'interview') expect(again).not.toThrow();
      else expect(again).toThrow(expect.objectContaining({ code: 'stage_does_not_follow' }));
    }
  });
});

describe('a rejection', () => {
  it.each<[Stage, string | null]>([
    ['saved', 'not_rejectable'],
    ['applied', null],
    ['screening', null],
    ['interview', null],
    ['offer', null],
    ['accepted', 'already_accepted'],
    ['rejected', 'already_rejected'],
    ['withdrawn', 'not_rejectable'],
  ])('of what is %s: %s', (stage, code) => {
    const reject = () => requireRejectable(stage);
    if (code === null) expect(reject).not.toThrow();
    else expect(reject).toThrow(expect.objectContaining({ code }));
  });
});

describe('the moment of application', () => {
  const [early, late] = [new Date('2026-01-01T00:00Z'), new Date('2026-02-01T00:00Z')];

  it.each<[Date | null, Stage, Date | null]>([
    [null, 'applied', late],
    [null, 'offer', late],
    [early, 'screening', early],
    [early, 'saved', null],
    [null, 'withdrawn', null],
    [early, 'withdrawn', early],
  ])('%s, moved to %s, is %s', (appliedAt, to, expected) => {
    expect(appliedAtAfter(appliedAt, to, late)).toEqual(expected);
  });

  it('lies before the rejection when it was told, and gives way to it when it was assumed', () => {
    expect(appliedBefore(late, { appliedAt: early, appliedAtIsAssumed: false })).toBe(early);
    expect(appliedBefore(early, { appliedAt: null, appliedAtIsAssumed: false })).toBeNull();
    expect(appliedBefore(early, { appliedAt: late, appliedAtIsAssumed: true })).toBe(early);
    expect(() => appliedBefore(early, { appliedAt: late, appliedAtIsAssumed: false })).toThrow(
      expect.objectContaining({ code: 'before_application', options: { kind: 'invalid', pointer: '/receivedAt' } }),
    );
  });
});
