import { expect, it } from '@jest/globals';
import { weekFrom } from './week.policy.js';

it.each([
  [1, ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']],
  [7, ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']],
  [6, ['sat', 'sun', 'mon', 'tue', 'wed', 'thu', 'fri']],
])('a week that begins with day %d', (first, week) => expect(weekFrom(first)).toEqual(week));
