import { expect, it } from '@jest/globals';
import { still } from './stillness.policy.js';

const row = (id: string, word = id) => ({ id, word });
const keyOf = ({ id }: { id: string }) => id;

it('keeps rows in their places, with what is known now of each', () => {
  const shown = [row('a'), row('b'), row('c')];
  expect(still(shown, [row('d'), row('c', 'C'), row('a', 'A')], keyOf)).toEqual([
    row('a', 'A'),
    row('b'),
    row('c', 'C'),
  ]);
});

it('adds nothing under the pointer', () => expect(still([], [row('a')], keyOf)).toEqual([]));
