import { PENDING_STATES, STORED_STATES, type StoredState } from '@app/contracts';
import type { Reason } from '../reasons/index.js';
import { describe, expect, it } from '@jest/globals';
import { comesBackAsDraft, mayComeBack, reconsider, type Standing } from './reconsider.policy.js';

const until = new Date('2026-12-01T10:00:00Z');
const ends = (code: Reason['code']): Reason => ({ code, effect: 'ends', until: null, facts: {} });
const holds = (code: Reason['code'], at: Date | null = null): Reason => ({
  code,
  effect: 'holds',
  until: at,
  facts: {},
});
const ASKS: Reason = { code: 'not_approved', effect: 'asks', until: null, facts: {} };

const row = (given: Partial<Standing> = {}): Standing => ({
  state: 'waiting',
  phase: null,
  heldWhy: null,
  heldUntil: null,
  ...given,
});
const by = (heldWhy: Standing['heldWhy'], heldUntil: Date | null = null) => row({ state: 'held', heldWhy, heldUntil });
const change = (standing: Standing, reasons: Reason[]): string => {
  const decided = reconsider(standing, reasons);
  return 'reason' in decided ? `${decided.kind} ${decided.reason.code}` : decided.kind;
};

/** Reasons that stand, by what they do to a row in each state. */
const TABLE: [string, Reason[], Record<string, string>][] = [
  [
    'nothing',
    [],
    {
      draft: 'keep',
      waiting: 'keep',
      retrying: 'keep',
      sending: 'keep',
      'held by hand': 'keep',
      'held for the gap': 'release',
      'held otherwise': 'release',
    },
  ],
  [
    'one that ends it',
    [ends('do_not_contact')],
    {
      draft: 'end do_not_contact',
      waiting: 'end do_not_contact',
      retrying: 'end do_not_contact',
      sending: 'end do_not_contact',
      'held by hand': 'end do_not_contact',
      'held for the gap': 'end do_not_contact',
      'held otherwise': 'end do_not_contact',
    },
  ],
  [
    'too late',
    [ends('too_late')],
    {
      draft: 'keep',
      waiting: 'end too_late',
      retrying: 'end too_late',
      sending: 'end too_late',
      'held by hand': 'keep',
      'held for the gap': 'end too_late',
      'held otherwise': 'end too_late',
    },
  ],
  [
    'one that may pass',
    [holds('disabled')],
    {
      draft: 'keep',
      waiting: 'hold disabled',
      retrying: 'hold disabled',
      sending: 'keep',
      'held by hand': 'keep',
      'held for the gap': 'hold disabled',
      'held otherwise': 'hold disabled',
    },
  ],
  [
    'the gap it is held for',
    [holds('contact_gap', until)],
    {
      draft: 'keep',
      waiting: 'hold contact_gap',
      retrying: 'hold contact_gap',
      sending: 'keep',
      'held by hand': 'keep',
      'held for the gap': 'keep',
      'held otherwise': 'hold contact_gap',
    },
  ],
  [
    'a yes that is wanted, beside one that may pass',
    [holds('not_looking'), ASKS],
    {
      draft: 'keep',
      waiting: 'ask not_approved',
      retrying: 'ask not_approved',
      sending: 'keep',
      'held by hand': 'keep',
      'held for the gap': 'ask not_approved',
      'held otherwise': 'ask not_approved',
    },
  ],
];
const STANDINGS: Record<string, Standing> = {
  draft: row({ state: 'draft' }),
  waiting: row(),
  retrying: row({ state: 'retrying' }),
  sending: row({ state: 'sending', phase: 'connect' }),
  'held by hand': by('by_candidate'),
  'held for the gap': by('contact_gap', until),
  'held otherwise': by('sender_missing'),
};

describe.each(TABLE)('with %s', (_what, reasons, expected) => {
  it.each(Object.entries(expected))('what is %s: %s', (standing, decided) => {
    expect(change(STANDINGS[standing]!, reasons)).toBe(decided);
  });
});

it('a search for somebody who is there is done, not cancelled', () => {
  expect(change(row(), [ends('contact_found')])).toBe('done contact_found');
});

it('another end of the gap holds anew', () => {
  expect(change(by('contact_gap', until), [holds('contact_gap', new Date(until.getTime() + 1))])).toBe(
    'hold contact_gap',
  );
});

it('nothing reaches a mail whose body the server reads, nor what has ended', () => {
  expect(change(row({ state: 'sending', phase: 'data' }), [ends('do_not_contact')])).toBe('keep');
  const over = STORED_STATES.filter((state) => !(PENDING_STATES as readonly StoredState[]).includes(state));
  for (const state of over) {
    expect(change(row({ state }), [ends('do_not_contact'), holds('disabled'), ASKS])).toBe('keep');
  }
});

describe('what ended comes back', () => {
  it.each([
    ['cancelled', 'stop_rule', 'offer_accepted', true],
    ['cancelled', 'clock', 'too_late', true],
    ['cancelled', 'candidate', 'by_candidate', false],
    ['cancelled', 'plan', 'replaced', false],
    ['cancelled', 'stop_rule', null, false],
    ['skipped', 'plan', 'no_address', true],
    ['skipped', 'plan', 'unread_address', true],
    ['skipped', 'plan', 'disabled', false],
    ['skipped', 'plan', 'too_late', false],
    ['failed', 'sender', 'address_bounced', true],
    ['failed', 'sender', null, false],
    ['sent', null, null, false],
  ] as const)('%s by %s for %s: %s', (state, endedBy, endedWhy, expected) => {
    expect(mayComeBack({ state, endedBy, endedWhy })).toBe(expected);
  });

  it('as a draft, where it was one, or where somebody said no or it was meant for somebody else', () => {
    const back = (endedWhy: string, priorState: StoredState) => comesBackAsDraft({ endedWhy, priorState });
    expect([
      back('offer_accepted', 'draft'),
      back('do_not_contact', 'waiting'),
      back('contact_changed', 'held'),
    ]).toEqual([true, true, true]);
    expect([back('offer_accepted', 'waiting'), back('no_address', 'held')]).toEqual([false, false]);
  });
});
