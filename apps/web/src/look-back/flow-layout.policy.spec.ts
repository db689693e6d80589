import { expect, it } from '@jest/globals';
import { drawnFlow } from './flow-layout.policy.js';

const row = (stage: string, reached: number, wentOn: number, rest: object = {}) => ({
  stage,
  reached,
  wentOn,
  rejected: reached - wentOn,
  withdrawn: 0,
  open: 0,
  ...rest,
});

it('is one stream that narrows, as tall everywhere as what is in it', () => {
  const { stages, ends, bands } = drawnFlow([
    row('applied', 10, 4, { rejected: 5, open: 1 }),
    row('interview', 4, 0),
    row('offer', 0, 0),
  ]);
  expect(stages.map(({ stage, height, applications }) => [stage, height, applications])).toEqual([
    ['applied', 120, 10],
    ['interview', 48, 4],
  ]);
  expect(ends.map(({ stage, end, height, applications }) => [stage, end, height, applications])).toEqual([
    ['applied', 'rejected', 60, 5],
    ['applied', 'open', 12, 1],
    ['interview', 'rejected', 48, 4],
  ]);
  expect(bands).toHaveLength(4);
});

it('puts nothing over another, and sees one of very many', () => {
  const { ends, height } = drawnFlow([row('applied', 1_000, 0, { rejected: 998, withdrawn: 1, open: 1 })]);
  for (const [at, { y, height: tall }] of ends.entries()) expect(ends[at + 1]?.y ?? height).toBeGreaterThan(y + tall);
  expect(Math.min(...ends.map((one) => one.height))).toBe(2);
});

it('is nothing of nothing', () => expect(drawnFlow([])).toMatchObject({ stages: [], ends: [], bands: [] }));
