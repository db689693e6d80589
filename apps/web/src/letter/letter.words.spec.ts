import { expect, it } from '@jest/globals';
import { STANDS } from './letter.words.js';

it.each([
  [true, 'Once you approve it, this letter goes to Dana Ito on Tue 1 Dec, 10:17.'],
  [false, 'This letter to Dana Ito waits for your yes. Its time has passed; it then goes at the next hour that suits.'],
])('a draft says when it would go, if that is ahead (%s)', (isAhead, sentence) => {
  expect(STANDS.draft('Dana Ito', 'Tue 1 Dec, 10:17', isAhead)).toBe(sentence);
});
