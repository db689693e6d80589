import { expect, it } from '@jest/globals';
import { meaningOf, opensPalette } from './press.policy.js';

const n = { key: 'n', code: 'KeyN', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false };
const of = (key: string, more: object = {}) => ({ ...n, key, code: '', ...more });

it.each([
  ['a letter', n, { kind: 'no' }],
  ['under CapsLock', { ...n, key: 'N' }, { kind: 'no' }],
  ['on a Cyrillic keyboard', { ...n, key: 'т' }, { kind: 'no' }],
  ['with Shift, which is another', { ...n, key: 'N', shiftKey: true }, { kind: 'verb', key: 'N' }],
  ['a new window', { ...n, ctrlKey: true }, null],
  ['of a Mac', { ...n, metaKey: true }, null],
  ['a letter with a tilde', { ...n, altKey: true }, null],
  ['held down', { ...n, repeat: true }, null],
  ['held down to go on', of('j', { repeat: true }), { kind: 'row', by: 1 }],
  ['back a row', of('k'), { kind: 'row', by: -1 }],
  ['another letter', of('c'), { kind: 'add' }],
  ['the list', of('?', { shiftKey: true }), { kind: 'list' }],
  ['a slash, wherever it is', of('/', { shiftKey: true }), { kind: 'find' }],
  ['a verb', of('h'), { kind: 'verb', key: 'h' }],
  ['a grave one', of('S', { shiftKey: true }), { kind: 'verb', key: 'S' }],
  ['a key with a name', of('Backspace'), { kind: 'verb', key: 'Backspace' }],
])('%s', (_what, press, meaning) => expect(meaningOf(press, null, null)).toEqual(meaning));

it('the second letter says where to', () => {
  expect(meaningOf(of('g'), null, null)).toEqual({ kind: 'go' });
  expect(meaningOf(of('a'), 'go', null)).toEqual({ kind: 'room', key: 'a' });
  expect(meaningOf(of('n'), 'go', null)).toEqual({ kind: 'room', key: 'n' });
});

it('where one types a letter is a letter, and Escape still leaves', () => {
  expect(meaningOf(n, null, 'words')).toBeNull();
  expect(meaningOf(of('?'), null, 'words')).toBeNull();
  expect(meaningOf(of('Escape'), null, 'words')).toEqual({ kind: 'verb', key: 'Escape' });
});

it('from where one looks for rows, an arrow goes to the first of them', () => {
  expect(meaningOf(of('ArrowDown'), null, 'what is found')).toEqual({ kind: 'row', by: 1 });
  expect(meaningOf(of('ArrowDown'), null, 'words')).toBeNull();
  expect(meaningOf(of('j'), null, 'what is found')).toBeNull();
});

it.each([
  ['Ctrl and K', of('k', { ctrlKey: true }), true, false],
  ['Ctrl and K where letters are others', { ...of('л', { ctrlKey: true }), code: 'KeyK' }, true, false],
  ['⌘ and K', of('k', { metaKey: true }), false, true],
  ['K alone', of('k'), false, false],
  ['with Shift, which is another of the browser', of('K', { ctrlKey: true, shiftKey: true }), false, false],
  ['with Alt', of('k', { ctrlKey: true, altKey: true }), false, false],
  ['held down', of('k', { ctrlKey: true, repeat: true }), false, false],
])('%s opens the palette here, and on a Mac', (_what, press, here, onMac) => {
  expect([opensPalette(press, false), opensPalette(press, true)]).toEqual([here, onMac]);
});
