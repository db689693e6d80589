/** On one screen a key does one thing: over every table of verbs, and over what the page takes for itself. */
import { AUDIENCES, SHOWN_STATES } from '@app/contracts/words';
import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { KEY as OF_APPLICATION } from '../../application/application.verbs.js';
import { KEY as OF_FOLLOW_UP, verbsOf } from '../../follow-up/follow-up.verbs.js';
import { meaningOf } from './press.policy.js';

const WEB = 'apps/web/src';
const TABLES: Record<string, Partial<Record<string, string>>> = {
  'application/application.verbs.ts': OF_APPLICATION,
  'follow-up/follow-up.verbs.ts': OF_FOLLOW_UP,
};
const ALONE = { code: '', ctrlKey: false, metaKey: false, altKey: false, repeat: false };
const meaningOfKey = (key: string) =>
  meaningOf({ ...ALONE, key, shiftKey: key !== key.toLowerCase() && key.length === 1 }, null, null);

it('every table of verbs is looked at', () => {
  const tables = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.verbs.ts'));
  expect(new Set(tables)).toEqual(new Set(Object.keys(TABLES)));
});

describe.each(Object.entries(TABLES))('%s', (_table, keys) => {
  it('takes no key that the page has for itself', () => {
    for (const key of Object.values(keys)) {
      // *N* is the page's where nothing is shown that could be turned down.
      expect([key, meaningOfKey(key!)?.kind]).toEqual([key, key === 'n' ? 'no' : 'verb']);
    }
  });
});

it.each(SHOWN_STATES.flatMap((state) => AUDIENCES.map((audience) => ({ state, audience }))))(
  'no two verbs of a step that is $state, for a $audience, have the same',
  (standing) => {
    const keys = verbsOf(standing).flatMap((verb) => OF_FOLLOW_UP[verb] ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  },
);

it('an application stands beside its steps, and shares no key with them but for what takes back', () => {
  const steps = new Set<string>(Object.values(OF_FOLLOW_UP));
  expect(Object.values(OF_APPLICATION).filter((key) => steps.has(key))).toEqual([]);
  expect(new Set(Object.values(OF_APPLICATION)).size).toBe(Object.values(OF_APPLICATION).length);
});
