import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES, EVENTS_OF } from './event-types.words.js';
import { heard, lastAnswer } from './webhooks.words.js';

it('each event stands under one heading', () => {
  expect(EVENTS_OF.flatMap(({ types }) => types).toSorted()).toEqual(EVENT_TYPES.toSorted());
});

it.each([
  [[], 'Hears everything'],
  [['application.rejected'], 'Hears: They say no'],
  [['application.rejected', 'vacancy.reopened', 'vacancy.closed'], 'Hears: They say no, and two more'],
])('%j: %s', (types, said) => expect(heard(types)).toBe(said));

describe('the last answer', () => {
  it.each([
    [{ state: 'waiting', lastStatus: 503, lastWhy: 'answered 503' }, 'Answered 503.'],
    [{ state: 'delivered', lastStatus: 204, lastWhy: null }, 'Answered 204.'],
    [{ state: 'failed', lastStatus: null, lastWhy: 'The endpoint is disabled.' }, 'The endpoint is disabled.'],
    [{ state: 'waiting', lastStatus: null, lastWhy: null }, null],
  ] as const)('%j: %s', (delivery, said) => expect(lastAnswer(delivery)).toBe(said));
});
