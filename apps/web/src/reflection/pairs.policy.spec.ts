import { expect, it } from '@jest/globals';
import { pairsOf, placeOf, requirementsIn, withPair } from './pairs.policy.js';

it('reads what they asked for line by line', () => {
  expect(requirementsIn('What you bring:\n- Five years of Go\n• German, B2\n  2) Kafka\n\n- Five years of Go')).toEqual(
    ['Five years of Go', 'German, B2', 'Kafka'],
  );
  expect(requirementsIn('24/7 on call\n3 years of C++')).toEqual(['24/7 on call', '3 years of C++']);
  expect([requirementsIn(null), requirementsIn('x'.repeat(301))]).toEqual([[], []]);
  expect(requirementsIn(Array.from({ length: 30 }, (_, n) => `line ${n}`).join('\n'))).toHaveLength(20);
});

it('keeps what is written, and shows each line that nothing stands beside yet', () => {
  const written = [{ requirement: 'Kafka', mine: 'Two years' }];
  const pairs = pairsOf(written, ['Go', 'Kafka']);
  expect(pairs).toEqual([...written, { requirement: 'Go', mine: '' }]);
  expect(withPair(pairs, 1, { mine: 'Ten' })).toEqual([...written, { requirement: 'Go', mine: 'Ten' }]);
});

it('knows where a pair stands among those that are sent, so that what is wrong with it is said there', () => {
  const pairs = ['', 'Ten years', ' ', 'B2'].map((mine, at) => ({ requirement: `${at}`, mine }));
  expect([placeOf(pairs, 1), placeOf(pairs, 3)]).toEqual([0, 1]);
});
