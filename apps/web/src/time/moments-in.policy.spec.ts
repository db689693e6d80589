import { expect, it } from '@jest/globals';
import { momentsIn } from './moments-in.policy.js';
import { readerOf } from './reader.policy.js';

const yours = { timezone: 'Europe/Kyiv', reader: readerOf(['en-GB']), now: new Date('2026-12-01T06:12:00Z') };

it.each([
  ['Ask again after 2026-12-01T08:15:00.123Z.', 'Ask again after Tue 1 Dec, 10:15.'],
  [
    'Since 2025-11-30T20:00:00Z; asked again at 2026-12-01T12:00:00.000Z.',
    'Since Sun 30 Nov 2025, 22:00; asked again at Tue 1 Dec, 14:00.',
  ],
  ['There is no such board.', 'There is no such board.'],
  ['On 2026-12-01 it was.', 'On 2026-12-01 it was.'],
])('%s', (sentence, read) => expect(momentsIn(sentence, yours)).toBe(read));
