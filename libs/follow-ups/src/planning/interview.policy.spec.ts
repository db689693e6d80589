import { STAGES, type Stage, type StoredState } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Preparation, preparationSteps, type Round, type Rounds } from './interview.policy.js';

const at = (text: string) => new Date(text);
const NOW = at('2026-11-20T10:00:00Z');
const FIRST = { id: 'first', scheduledAt: at('2026-12-10T12:00:00Z') };
const SECOND = { id: 'second', scheduledAt: at('2026-12-14T12:00:00Z') };
const rounds = (given: Partial<Rounds> = {}): Rounds => ({
  stage: 'interview',
  interviews: [FIRST],
  preparations: [],
  timezone: 'Europe/Kyiv',
  now: NOW,
  ...given,
});
const preparation = (given: Partial<Preparation> = {}): Preparation => ({
  id: 'one',
  interviewId: 'first',
  interviewAt: FIRST.scheduledAt,
  state: 'waiting',
  phase: null,
  heldWhy: null,
  dueAt: at('2026-12-09T16:00:00Z'),
  plannedDueAt: at('2026-12-09T16:00:00Z'),
  chosenAt: null,
  endedBy: null,
  endedWhy: null,
  isFrozen: false,
  ...given,
});
const steps = (given: Partial<Preparation> = {}, around: Partial<Rounds> = {}) =>
  preparationSteps(rounds({ preparations: [preparation(given)], ...around }));

describe('the preparation for an interview', () => {
  it.each([
    ['at 18:00 the evening before', '2026-11-26T12:00:00Z', '2026-11-24T10:00:00Z', '2026-11-25T16:00:00Z'],
    ["by the candidate's calendar", '2026-11-25T22:30:00Z', '2026-11-24T10:00:00Z', '2026-11-25T16:00:00Z'],
    [
      'at 18:00 on the wall when the clocks change that night',
      '2026-10-25T08:00:00Z',
      '2026-10-20T10:00:00Z',
      '2026-10-24T15:00:00Z',
    ],
    ['at once, when that evening is over', '2026-11-26T12:00:00Z', '2026-11-25T21:00:00Z', '2026-11-25T21:00:00Z'],
  ])('comes %s', (_rule, scheduledAt, now, dueAt) => {
    const interview = { id: 'first', scheduledAt: at(scheduledAt) };
    expect(preparationSteps(rounds({ interviews: [interview], now: at(now) }))).toMatchObject([
      { to: 'plan', interview, due: { dueAt: at(dueAt), interviewAt: at(scheduledAt) } },
    ]);
  });

  it('is one for each that lies ahead, none for what is over or begins now', () => {
    const over = [NOW, at('2026-11-19T10:00:00Z')].map((scheduledAt, n) => ({ id: `over ${n}`, scheduledAt }));
    const planned = preparationSteps(rounds({ interviews: [FIRST, ...over, SECOND] }));
    expect(planned).toMatchObject([
      { to: 'plan', interview: FIRST },
      { to: 'plan', interview: SECOND },
    ]);
  });

  it.each(STAGES)('of an application that is %s is there only before an offer', (stage) => {
    const isAhead = ['applied', 'screening', 'interview'].includes(stage);
    expect(preparationSteps(rounds({ stage }))).toHaveLength(isAhead ? 1 : 0);
    const ends = isAhead ? [] : [{ to: 'end', why: 'no_longer_interview' }];
    expect(steps({}, { stage })).toMatchObject(ends);
  });

  it.each<[string, Partial<Rounds>]>([
    ['application_deleted', { stage: null }],
    ['interview_gone', { interviews: [SECOND] }],
    ['interview_over', { now: FIRST.scheduledAt }],
  ])('ends as %s', (why, around) => {
    expect(steps({}, around)[0]).toMatchObject({ to: 'end', preparation: { id: 'one' }, why });
    expect(steps({ state: 'sending', phase: 'data' }, around).filter(({ to }) => to === 'end')).toEqual([]);
  });
});

