import { REMINDER_KINDS } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { digestDate, mayGoTogether, nextDigestName } from './digest.policy.js';

const candidateId = '00000000-0000-7000-8000-000000000001';
const date = '2026-11-24';
const name = `digest-${candidateId}-${date}`;
const next = (...used: string[]) => nextDigestName(candidateId, date, used);

describe('a digest', () => {
  it.each(REMINDER_KINDS.map((kind) => [kind] as const))('and a reminder of the kind %s', (kind) => {
    expect(mayGoTogether(kind)).toBe(!['find_contact', 'streak', 'reopened', 'interview_prep'].includes(kind));
  });

  it('is named after the candidate and the day', () => {
    expect(next()).toBe(name);
  });

  it.each([
    ['a reminder by itself', ['<0a0b@example.org>'], name],
    ['one of another day', [`<digest-${candidateId}-2026-11-23@example.org>`], name],
    ['one of somebody else', [`<digest-00000000-0000-7000-8000-000000000002-${date}@example.org>`], name],
    ['one of the day', [`<${name}@example.org>`, `<${name}@example.org>`], `${name}-2`],
    ['two of the day', [`<${name}@example.org>`, `<${name}-2@example.org>`], `${name}-3`],
    ['the second of the day alone', [`<${name}-2@example.org>`], `${name}-3`],
    ['the tenth of the day', [`<${name}-10@example.org>`, `<${name}-9@example.org>`], `${name}-11`],
  ])('after %s', (_what, used, expected) => {
    expect(next(...used)).toBe(expected);
  });

  it('says its day by its name, and a reminder by itself says none', () => {
    expect(digestDate(`<${name}@example.org>`)).toBe(date);
    expect(digestDate(`<${name}-12@example.org>`)).toBe(date);
    expect(digestDate(`<${candidateId}@example.org>`)).toBeNull();
  });
});
