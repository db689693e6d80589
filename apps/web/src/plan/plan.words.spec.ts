import { describe, expect, it } from '@jest/globals';
import { aheadOpening, dayHeading, manyDone } from './plan.words.js';

const yours = {
  timezone: 'America/Los_Angeles',
  reader: { locale: 'en-GB', hourCycle: 'h23' as const, firstDayOfWeek: 1 },
  now: new Date('2026-12-02T05:00:00Z'),
};

describe('the heading of a day', () => {
  it.each([
    ['2026-12-01', 'Today'],
    ['2026-12-02', 'Tomorrow'],
    ['2026-12-10', 'Thursday 10 December'],
    ['2027-03-01', 'Monday 1 March 2027'],
  ])('%s: %s', (date, heading) => expect(dayHeading(date, yours)).toBe(heading));
});

it('opens with what comes next', () => {
  const next = { kind: 'feedback_request', dueAt: '2026-12-02T17:14:00Z', contact: { name: 'Dana Ito' } } as const;
  expect(aheadOpening(next, yours)).toBe('Next: Feedback request to Dana Ito, tomorrow.');
});

it('says of many what was done with them, and why some stay as they are', () => {
  expect(manyDone('hold', 3, [])).toBe('Three are held.');
  expect(manyDone('resume', 1, ['It is a draft.', 'It is a draft.'])).toBe(
    'One goes on. Two stay as they are: It is a draft.',
  );
});
