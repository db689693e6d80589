import { expect, it } from '@jest/globals';
import { isForThePage } from './press-of-key.policy.js';

const press = { key: 'n', ctrlKey: false, metaKey: false, altKey: false, repeat: false };

it.each([
  ['the key', press, false, true],
  ['with the shift key', { ...press, key: 'N' }, false, true],
  ['another key', { ...press, key: 'm' }, false, false],
  ['a new window', { ...press, ctrlKey: true }, false, false],
  ['of a Mac', { ...press, metaKey: true }, false, false],
  ['a letter with a tilde', { ...press, altKey: true }, false, false],
  ['held down', { ...press, repeat: true }, false, false],
  ['typed into a field', press, true, false],
])('%s', (_what, one, isBusy, isMeant) => expect(isForThePage(one, 'n', isBusy)).toBe(isMeant));
