import { DEFAULT_SETTINGS, mergeSettings, type SettingsPatch } from '@app/contracts';
import { insideWindow, sentence } from '@app/follow-ups';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { letterTurn, type TurnFacts } from './letter-turn.policy.js';

/** A Tuesday, inside the default window. */
const now = new Date('2026-11-24T10:00:00Z');
const tomorrow = new Date('2026-11-25T00:00:00Z');
const evening = new Date('2026-11-24T20:00:00Z');
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000);

type Given = Partial<Omit<TurnFacts, 'letter' | 'contact' | 'settings'>> & {
  letter?: Partial<TurnFacts['letter']>;
  contact?: Partial<TurnFacts['contact']>;
  settings?: SettingsPatch;
};

function facts({ letter, contact, settings = {}, ...given }: Given = {}): TurnFacts {
  return {
    isBesideAnother: false,
    sentToday: 0,
    tomorrow,
    lastAttemptAt: null,
    ahead: 0,
    laterDueAts: [],
    now,
    ...given,
    letter: { id: 'a letter', atOnce: false, ...letter },
    contact: { timezone: null, country: null, region: null, ...contact },
    settings: mergeSettings(DEFAULT_SETTINGS, settings),
  };
}
const turn = (given?: Given) => letterTurn(facts(given));

const always = {
  days: [...DEFAULT_SETTINGS.sendingWindow.days, 'sat', 'sun'],
  from: '00:00',
  to: '24:00',
  skipHolidays: false,
} satisfies SettingsPatch['sendingWindow'];

const beside = { isBesideAnother: true };

it('goes when nothing speaks against it', () => {
  expect(turn()).toEqual({ kind: 'go' });
});

describe('by the clock', () => {
  it.each<['goes' | 'waits', string, Given]>([
    ['waits', 'outside the window', { now: evening }],
    ['waits', "outside the window of the contact's zone", { contact: { timezone: 'America/New_York' } }],
    ['waits', 'on a holiday of their country', { now: new Date('2026-12-25T10:00:00Z'), contact: { country: 'DE' } }],
    ['waits', 'over the cap', { sentToday: 40 }],
    ['waits', 'over the cap, said to go at once', { sentToday: 40, letter: { atOnce: true } }],
    ['waits', 'beside another letter to the same address, said to go at once', { ...beside, letter: { atOnce: true } }],
    ['waits', 'right after another letter', { lastAttemptAt: secondsAgo(29) }],
    ['goes', 'outside the window, said to go at once', { now: evening, letter: { atOnce: true } }],
    ['goes', 'right after another, said to go at once', { lastAttemptAt: secondsAgo(29), letter: { atOnce: true } }],
    ['goes', 'some time after another letter', { lastAttemptAt: secondsAgo(30) }],
    ['goes', 'one below the cap', { sentToday: 39 }],
  ])('%s %s', (expected, _rule, given) => {
    expect(turn(given).kind).toBe({ goes: 'go', waits: 'wait' }[expected]);
  });
});

describe('waits', () => {
  it('for the next slot inside the window', () => {
    const waits = turn({ now: evening });
    expect(waits).toMatchObject({ kind: 'wait', why: { code: 'outside_window' } });
    const { dueAt } = waits as { dueAt: Date };
    expect(dueAt.toISOString().slice(0, 10)).toBe('2026-11-25');
    expect(insideWindow({ at: dueAt, window: DEFAULT_SETTINGS.sendingWindow, timezone: 'UTC', country: null })).toBe(
      true,
    );
  });
  const full = { sentToday: 2, settings: { sendingWindow: always, mailbox: { dailyCap: 2 } } };
  const dueOn = (given: Given) => (turn({ ...full, ...given }) as { dueAt: Date }).dueAt;
  const day = (at: Date) => at.toISOString().slice(0, 10);
  it('for somewhere in tomorrow when the cap is reached, each letter for its own moment', () => {
    expect(turn(full)).toMatchObject({ kind: 'wait', why: { code: 'cap_reached', facts: { cap: 2 } } });
    const moments = Array.from({ length: 50 }, (_, index) => dueOn({ letter: { id: `letter ${index}` } }));
    expect(new Set(moments.map(day))).toEqual(new Set(['2026-11-25']));
    expect(new Set(moments.map(Number)).size).toBeGreaterThan(45);
  });
  it('for the first day that is not full already', () => {
    const [first, second] = [new Date('2026-11-25T08:00:00Z'), new Date('2026-11-25T23:59:59Z')];
    expect(day(dueOn({ laterDueAts: [first] }))).toBe('2026-11-25');
    expect(day(dueOn({ laterDueAts: [first, second] }))).toBe('2026-11-26');
  });
  it('until there is some time between two letters', () => {
    expect(turn({ lastAttemptAt: secondsAgo(10) })).toEqual({
      kind: 'wait',
      dueAt: secondsAgo(-20),
      why: { code: 'others_first', facts: {} },
      queued: true,
    });
  });
  it('for the next window when the others fill this one', () => {
    const waits = turn({ ahead: 200 });
    expect(waits).toMatchObject({ kind: 'wait', why: { code: 'others_until_window_ends' } });
    expect(day((waits as { dueAt: Date }).dueAt)).toBe('2026-11-25');
  });
});

const moment = fc.date({ min: new Date('2026-10-01'), max: new Date('2027-02-01'), noInvalidDate: true });
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const anyFacts = fc
  .record({
    atOnce: fc.boolean(),
    timezone: maybe(fc.constantFrom('America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Europe/Kyiv')),
    country: maybe(fc.constantFrom('DE', 'US', 'JP', 'UA')),
    sentToday: fc.nat(60),
    lastAttemptAt: maybe(moment),
    now: moment,
    window: fc.constantFrom(DEFAULT_SETTINGS.sendingWindow, always),
  })
  .map(({ atOnce, timezone, country, sentToday, lastAttemptAt, window, ...given }) =>
    facts({
      letter: { atOnce },
      contact: { timezone, country },
      sentToday,
      tomorrow: new Date(Math.floor(given.now.getTime() / 86_400_000 + 1) * 86_400_000),
      lastAttemptAt,
      now: given.now,
      settings: { sendingWindow: window },
    }),
  );

describe('whatever the facts', () => {
  it('goes only below the cap', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        if (letterTurn(given).kind === 'go') expect(given.sentToday).toBeLessThan(40);
      }),
      { numRuns: 1_000 },
    );
  });

  it('by itself it goes only inside the window, and never right after another', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { letter, contact, settings } = given;
        if (letter.atOnce || letterTurn(given).kind !== 'go') return;
        const place = { window: settings.sendingWindow, timezone: contact.timezone ?? 'UTC', country: contact.country };
        expect(insideWindow({ at: given.now, ...place })).toBe(true);
        const last = given.lastAttemptAt?.getTime() ?? -Infinity;
        expect(given.now.getTime()).toBeGreaterThanOrEqual(last + 30_000);
      }),
      { numRuns: 1_000 },
    );
  });

  it('what waits comes back later, and never for good', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const decided = letterTurn(given);
        if (decided.kind === 'go') return;
        expect(decided.dueAt > given.now).toBe(true);
        expect(sentence(decided.why, 'en')).toMatch(/^[A-Z].* .*\.$/);
      }),
    );
  });
});
