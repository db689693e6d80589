import { expect, it } from '@jest/globals';
import { effectOf } from './effect.words.js';

const yours = {
  timezone: 'Europe/Kyiv',
  reader: { locale: 'en-GB', hourCycle: 'h23', firstDayOfWeek: 1 } as const,
  now: new Date('2026-11-30T12:00:00Z'),
};
const step = (fields: object) => ({
  id: 'a',
  kind: 'feedback_request' as const,
  audience: 'contact' as const,
  state: 'waiting' as const,
  dueAt: '2026-12-03T08:14:00Z',
  was: '2026-12-02T08:02:00Z',
  why: '',
  whyCode: '',
  whyFacts: {},
  heldWhy: null,
  heldUntil: null,
  contact: { name: 'Dana Ito', timezone: 'Europe/Kyiv' },
  ...fields,
});
const none = { starts: [], stops: [], moves: [] };

it.each([
  ['a letter', [step({})], ['Your next letter, to Dana Ito, would go Thu 3 Dec, 10:14 instead of Wed 2 Dec, 10:02.']],
  [
    'on another clock',
    [step({ contact: { name: 'Ken', timezone: 'Asia/Tokyo' } })],
    ['Your next letter, to Ken, would go Thu 3 Dec, 17:14, on their clock, instead of Wed 2 Dec, 17:02.'],
  ],
  [
    'one that waits for a yes',
    [step({ state: 'draft' })],
    ['Your next letter, to Dana Ito, would, once you say yes, go Thu 3 Dec, 10:14 instead of Wed 2 Dec, 10:02.'],
  ],
  [
    'one that is not moved, and waits for a yes',
    [step({ state: 'draft', dueAt: '2026-12-02T08:02:00Z' })],
    ['Your next letter, to Dana Ito, would wait for your yes.'],
  ],
  ['a held one', [step({ state: 'held' })], ['Your next letter, to Dana Ito, would be held.']],
  [
    'a reminder before a letter, and others',
    [
      step({ audience: 'candidate', was: '2026-12-01T08:00:00Z' }),
      step({ contact: null }),
      step({ was: '2027-01-01T08:00:00Z' }),
    ],
    ['Your next letter would go Thu 3 Dec, 10:14 instead of Wed 2 Dec, 10:02.', 'Two more change.'],
  ],
])('%s', (_what, moves, said) => expect(effectOf({ ...none, moves }, yours)).toEqual(said));

it('what stops and what comes are said, too; what is not planned is not', () => {
  const plain = step({ audience: 'candidate', contact: null });
  expect(effectOf({ moves: [], stops: [plain], starts: [plain, { ...plain, state: 'skipped' }] }, yours)).toEqual([
    'Your next reminder would not come.',
    'Your next reminder would come Thu 3 Dec, 10:14.',
  ]);
});
