import { describe, expect, it } from '@jest/globals';
import { momentsOf } from './sample-moments.policy.js';
import { STORY } from './story.words.js';

const today = { start: new Date('2026-11-29T22:00:00Z'), end: new Date('2026-11-30T22:00:00Z') };

describe('the sample', () => {
  it.each(STORY.map((chapter) => [chapter.companyName, chapter] as const))(
    'of %s happened in its order',
    (_, chapter) => {
      const { appliedAt, rejectedAt, sentAt, answeredAt, interviewAt } = momentsOf(chapter, today);
      const past = [appliedAt, rejectedAt, sentAt, answeredAt].filter((at) => at !== null);
      expect(past).toEqual(past.toSorted((a, b) => Number(a) - Number(b)));
      expect(past.every((at) => at <= today.start)).toBe(true);
      if (interviewAt) expect(interviewAt).toEqual(new Date('2026-12-01T08:00:00Z'));
    },
  );

  it('is of addresses that nobody has', () => {
    const addresses = STORY.flatMap(({ contact }) => contact?.email ?? []);
    expect(addresses.length).toBeGreaterThan(3);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
  });
});
