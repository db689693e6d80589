import { expect, it } from '@jest/globals';
import { standingOf } from './installation.policy.js';

const now = new Date('2026-12-01T12:00:00Z');
const heard = (seconds: number, version = '1.2.0') => ({
  version: '1.2.0',
  worker: { heardAt: new Date(now.getTime() - seconds * 1000).toISOString(), version },
});

it.each([
  ['never', { version: '1.2.0', worker: null }],
  ['works', heard(9)],
  ['works', heard(60)],
  ['silent', heard(61)],
  ['silent', heard(61, '1.1.0')],
  ['another_version', heard(9, '1.1.0')],
] as const)('%s', (standing, told) => expect(standingOf(told, now)).toBe(standing));
