import type { VacancyStatus } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { concludeSighting, type Seen } from './sighting.policy.js';

const day = (number: number) => new Date(Date.UTC(2026, 0, number, 12));
const [before, absent, now] = [day(1), day(3), day(5)] as const;
const vacancy = (status: VacancyStatus, closedAt: Date | null = null) => ({ status, observedAt: before, closedAt });
const seen = (kind: Seen['kind'], closedAt: Date | null = null): Seen => ({ kind, observedAt: now, closedAt });

describe('a vacancy whose posting a sweep saw', () => {
  it.each([
    ['is missing after one absence', vacancy('open'), seen('missing'), 'missing', null, null],
    ['is open again when it was away for a moment', vacancy('missing'), seen('open'), 'open', null, null],
    ['stays reopened through such a moment', vacancy('missing', before), seen('open'), 'reopened', before, null],
    ['closes, dated from the first absence', vacancy('missing'), seen('closed', absent), 'closed', absent, 'closed'],
    ['reopens', vacancy('closed', absent), seen('reopened', absent), 'reopened', absent, 'reopened'],
    ['closes once more after that', vacancy('reopened', before), seen('closed', absent), 'closed', absent, 'closed'],
    [
      'reopens though its close was before the watch',
      vacancy('open'),
      seen('reopened', absent),
      'reopened',
      absent,
      'reopened',
    ],
  ] as const)('%s', (_rule, known, sighting, status, closedAt, concluded) => {
    expect(concludeSighting(known, sighting)).toEqual({ status, observedAt: now, closedAt, concluded });
  });

  it.each([
    ['is not closed a second time', vacancy('closed', before), seen('closed', absent), 'closed', before],
    ['is not missing when somebody said it is closed', vacancy('closed', before), seen('missing'), 'closed', before],
    ['is not opened by a short absence either', vacancy('closed', before), seen('open'), 'closed', before],
    ['is not told to have reopened twice', vacancy('reopened', absent), seen('reopened', absent), 'reopened', absent],
  ] as const)('%s', (_rule, known, sighting, status, closedAt) => {
    expect(concludeSighting(known, sighting)).toMatchObject({ status, closedAt, concluded: null });
  });

  it.each(['missing', 'open', 'closed', 'reopened'] as const)(
    'knows better than an older sweep that saw it %s',
    (kind) => {
      const known = { ...vacancy('open'), observedAt: day(6) };
      expect(concludeSighting(known, seen(kind, absent))).toEqual({ ...known, concluded: null });
    },
  );
});
