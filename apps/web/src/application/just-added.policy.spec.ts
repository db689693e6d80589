import { expect, it } from '@jest/globals';
import { isAsAdded } from './just-added.policy.js';

const ADDED = { id: 'one', updatedAt: '2026-12-01T10:00:00.000Z' };

it.each([
  ['as it was added', ADDED, ADDED, true],
  ['another one', ADDED, { ...ADDED, id: 'two' }, false],
  ['moved, turned down or changed since', ADDED, { ...ADDED, updatedAt: '2026-12-01T10:00:01.000Z' }, false],
  ['nothing was added', null, ADDED, false],
  ['nobody knows any more', undefined, ADDED, false],
])('%s', (_, added, now, is) => {
  expect(isAsAdded(added, now)).toBe(is);
});
