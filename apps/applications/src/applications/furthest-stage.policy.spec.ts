import type { Stage } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { type Change, furthestStage, stageSince } from './furthest-stage.policy.js';

/** One a day, the first in on the first of January. */
const changes = (...stages: Stage[]): Change[] =>
  stages.map((toStage, index) => ({
    fromStage: stages[index - 1] ?? null,
    toStage,
    at: new Date(Date.UTC(2026, 0, 1 + index)),
  }));
const recordedAt = new Date('2025-12-31T00:00:00Z');

describe('how far it came', () => {
  it.each<[string, Stage[], Stage[], Stage, string]>([
    ['is where it is', ['applied', 'screening'], ['screening'], 'screening', '2026-01-02'],
    ['is before the end', ['applied', 'interview', 'withdrawn'], ['withdrawn'], 'interview', '2026-01-03'],
    ['is where they said no', ['applied', 'rejected'], ['rejected', 'offer'], 'offer', '2026-01-02'],
    ['counts a way back', ['applied', 'screening', 'interview', 'applied'], ['applied'], 'interview', '2026-01-04'],
    ['forgets a slip', ['applied', 'offer', 'applied'], ['applied'], 'applied', '2026-01-01'],
    [
      'forgets two slips',
      ['applied', 'screening', 'offer', 'screening', 'applied'],
      ['applied'],
      'applied',
      '2026-01-01',
    ],
    ['goes on after a slip', ['applied', 'offer', 'applied', 'screening'], ['screening'], 'screening', '2026-01-04'],
    [
      'is what it was before a no that was none',
      ['applied', 'interview', 'rejected', 'interview'],
      ['interview'],
      'interview',
      '2026-01-02',
    ],
    ['counts a way forth again', ['interview', 'screening', 'interview'], ['interview'], 'interview', '2026-01-03'],
    ['is what is known', [], ['rejected', 'screening'], 'screening', '2025-12-31'],
    ['is nothing where nothing is known', [], ['withdrawn'], 'saved', '2025-12-31'],
  ])('%s', (_, way, stages, furthest, since) => {
    expect(furthestStage(changes(...way), stages)).toBe(furthest);
    expect(
      stageSince(changes(...way), recordedAt)
        .toISOString()
        .slice(0, 10),
    ).toBe(since);
  });
});
