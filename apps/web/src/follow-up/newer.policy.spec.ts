import { expect, it } from '@jest/globals';
import { newer } from './newer.policy.js';

it('knows a row that was pressed better than the list does, until the list knows more', () => {
  const inList = { updatedAt: '2026-12-01T06:00:00Z' };
  const pressed = { updatedAt: '2026-12-01T06:00:01Z' };
  expect(newer(inList, pressed)).toBe(pressed);
  expect(newer(pressed, inList)).toBe(pressed);
  expect(newer(inList, undefined)).toBe(inList);
});
