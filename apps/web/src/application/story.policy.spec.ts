import { describe, expect, it } from '@jest/globals';
import { farBackOf, pastOf } from './story.policy.js';

describe('the story', () => {
  it('tells what happened and what became of each step, once, in order', () => {
    const items = [
      { type: 'recorded', at: '2026-11-13T08:00:00.000Z' },
      { type: 'rejected', at: '2026-12-01T08:00:00.000Z' },
      { type: 'follow_up', at: '2026-12-01T08:00:01.000Z' },
      { type: 'touch', at: '2026-12-04T08:00:00.000Z' },
    ];
    const steps = [
      { id: 'skipped', sentAt: null, updatedAt: '2026-12-01T08:00:01.000Z' },
      { id: 'sent', sentAt: '2026-12-03T09:14:00.000Z', updatedAt: '2026-12-05T00:00:00.000Z' },
    ];
    const told = pastOf(items, steps).map((past) => (past.kind === 'step' ? past.step.id : past.item.type));
    expect(told).toEqual(['recorded', 'rejected', 'skipped', 'sent', 'touch']);
  });
});

it('keeps the last few for paper, and counts the others', () => {
  expect([0, 8, 9, 40].map(farBackOf)).toEqual([0, 0, 1, 32]);
});
