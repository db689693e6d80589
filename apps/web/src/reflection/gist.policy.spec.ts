import { expect, it } from '@jest/globals';
import { gist } from './gist.policy.js';

it.each([
  ['Ask first.', 'Ask first.'],
  ['  Ask  first.\nThen answer.', 'Ask first.'],
  [`${'word '.repeat(40)}`, `${'word '.repeat(31)}word…`],
])('%j is %j', (text, line) => expect(gist(text)).toBe(line));
