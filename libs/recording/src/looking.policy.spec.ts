import { describe, expect, it } from '@jest/globals';
import { type Acceptance, type Looking, lookingAfter, noticeOf, type Recorded } from './looking.policy.js';

const now = new Date('2026-11-29T12:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const accepted = (applicationId: string, days: number, isFollowed = false): Acceptance => {
  return { applicationId, at: daysAgo(days), isFollowed };
};

const ON: Looking = { looking: true, offBy: null };
const OFF_BY_HAND: Looking = { looking: false, offBy: null };
const OFF_BY_A: Looking = { looking: false, offBy: 'a' };
const OFF_BY_B: Looking = { looking: false, offBy: 'b' };

const aIsAccepted: Recorded = { applicationId: 'a', appliedFor: null, became: 'accepted' };
const aStepsBack: Recorded = { applicationId: 'a', appliedFor: null, became: 'no_longer_accepted' };
const appliedFor = (days: number): Recorded => ({ applicationId: 'c', appliedFor: daysAgo(days), became: null });
const saved: Recorded = { applicationId: 'c', appliedFor: null, became: null };
const recordedAsAccepted = (id: string, days: number): Recorded => {
  return { applicationId: id, appliedFor: daysAgo(days), became: 'accepted' };
};

type Row = [what: string, Looking, Recorded, Acceptance[], Looking, ReturnType<typeof noticeOf>];

describe('whether the candidate looks', () => {
  it.each<Row>([
    ['an acceptance of today turns it off', ON, aIsAccepted, [accepted('a', 0)], OFF_BY_A, 'looking_turned_off'],
    ['so does one of 30 days ago', ON, aIsAccepted, [accepted('a', 30)], OFF_BY_A, 'looking_turned_off'],
    ['one that is older changes nothing', ON, aIsAccepted, [accepted('a', 30.001)], ON, null],
    ['nor does one that was recorded years later', ON, aIsAccepted, [accepted('a', 1_400)], ON, null],
    ['nor one after which another was applied for', ON, aIsAccepted, [accepted('a', 3, true)], ON, null],
    ['what they turned off stays theirs', OFF_BY_HAND, aIsAccepted, [accepted('a', 0)], OFF_BY_HAND, null],
    [
      'an application recorded as accepted is not applied for after its own acceptance',
      ON,
      recordedAsAccepted('a', 2),
      [accepted('a', 2)],
      OFF_BY_A,
      'looking_turned_off',
    ],
    [
      'a second acceptance holds it off from then on',
      OFF_BY_A,
      recordedAsAccepted('b', 1),
      [accepted('a', 5, true), accepted('b', 1)],
      OFF_BY_B,
      null,
    ],
    [
      'an earlier one that is recorded later does not',
      OFF_BY_B,
      aIsAccepted,
      [accepted('a', 5), accepted('b', 1)],
      OFF_BY_B,
      null,
    ],
    ['the step back gives it back', OFF_BY_A, aStepsBack, [], ON, 'looking_turned_on'],
    ['however late', OFF_BY_A, aStepsBack, [accepted('b', 90)], ON, 'looking_turned_on'],
    ['but not what they turned off', OFF_BY_HAND, aStepsBack, [], OFF_BY_HAND, null],
    ['nor what another acceptance did', OFF_BY_B, aStepsBack, [accepted('b', 4)], OFF_BY_B, null],
    ['one that stands beside it takes over', OFF_BY_A, aStepsBack, [accepted('b', 4)], OFF_BY_B, null],
    ['where it had changed nothing, the step back does not either', ON, aStepsBack, [], ON, null],
    ['an application after it turns it on', OFF_BY_A, appliedFor(2), [accepted('a', 3)], ON, 'looking_turned_on'],
    ['one from before does not', OFF_BY_A, appliedFor(4), [accepted('a', 3)], OFF_BY_A, 'not_looking'],
    ['nor does one of the same moment', OFF_BY_A, appliedFor(3), [accepted('a', 3)], OFF_BY_A, 'not_looking'],
    ['nor one that is only saved', OFF_BY_A, saved, [accepted('a', 3)], OFF_BY_A, 'not_looking'],
    ['any does when the accepted one is gone', OFF_BY_A, appliedFor(9), [], ON, 'looking_turned_on'],
    ['what they turned off stays off, and is said', OFF_BY_HAND, appliedFor(0), [], OFF_BY_HAND, 'not_looking'],
    ['while they look there is nothing to say', ON, appliedFor(0), [], ON, null],
  ])('%s', (_what, before, recorded, acceptances, after, notice) => {
    expect(lookingAfter(before, recorded, acceptances, now)).toEqual(after);
    expect(noticeOf(before, after, recorded)).toBe(notice);
  });
});
