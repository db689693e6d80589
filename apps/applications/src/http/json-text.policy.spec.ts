import { DEEPEST_BODY } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { faultIn } from './json-text.policy.js';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('a JSON text', () => {
  it.each([
    'null',
    '7',
    '"{[,]}"',
    '[]',
    '{}',
    '{"a":{"b":1},"c":{"b":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":["a","a"]}',
  ])('is taken: %s', (text) => {
    expect(faultIn(text)).toBeNull();
  });

  it('may nest so far and no further', () => {
    expect(faultIn(nested(DEEPEST_BODY))).toBeNull();
    expect(faultIn(nested(DEEPEST_BODY + 1))).toMatchObject({ code: 'too_deep', pointer: '' });
    expect(faultIn(`{"a":${nested(DEEPEST_BODY)}}`)).toMatchObject({ code: 'too_deep' });
    expect(faultIn(JSON.stringify('['.repeat(1_000)))).toBeNull();
  });

  it.each([
    ['{"a":1,"a":1}', '/a'],
    ['{"a":1,"\\u0061":2}', '/a'],
    ['{"":1,"":2}', '/'],
    ['[0,{"x":[1,2,{"y":1 , "y" :2}]}]', '/1/x/2/y'],
    ['{"a":{"b":1},"b":{"c":1,"c":1}}', '/b/c'],
    ['{"a/b":1,"~":[],"a/b":2}', '/a~1b'],
    ['{"\\"":1,"\\"":1}', '/"'],
    ['{"a\\\\":1,"a\\\\":1}', '/a\\'],
  ])('that names a member twice is pointed at: %s', (text, pointer) => {
    expect(faultIn(text)).toMatchObject({ code: 'duplicate_member', pointer });
  });

  it.each([
    ['quotes and backslashes', JSON.stringify('\\"'.repeat(100_000))],
    ['commas', `[${'1,'.repeat(200_000)}1]`],
    ['blanks before what is no colon', `["a"${' '.repeat(400_000)}]`],
    ['members', JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, n])))],
  ])('of many %s takes one pass', (_what, text) => {
    const began = process.cpuUsage();
    expect(faultIn(text)).toBeNull();
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_500);
  });
});
