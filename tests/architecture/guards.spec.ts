import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const list = new URL('../torture/guards/guards.mjs', import.meta.url).href;
const { GUARDS } = (await import(list)) as {
  GUARDS: { guard: string; edits: { file: string; find: string; put: string }[] }[];
};

describe('a guard that the torture takes out', () => {
  it.each(GUARDS)('stands in the code as the list has it: $guard', ({ edits }) => {
    const times = edits.map(({ file, find }) => readFileSync(join(root, file), 'utf8').split(find).length - 1);
    expect(times).toEqual(edits.map(() => 1));
    expect(edits.filter(({ find, put }) => find === put)).toEqual([]);
  });
});
