import type { Stage } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Course, courseOf, FLOW_ENDS, FLOW_STAGES, flowOf } from './flow.policy.js';

const at = new Date('2026-11-30T10:00Z');
const way = (...stages: Stage[]) =>
  stages.map((toStage, index) => ({ fromStage: stages[index - 1] ?? null, toStage, at }));
const tried = (stage: Stage, rejectedAt: Stage | null = null) => ({ stage, appliedAt: at, rejectedAt });

describe('the course of an application', () => {
  it.each([
    [
      'is how far it came, whatever it is now',
      tried('rejected', 'screening'),
      way('applied', 'screening', 'interview', 'screening', 'rejected'),
      'screening',
    ],
    ['counts the stage that the no came at', tried('rejected', 'interview'), way('applied', 'rejected'), 'interview'],
    ['counts what was passed over', tried('rejected', 'offer'), way('offer', 'rejected'), 'offer'],
    ['of one that was stepped back from', tried('withdrawn'), way('applied', 'screening', 'withdrawn'), 'screening'],
    ['of one that was recorded as withdrawn', tried('withdrawn'), way('withdrawn'), 'applied'],
  ])('%s', (_what, one, changes, furthest) => expect(courseOf(one, changes)).toEqual({ furthest, end: one.stage }));

  it('is none of one that was only saved', () => {
    expect(courseOf({ stage: 'saved', appliedAt: null, rejectedAt: null }, way('saved'))).toBeNull();
    expect(courseOf({ stage: 'withdrawn', appliedAt: null, rejectedAt: null }, way('saved', 'withdrawn'))).toBeNull();
  });

  it('has no end where it was accepted, and an open one where it goes on', () => {
    expect(courseOf(tried('accepted'), way('offer', 'accepted'))).toEqual({ furthest: 'accepted', end: null });
    expect(courseOf(tried('interview'), way('interview'))).toEqual({ furthest: 'interview', end: 'open' });
  });
});

describe('the flow', () => {
  const courses = fc.array(
    fc
      .record<Course>({
        furthest: fc.constantFrom(...FLOW_STAGES),
        end: fc.constantFrom(...FLOW_ENDS, null),
      })
      .map((course): Course => ({
        furthest: course.furthest,
        end: course.furthest === 'accepted' ? course.end : (course.end ?? 'open'),
      })),
    { maxLength: 60 },
  );

  it('loses nobody: what comes to a stage goes on or ends there, and the picture’s numbers are the table’s', () => {
    fc.assert(
      fc.property(courses, (all) => {
        const { of, stages, nodes, links } = flowOf(all);
        expect(of).toBe(all.length);
        expect(stages[0]!.reached).toBe(all.length);
        const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
        for (const { stage, reached, wentOn, rejected, withdrawn, open } of stages) {
          const stands = stage === 'accepted' ? all.filter(({ end }) => end === null).length : 0;
          expect(reached).toBe(wentOn + rejected + withdrawn + open + stands);
          const out = sum(links.filter(({ from }) => from === stage).map(({ applications }) => applications));
          expect(out + stands).toBe(reached);
        }
        for (const { id, applications } of nodes) {
          const into = sum(links.filter(({ to }) => to === id).map((link) => link.applications));
          expect(applications).toBe(id === 'applied' ? all.length : into);
        }
      }),
    );
  });
});
