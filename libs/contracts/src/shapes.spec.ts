import { describe, expect, it } from '@jest/globals';
import { line } from './shapes.js';

describe('a line that must say something', () => {
  it.each([
    ['a zero width space', '\u200B'],
    ['joiners', '\u200D\u200C\u2060'],
    ['a byte order mark', '\uFEFF'],
    ['marks of direction', '\u200E\u202A\u202C\u2066\u2069'],
    ['a soft hyphen', '\u00AD'],
    ['a filler of Hangul', '\u3164'],
    ['another one', '\uFFA0\u115F\u1160'],
    ['selectors of variants', '\uFE0F\u{E0100}'],
    ['tags', '\u{E0061}\u{E007F}'],
    ['a blank of Braille', '\u2800'],
    ['a Mongolian vowel separator', '\u180E'],
    ['blanks of every kind between', '\u00A0\u200B \u3000'],
  ])('is not one of %s alone', (_, text) => expect(line(50).safeParse(text).success).toBe(false));

  it.each(['Ada', 'Ада', '李', 'ا\u200C', 'क्\u200Dष', '👩\u200D💻', '?', '\u200Bx'])(
    'may hold them beside what is seen: %j',
    (text) => expect(line(50).parse(text)).toBe(text),
  );
});
