/** Values that are nearly right, and such as only somebody sends who means no good. */
import type { Draws } from './draws.js';

const WORSE_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202e\u2066',
  'A\nB',
  '\r\nX-Injected: 1',
  '\u2028',
  "'; drop table candidates; --",
  '${7*7}{{7*7}}%n%s',
  '../../etc/passwd',
  '\ufeff',
  'Z\u0300'.repeat(200),
  'x'.repeat(70_000),
  'NaN',
  'null',
  '-0',
  'infinity',
  '0000-01-01T00:00:00Z',
  '2024-02-30T00:00:00Z',
  '9999-12-31T23:59:60Z',
  'P1Y1Y',
  'https://me:s3cret@h.invalid/',
  'https://h.invalid/\ud800',
  'javascript:alert(1)',
];
const WORSE_VALUES: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  -(2 ** 63),
  1e308,
  [],
  {},
  [[]],
  [null],
  { $ref: '#' },
  ...WORSE_TEXTS,
];
const MEMBERS = ['__proto__', 'constructor', 'toString', 'id', 'candidateId', 'version', '', '$where', 'a/b~c'];

/** One thing about it is otherwise. */
export function spoiled(value: unknown, draws: Draws): unknown {
  if (Array.isArray(value)) {
    const at = draws.below(value.length + 1);
    if (draws.chance(0.2)) return Array.from({ length: 120 }, () => value[0] ?? 'x');
    return [...value.slice(0, at), spoiled(value[at], draws), ...value.slice(at + 1)];
  }
  if (typeof value !== 'object' || value === null) return worse(draws);
  const names = Object.keys(value);
  if (names.length === 0 || draws.chance(0.15)) return { ...value, [draws.pick(MEMBERS)]: worse(draws) };
  const name = draws.pick(names);
  const { [name]: member, ...rest } = value as Record<string, unknown>;
  return draws.chance(0.2) ? rest : { ...rest, [name]: draws.chance(0.5) ? worse(draws) : spoiled(member, draws) };
}

export const worse = (draws: Draws): unknown => (draws.chance(0.8) ? draws.pick(WORSE_VALUES) : draws.json());

export const worseText = (draws: Draws): string => draws.pick(WORSE_TEXTS);

/** Bytes in the place of a body. */
export function worseBody(good: string, draws: Draws): string | Uint8Array {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  return draws.pick<() => string | Uint8Array>([
    () => good.slice(0, draws.below(good.length)),
    () => `${good}${good}`,
    () => nested(6_000),
    () => nested(200_000),
    () => good.replace('{', '{"name":1,"name":2,'),
    () => good.replace('{', `{"x":${nested(40)},`),
    () => JSON.stringify(Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`k${n}`, n]))),
    () => `{"tags":[${'"",'.repeat(20_000)}""]}`,
    () => '1e999999',
    () => '"\\ud800"',
    () => 'null',
    () => `\ufeff${good}`,
    () => Buffer.from(good, 'utf16le'),
    () => Buffer.from([0xff, 0xfe, 0x00, 0xc0]),
    () => '',
  ])();
}

const HEADERS: Record<string, string>[] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'application/json;charset=UTF-8' },
  { 'content-type': 'text/csv' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': ';' },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'deflate, br' },
  { 'idempotency-key': ' ' },
  { 'idempotency-key': 'x'.repeat(300) },
  { 'idempotency-key': 'é' },
  { 'if-match': 'W/"0"' },
  { 'if-match': `${'"a",'.repeat(2_000)}"b"` },
  { 'if-match': '' },
  { authorization: 'Bearer rkd_nobody' },
  { authorization: '' },
  { accept: 'text/html' },
  { 'x-http-method-override': 'DELETE' },
];
export const worseHeaders = (draws: Draws): Record<string, string> => draws.pick(HEADERS);

const IDS = [
  '1',
  '%00',
  '%20',
  'null',
  '%F0%9F%92%A9',
  '0190f3b0-0000-7000-8000-00000000000g',
  '..%2f..%2fme',
  "'",
  'x'.repeat(250),
];
export const worseId = (draws: Draws): string => draws.pick(IDS);

const UUID = '0190f3b0-0000-7000-8000-000000000000';
const KEYS: unknown[] = [
  ['9999-99-99 99:99:99+00', UUID],
  ['99999999999999999999', UUID],
  ['0000-01-01T00:00:00Z', UUID],
  ['2024-01-01T00:00:00Z', 'touch', 'a\u0000'],
  ['2024-02-30T00:00:00Z'],
  [{}],
  [[]],
  'x',
  {},
];
export function worseQuery(draws: Draws): string {
  const cursor = Buffer.from(JSON.stringify(draws.chance(0.7) ? draws.pick(KEYS) : draws.json())).toString('base64url');
  return draws.pick([
    `cursor=${cursor}`,
    `cursor=${cursor}&limit=0x10`,
    'cursor=%00',
    `cursor=${'A'.repeat(600)}`,
    'limit=0',
    'limit=101',
    'limit=1e1',
    'limit=5&limit=6',
    'limit[]=5',
    'deleted=TRUE',
    'state=%ff',
    '__proto__=1',
    `x=${'y'.repeat(5_000)}`,
    'dryRun=yes',
    '&&&=&==',
  ]);
}