describe('an interview at another time', () => {
  const moved = { interviews: [{ id: 'first', scheduledAt: at('2026-12-20T12:00:00Z') }] };
  const evening = at('2026-12-19T16:00:00Z');

  it.each<StoredState>(['waiting', 'held'])('moves what is %s', (state) => {
    expect(steps({ state }, moved)).toMatchObject([{ to: 'move', due: { dueAt: evening, plannedDueAt: evening } }]);
  });

  it('leaves the moment that the candidate chose, unless that is too late for it now', () => {
    const snoozed = { dueAt: at('2026-12-10T06:00:00Z'), chosenAt: at('2026-12-10T06:00:00Z') };
    expect(steps(snoozed, moved)).toMatchObject([{ to: 'move', due: { dueAt: snoozed.dueAt } }]);
    const earlier = [{ id: 'first', scheduledAt: at('2026-12-05T12:00:00Z') }];
    expect(steps(snoozed, { interviews: earlier })).toMatchObject([
      { to: 'move', due: { dueAt: at('2026-12-04T16:00:00Z') } },
    ]);
    const resumed = { chosenAt: NOW };
    expect(steps(resumed, moved)).toMatchObject([{ to: 'move', due: { dueAt: evening } }]);
  });

  it('has another preparation where a server may have the words of the former', () => {
    const tried = { state: 'held', heldWhy: 'by_candidate', isFrozen: true } as const;
    expect(steps(tried, moved)).toMatchObject([
      { to: 'end', why: 'interview_moved' },
      { to: 'plan', due: { dueAt: evening }, heldWhy: 'by_candidate' },
    ]);
    expect(steps({ state: 'sending', phase: 'data', isFrozen: true }, moved)).toMatchObject([{ to: 'plan' }]);
    expect(steps({ state: 'retrying', isFrozen: true }, { timezone: 'America/Los_Angeles' })).toEqual([]);
  });

  const ended: Partial<Preparation>[] = [
    { state: 'sent' },
    { state: 'done', endedBy: 'candidate' },
    { state: 'cancelled', endedBy: 'candidate' },
    { state: 'failed' },
  ];
  it.each(ended)('is prepared for anew after %j, and the same hour is not', (given) => {
    expect(steps(given)).toEqual([]);
    expect(steps(given, moved)).toMatchObject([{ to: 'plan', due: { dueAt: evening } }]);
    const back = [preparation({ id: 'two', interviewAt: moved.interviews[0]!.scheduledAt }), preparation(given)];
    expect(preparationSteps(rounds({ preparations: back }))).toMatchObject([
      { to: 'end', preparation: { id: 'two' }, why: 'interview_moved' },
    ]);
  });

  it('that a stop rule ended is restored at its hour, and planned at another', () => {
    const stopped = { state: 'cancelled', endedBy: 'stop_rule', endedWhy: 'no_longer_interview' } as const;
    expect(steps(stopped)).toMatchObject([{ to: 'restore', due: { dueAt: at('2026-12-09T16:00:00Z') } }]);
    expect(steps(stopped, moved)).toMatchObject([{ to: 'plan' }]);
  });

  it('that an earlier version ended stays so, and is in the way of none that it planned since', () => {
    const ended = { state: 'cancelled', endedBy: 'stop_rule', endedWhy: null } as const;
    expect(steps(ended)).toEqual([]);
    expect(preparationSteps(rounds({ preparations: [preparation({ id: 'two' }), preparation(ended)] }))).toEqual([]);
  });
});

it('another time zone moves it', () => {
  expect(steps({}, { timezone: 'America/Los_Angeles' })).toMatchObject([
    { to: 'move', due: { dueAt: at('2026-12-10T02:00:00Z') } },
  ]);
});

describe('whatever is there', () => {
  const DAY = 86_400_000;
  const day = fc.integer({ min: -3, max: 40 }).map((days) => new Date(NOW.getTime() + days * DAY));
  const state = fc.constantFrom<StoredState[]>('waiting', 'held', 'sending', 'retrying', 'sent', 'done', 'cancelled');
  const interviews = fc
    .uniqueArray(day, { maxLength: 4, selector: Number })
    .map((days) => days.map((scheduledAt, n): Round => ({ id: `interview ${n}`, scheduledAt })));
  const given = fc
    .record({
      interviewId: fc.constantFrom('interview 0', 'interview 1', 'gone', null),
      interviewAt: fc.option(day),
      state,
      dueAt: day,
      plannedDueAt: fc.option(day),
      chosenAt: fc.option(day),
      endedBy: fc.constantFrom('candidate', 'stop_rule', null),
      endedWhy: fc.constantFrom('no_longer_interview', null),
      phase: fc.constantFrom('data', 'connect', null),
      isFrozen: fc.boolean(),
    })
    .map((row) => preparation({ ...row, phase: row.state === 'sending' ? row.phase : null }));
  const around = fc.record({
    stage: fc.option(fc.constantFrom<Stage[]>(...STAGES)),
    interviews,
    preparations: fc.array(given, { maxLength: 6 }).map((rows) => rows.map((row, n) => ({ ...row, id: `row ${n}` }))),
    timezone: fc.constantFrom('Europe/Kyiv', 'America/Los_Angeles', 'Pacific/Apia'),
    now: fc.constant(NOW),
  });

  const ENDED = { state: 'cancelled', endedBy: 'stop_rule', phase: null } as const;
  /** As the service writes it. */
  function after(facts: Rounds): Preparation[] {
    const rows = new Map(facts.preparations.map((row) => [row.id, row]));
    for (const step of preparationSteps(facts)) {
      const id = step.to === 'plan' ? `planned ${rows.size}` : step.preparation.id;
      if (step.to === 'end') rows.set(id, { ...rows.get(id)!, ...ENDED, endedWhy: step.why });
      else if (step.to === 'move') rows.set(id, { ...rows.get(id)!, ...step.due });
      else if (step.to === 'plan')
        rows.set(id, { ...preparation({ id, interviewId: step.interview.id }), ...step.due });
      else rows.set(id, { ...rows.get(id)!, ...step.due, state: 'waiting', endedBy: null, endedWhy: null });
    }
    return [...rows.values()];
  }

  it('is right afterwards: nothing more to do, one at most for each, none after its interview', () => {
    fc.assert(
      fc.property(around, (facts) => {
        const preparations = after(facts);
        expect(preparationSteps({ ...facts, preparations })).toEqual([]);
        for (const { id, scheduledAt } of facts.interviews) {
          const pending = preparations.filter(
            (row) =>
              row.interviewId === id &&
              ['waiting', 'held', 'sending', 'retrying'].includes(row.state) &&
              row.phase !== 'data',
          );
          expect(pending.length).toBeLessThanOrEqual(1);
          for (const row of pending) expect(row.isFrozen || row.dueAt < scheduledAt).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
