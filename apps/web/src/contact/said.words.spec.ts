import { describe, expect, it } from '@jest/globals';
import { saidLast, standing, touchWord, whoIs } from './said.words.js';

const yours = {
  timezone: 'Europe/Kyiv',
  reader: { locale: 'en-GB', hourCycle: 'h23' as const, firstDayOfWeek: 1 },
  now: new Date('2026-12-04T10:00:00Z'),
};

describe('who somebody is', () => {
  it.each([
    ['recruiter', 'Contoso', 'Recruiter at Contoso'],
    ['agency_recruiter', 'Hays', 'Recruiter at Hays, an agency'],
    ['agency_recruiter', null, 'Recruiter of an agency'],
    ['peer', 'Contoso', 'Works at Contoso'],
    ['adviser', null, 'Somebody who helps'],
  ] as const)('%s of %s: %s', (role, companyName, words) => {
    expect(whoIs({ role, companyName })).toBe(words);
  });
});

describe('what was said', () => {
  it.each([
    ['mail', 'in', null, 'They wrote'],
    ['mail', 'out', null, 'You wrote'],
    ['mail', 'out', 'a letter', 'Your letter went'],
    ['call', null, null, 'You talked on the phone'],
    ['call', 'in', null, 'They called'],
    ['meeting', null, null, 'You met'],
    ['note', null, null, 'You made a note'],
    ['note', null, 'a reminder', 'You said hello'],
    ['rejection', null, null, 'They said no'],
  ] as const)('%s %s of %s: %s', (kind, direction, followUpId, words) => {
    expect(touchWord({ kind, direction, followUpId })).toBe(words);
  });

  it.each([
    ['2026-12-04T08:00:00Z', null, 'They wrote today.'],
    ['2026-12-03T08:00:00Z', '  \n ', 'They wrote yesterday.'],
    ['2026-11-20T08:00:00Z', 'Thank\n  you.', 'They wrote on Fri 20 Nov: “Thank you.”'],
    ['2025-11-20T08:00:00Z', 'a'.repeat(200), `They wrote on Thu 20 Nov 2025: “${'a'.repeat(120)}…”`],
  ])('%s: %s', (at, text, words) => {
    expect(saidLast({ kind: 'mail', direction: 'in', followUpId: null, at, text }, yours)).toBe(words);
  });
});

describe('how somebody stands', () => {
  const dana = { name: 'Dana', doNotContact: false, warmth: 'warm', lastTouchAt: '2026-12-03T08:00:00Z' } as const;
  it.each([
    [dana, 'Dana is warm: the last word was yesterday.'],
    [{ ...dana, warmth: 'cold', lastTouchAt: null }, 'You have had no word with Dana yet.'],
    [{ ...dana, doNotContact: true }, 'Nobody writes to Dana from here.'],
  ] as const)('%j', (person, words) => {
    expect(standing(person, yours)).toBe(words);
  });
});
