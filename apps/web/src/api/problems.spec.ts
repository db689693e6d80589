import { afterEach, describe, expect, it } from '@jest/globals';
import { sentenceOf } from './problems.js';
import { NOT_REACHED, OWN_FAULT } from './problems.words.js';
import { NotReached, reach } from './reach.js';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

describe('what went wrong', () => {
  it('is said by whoever refused it; silence and a fault of the page are two things', () => {
    expect(sentenceOf({ status: 409, code: 'in_use', detail: 'Applications name this contact.' })).toBe(
      'Applications name this contact.',
    );
    expect(sentenceOf(new NotReached())).toBe(NOT_REACHED);
    expect(sentenceOf(new TypeError('Cannot read properties of undefined'))).toBe(OWN_FAULT);
  });

  it('is silence where nobody can be asked, and nothing where it was given up', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(reach('/api/v1/me')).rejects.toThrow(NotReached);
    globalThis.fetch = () => Promise.reject(new DOMException('', 'AbortError'));
    await expect(reach('/api/v1/me')).rejects.toThrow(DOMException);
  });
});
