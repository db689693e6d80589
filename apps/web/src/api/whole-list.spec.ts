import { expect, it } from '@jest/globals';
import { wholeList } from './whole-list.js';

it('reads page after page, to the last', async () => {
  const asked: (string | undefined)[] = [];
  const pages: Record<string, { data: number[]; nextCursor: string | null }> = {
    first: { data: [1, 2], nextCursor: 'b' },
    b: { data: [3], nextCursor: 'c' },
    c: { data: [], nextCursor: null },
  };
  const read = (cursor?: string) => {
    asked.push(cursor);
    return Promise.resolve(pages[cursor ?? 'first']!);
  };
  expect(await wholeList(read)).toEqual([1, 2, 3]);
  expect(asked).toEqual([undefined, 'b', 'c']);
});
