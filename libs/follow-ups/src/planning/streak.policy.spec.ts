import { REJECTABLE_STAGES } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type StreakFacts, type StreakRejection, streakToTell } from './streak.policy.js';

const day = (number: number) => new Date(Date.UTC(2026, 0, number, 12));

const rejectionOn = (number: number, given: Partial<StreakRejection> = {}): StreakRejection => ({
  applicationId: `application ${number}`,
  receivedAt: day(number),
  stage: 'interview',
  reasonCategory: null,
  ...given,
});

const tell = (given: Partial<StreakFacts>) =>
  streakToTell({ rejections: [], progressAt: [], toldUntil: null, length: 3, ...given });
const three = [rejectionOn(1), rejectionOn(2), rejectionOn(3)];

describe('rejections in a row', () => {
  const later = [rejectionOn(5), rejectionOn(6), rejectionOn(7)];
  const toldBefore = { toldUntil: day(3), progressAt: [day(4)] };
  it.each<[string, 'told' | 'not told', Partial<StreakFacts>]>([
    ['nothing at all', 'not told', {}],
    ['two of three', 'not told', { rejections: three.slice(1) }],
    ['the third', 'told', { rejections: three }],
    ['the fourth, when the third was not told', 'told', { rejections: [...three, rejectionOn(4)] }],
    ['the second, when two are enough', 'told', { rejections: three.slice(1), length: 2 }],
    ['progress between them', 'not told', { rejections: three, progressAt: [day(2)] }],
    ['progress before them', 'told', { rejections: later, progressAt: [day(4)] }],
    ['the fourth, when the third was told', 'not told', { rejections: [...three, rejectionOn(4)], toldUntil: day(3) }],
    ['two after a told streak and progress', 'not told', { rejections: [...three, ...later.slice(1)], ...toldBefore }],
    ['three after a told streak and progress', 'told', { rejections: [...three, ...later], ...toldBefore }],
  ])('%s: %s', (_given, expected, facts) => {
    expect(tell(facts) ? 'told' : 'not told').toBe(expected);
  });

  it('are ordered by when they came, not by when they were recorded', () => {
    const told = tell({ rejections: [three[2]!, three[0]!, three[1]!] });
    expect(told).toMatchObject({ streak: { applicationIds: ['application 1', 'application 2', 'application 3'] } });
    expect(told!.until).toEqual(day(3));
  });

  it('are counted by stage and reason over all rejections, with the whole as denominator', () => {
    const earlier = [
      rejectionOn(1, { stage: 'applied', reasonCategory: 'language' }),
      rejectionOn(2, { stage: 'applied', reasonCategory: 'unknown' }),
    ];
    const row = [rejectionOn(4, { reasonCategory: 'language' }), rejectionOn(5), rejectionOn(6)];
    expect(tell({ rejections: [...earlier, ...row], progressAt: [day(3)] })!.streak).toEqual({
      length: 3,
      applicationIds: ['application 4', 'application 5', 'application 6'],
      total: 5,
      byStage: { applied: 2, interview: 3 },
      byReason: { language: 2, unknown: 3 },
    });
  });
});

describe('as the days go by', () => {
  type Step = { progress: true } | { progress: false; rejection: StreakRejection };
  const steps = fc.array(
    fc.oneof(
      { weight: 1, arbitrary: fc.constant({ progress: true } as const) },
      {
        weight: 4,
        arbitrary: fc
          .constantFrom(...REJECTABLE_STAGES)
          .map((stage) => ({ progress: false as const, rejection: rejectionOn(1, { stage }) })),
      },
    ),
    { maxLength: 40 },
  );

  /** Looks after each step, as the worker does after each rejection. */
  function live(lifetime: readonly Step[], length: number): ('told' | 'rejected' | 'progress')[] {
    const rejections: StreakRejection[] = [];
    const progressAt: Date[] = [];
    let toldUntil: Date | null = null;
    return lifetime.map((step, index) => {
      if (step.progress) {
        progressAt.push(day(index));
        return 'progress';
      }
      rejections.push({ ...step.rejection, receivedAt: day(index) });
      const telling = streakToTell({ rejections, progressAt, toldUntil, length });
      if (!telling) return 'rejected';
      toldUntil = telling.until;
      return 'told';
    });
  }

  it('each streak is told exactly once, at its length, and progress arms the next', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 2, max: 6 }), (lifetime, length) => {
        let inARow = 0;
        for (const what of live(lifetime, length)) {
          if (what === 'progress') inARow = 0;
          else {
            inARow += 1;
            expect(what).toBe(inARow === length ? 'told' : 'rejected');
          }
        }
      }),
    );
  });
});
