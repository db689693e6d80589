import { describe, expect, it } from '@jest/globals';
import { freeAt, type Moments, releasedTo, wantedAt } from './wanted-moment.policy.js';

const day = (number: number) => new Date(`2026-12-${String(number).padStart(2, '0')}T09:30:00Z`);
const [planned, now] = [day(10), day(1)];

describe('a letter is wanted', () => {
  it.each([
    ['when the plan has it', { chosenAt: null, approvedAt: null }, planned],
    ['at a moment that was chosen sooner', { chosenAt: day(5), approvedAt: null }, day(5)],
    ['at a moment that was chosen later', { chosenAt: day(15), approvedAt: null }, day(15)],
    ['at a moment that was chosen, whenever the yes came', { chosenAt: day(5), approvedAt: day(2) }, day(5)],
    ['when the plan has it, after a yes', { chosenAt: day(2), approvedAt: day(2) }, planned],
    ['not before the yes', { chosenAt: day(12), approvedAt: day(12) }, day(12)],
  ])('%s', (_when, said, expected) => {
    expect(wantedAt(said, planned)).toEqual(expected);
  });
});

describe('what is let go of', () => {
  const held: Moments = {
    dueAt: day(20),
    plannedDueAt: planned,
    chosenAt: null,
    approvedAt: null,
    heldWhy: 'contact_gap',
    heldUntil: day(20),
  };

  it('goes as planned, or as chosen, when the gap is over early', () => {
    expect(releasedTo(held, now)).toEqual(planned);
    expect(releasedTo({ ...held, chosenAt: day(5) }, now)).toEqual(day(5));
  });
  it('goes as planned, or as chosen, when letters go again early', () => {
    const paused = { ...held, heldWhy: 'no_letters_until' as const };
    expect(releasedTo(paused, now)).toEqual(planned);
    expect(releasedTo({ ...paused, chosenAt: day(15) }, now)).toEqual(day(15));
  });
  it('stays where it is due when its time is over, when it was held for something else, or was planned by an earlier version', () => {
    for (const given of [{ heldUntil: now }, { heldWhy: 'not_looking' as const }, { plannedDueAt: null }]) {
      expect(releasedTo({ ...held, ...given }, now)).toEqual(day(20));
    }
  });
});

it('what is held while no letters go would go as planned or chosen, so that an earlier end holds nothing that comes after it', () => {
  const row = { dueAt: day(20), plannedDueAt: planned, chosenAt: null, approvedAt: null, since: day(1) };
  expect(freeAt({ ...row, heldWhy: 'no_letters_until' })).toEqual(planned);
  expect(freeAt({ ...row, heldWhy: 'no_letters_until', chosenAt: day(15) })).toEqual(day(15));
  expect(freeAt({ ...row, heldWhy: 'no_letters_until', plannedDueAt: null })).toEqual(day(20));
  expect(freeAt({ ...row, heldWhy: 'not_looking' })).toEqual(day(20));
  expect(freeAt({ ...row, heldWhy: 'contact_gap' })).toEqual(day(1));
});
