/** The radar on recorded histories: small made-up ones, and the real ones where they lie beside the project. */
import { describe, expect, it, jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sweepsOfEvents, sweepsOfSnapshots, type RecordedSweep, type Truth } from './history.js';
import { scoreFolder, tableOf } from './score-folder.js';
import { scoreEvents, scoreSnapshots } from './score.js';

jest.setTimeout(60_000);

const NO_TRUTH: Truth = {
  bounded_every_commit: { close_events: 0, reopen_same_id_events: 0, reopen_same_id_events_gap_ge_24h: 0 },
  same_id_reopenings: [],
  new_id_reopenings: [],
  not_reopenings_sibling_still_open: [],
};

function eventsOf(...changes: [string, string, 'open' | 'closed' | 'absent'][]): string {
  return changes.map((change) => JSON.stringify(change)).join('\n');
}

function weekly(...weeks: Record<string, string>[]): RecordedSweep[] {
  const line = (open: Record<string, string>, week: number): string =>
    JSON.stringify({
      date: new Date(Date.UTC(2026, 0, 4 + 7 * week)).toISOString(),
      open: Object.entries(open).map(([id, title]) => ({ id, title, company: 'Acme', location: ['Berlin'] })),
    });
  return sweepsOfSnapshots(weeks.map(line).join('\n'));
}

describe('a history of events', () => {
  it('is swept every 12 hours: what flaps between two sweeps is never seen', () => {
    const sweeps = sweepsOfEvents(
      eventsOf(
        ['2026-01-01T01:00:00Z', 'a', 'open'],
        ['2026-01-01T13:00:00Z', 'a', 'closed'],
        ['2026-01-01T14:00:00Z', 'a', 'open'],
        ['2026-01-02T01:00:00Z', 'a', 'absent'],
      ),
    );
    expect(sweeps.map(({ at, postings }) => [at.toISOString(), postings.length])).toEqual([
      ['2026-01-01T12:00:00.000Z', 1],
      ['2026-01-02T00:00:00.000Z', 1],
      ['2026-01-02T12:00:00.000Z', 0],
    ]);
  });

  it('owes an alert for three sweeps missed on a small board, and none for less', () => {
    const sweeps = sweepsOfEvents(
      eventsOf(
        ['2026-01-01T01:00:00Z', 'stays', 'open'],
        ['2026-01-01T01:00:00Z', 'flaps', 'open'],
        ['2026-01-01T01:00:00Z', 'reopens', 'open'],
        ['2026-01-01T13:00:00Z', 'flaps', 'closed'],
        ['2026-01-01T13:00:00Z', 'reopens', 'closed'],
        ['2026-01-02T01:00:00Z', 'flaps', 'open'],
        ['2026-01-03T01:00:00Z', 'reopens', 'open'],
      ),
    );
    const { measures, isShort } = scoreEvents(sweeps, NO_TRUTH);
    expect(measures).toMatchObject([{ truth: 1, told: 1, right: 1, precision: 1, recall: 1 }]);
    expect(isShort).toBe(false);
  });

  it('lists where the guard holds everything back, and leaves that out', () => {
    const ids = Array.from({ length: 12 }, (_, place) => `p${place}`);
    const all = (at: string, state: 'open' | 'absent') => ids.map((id) => [at, id, state] as [string, string, 'open']);
    const sweeps = sweepsOfEvents(
      eventsOf(
        ...all('2026-01-01T01:00:00Z', 'open'),
        ...all('2026-01-01T13:00:00Z', 'absent'),
        ...all('2026-01-02T13:00:00Z', 'open'),
      ),
    );
    const { measures, stretches } = scoreEvents(sweeps, NO_TRUTH);
    expect(measures).toMatchObject([{ truth: 12, heldBack: 12, told: 0 }]);
    expect(stretches).toEqual([
      '2026-01-02T00:00 .. 2026-01-02T12:00: 2 sweeps, 12 -> 0 postings, 12 same-id reopenings held back',
    ]);
  });

  it('says which line it cannot read', () => {
    expect(() => sweepsOfEvents('["2026-01-01T01:00:00Z","a","open"]\n{}')).toThrow(
      /^line 2 is not a line of a history/,
    );
  });
});

describe('a history of snapshots', () => {
  const sweeps = weekly({ old: 'Cook', b: 'Clerk' }, { b: 'Clerk' }, { b: 'Clerk', new: 'Cook' }, { old: 'Cook' });

  it('counts one line without a posting as long enough, and pairs by new ids', () => {
    const truth: Truth = {
      ...NO_TRUTH,
      same_id_reopenings: [{ id: 'old', open_again: '2026-01-25' }],
      new_id_reopenings: [{ old_id: 'old', new_id: 'new', rule: 'strict' }],
    };
    const { measures, isShort } = scoreSnapshots(sweeps, truth);
    expect(measures.map(({ what, right, told }) => [what, right, told])).toEqual([
      ['same id', 1, 1],
      ['new id, strict', 1, 1],
    ]);
    expect(isShort).toBe(false);
  });

  it.each<[string, Partial<Truth>]>([
    ['tells what is not in the truth', {}],
    ['misses a pair', { new_id_reopenings: [{ old_id: 'b', new_id: 'new', rule: 'strict' }] }],
    ['alerts a sibling', { not_reopenings_sibling_still_open: ['new'] }],
    ['is asked for a reopening that is not recorded', { same_id_reopenings: [{ id: 'b', open_again: '2026-01-25' }] }],
  ])('is short when the radar %s', (_, truth) => {
    expect(scoreSnapshots(sweeps, { ...NO_TRUTH, ...truth }).isShort).toBe(true);
  });
});

const OWN = join(process.cwd(), 'tests/support/histories');
const REAL = join(process.cwd(), '../shared/data/histories');
const isThere = existsSync(REAL);
if (!isThere) process.stderr.write(`${REAL} is absent: the replay of real histories is skipped.\n`);

describe('the histories of a folder', () => {
  it.each(isThere ? [OWN, REAL] : [OWN])('come out with nothing short and no sibling alerted: %s', async (folder) => {
    const scored = await scoreFolder(folder);
    expect(scored).toHaveLength(2);
    expect(scored.filter(({ score }) => score.isShort)).toEqual([]);
    expect(tableOf(scored)).toMatch(/siblings alerted: 0 of \d+/);
  });

  it('of our own owe what their truth says', async () => {
    const measures = (await scoreFolder(OWN)).flatMap(({ score }) => score.measures);
    expect(measures.map(({ what, truth, told, right }) => [what, truth, told, right])).toEqual([
      ['same id', 3, 3, 3],
      ['same id', 1, 1, 1],
      ['new id, strict', 1, 1, 1],
    ]);
  });
});
