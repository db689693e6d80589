import { expect, it } from '@jest/globals';
import { reflectionQuery } from './reflection.queries.js';

it('an answer that was asked for before a press and comes after it does not take back what the press answered', () => {
  const shared = reflectionQuery('one').structuralSharing as (known: unknown, came: unknown) => unknown;
  const at = (version: number) => ({ reflection: {}, tag: `W/"${version}"` });
  const [older, known, newer] = [at(2), at(3), at(4)];
  const anew = at(3);
  expect([shared(known, older), shared(known, newer), shared(undefined, older)]).toEqual([known, newer, older]);
  // The no that stands may be another one, and the words the same.
  expect(shared(known, anew)).toBe(anew);
});
