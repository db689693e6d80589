import { expect, it } from '@jest/globals';
import { ROOMS, roomsWhere } from './rooms.js';

it('each room has an address and a letter of its own', () => {
  for (const what of ['to', 'key', 'word', 'short'] as const) {
    expect(new Set(ROOMS.map((room) => room[what])).size).toBe(ROOMS.length);
  }
  expect(ROOMS.every(({ key }) => /^[a-z]$/.test(key))).toBe(true);
});

it('captured mail is a room only where mail is captured', () => {
  expect(roomsWhere({ captured: true })).toEqual(ROOMS);
  expect(roomsWhere({ captured: false }).map(({ to }) => to)).not.toContain('/captured-mail');
});
