import { expect, it } from '@jest/globals';
import { changedOf, isChanged, over, saysTheSame } from './draft.policy.js';

const was = { subject: 'A question', body: 'Dear Dana' };
const draft = (words: object = {}) => ({ words: { ...was, ...words }, was, tag: 'W/"1"' });

it('asks for what was changed alone', () => {
  expect(changedOf(draft({ body: 'Hello Dana' }))).toEqual({ body: 'Hello Dana' });
  expect(isChanged(draft({ body: 'Hello Dana' }))).toBe(true);
  expect(isChanged(draft())).toBe(false);
});

it('keeps one’s own words over theirs, and theirs where one wrote nothing', () => {
  const theirs = {
    words: { subject: 'Thanks', body: 'Good day' },
    was: { subject: 'Thanks', body: 'Good day' },
    tag: 'W/"2"',
  };
  expect(over(draft({ body: 'Hello Dana' }), theirs)).toEqual({
    words: { subject: 'Thanks', body: 'Hello Dana' },
    was: theirs.was,
    tag: 'W/"2"',
  });
});

it.each([
  ['only its plan', {}, true],
  ['the subject', { subject: 'Thanks' }, false],
  ['the body', { body: 'Good day' }, false],
])('knows whether somebody wrote where %s changed', (_what, changed, isSame) => {
  const now = { ...was, ...changed };
  expect(saysTheSame(draft({ body: 'Hello Dana' }), { was: now })).toBe(isSame);
});
