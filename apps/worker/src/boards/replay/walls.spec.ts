/** A history with walls, challenges and empty answers mixed in, beside the same without. */
import { describe, expect, it, jest } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SWEEP_RULES, type SweepRules } from '../rules/absence.policy.js';
import { newBoard } from '../rules/board-state.policy.js';
import type { KnownPosting } from '../rules/known-posting.js';
import { takeSweep } from '../rules/radar.policy.js';
import { sweepsOfEvents, sweepsOfSnapshots, type RecordedSweep } from './history.js';
import { plain, type WalledSweep, withWalls } from './walls.js';

jest.setTimeout(600_000);

const DAY_MS = 86_400_000;

/** When each close and each reopening was told; the closes of one posting are numbered. */
function toldIn(sweeps: readonly WalledSweep[], rules: SweepRules): Map<string, Date> {
  const known = new Map<string, KnownPosting>();
  const told = new Map<string, Date>();
  const times = new Map<string, number>();
  let board = newBoard('replay');
  for (const { at, reading } of sweeps) {
    const taken = takeSweep({ board, known, reading, at, rules, watched: new Set() });
    board = taken.board;
    for (const [id, row] of taken.changes) known.set(id, row);
    for (const { id } of taken.closed) {
      times.set(id, (times.get(id) ?? 0) + 1);
      told.set(`${id} closed ${times.get(id)}`, at);
    }
    for (const { posting, seenAs } of taken.reopened) {
      told.set(`${posting.id} closed ${times.get(posting.id)} reopened as ${seenAs.id}`, at);
    }
  }
  return told;
}

function compare(sweeps: readonly RecordedSweep[], rules: SweepRules) {
  const without = toldIn(sweeps.map(plain), rules);
  const walled = toldIn(withWalls(sweeps), rules);
  const late = [...without].filter(([what, at]) => {
    const then = walled.get(what);
    return then === undefined || then.getTime() - at.getTime() > DAY_MS;
  });
  return { told: without.size, beyond: [...walled.keys()].filter((what) => !without.has(what)), late };
}

const WEEKLY: SweepRules = { absences: 1, absencesOnSmall: 1 };

describe('walls in a small history', () => {
  const EVERY_MS = 12 * 3_600_000;
  const sweep = (place: number, ids: readonly string[]): RecordedSweep => ({
    at: new Date(Date.UTC(2026, 0, 5) + place * EVERY_MS),
    postings: ids.map((id) => ({
      id,
      title: `Engineer ${id}`,
      url: null,
      locations: ['Graz'],
      department: null,
      jobIds: [],
      publishedAt: null,
    })),
  });
  /** Each posting is away for so many lists at another time; some come back, some never do. */
  const history = (size: number, away: number): RecordedSweep[] =>
    Array.from({ length: 90 }, (_, place) => {
      const ids = Array.from({ length: size }, (__, id) => id);
      const isAway = (id: number) => place >= 5 + id * 3 && (id % 4 === 0 || place < 5 + id * 3 + away);
      return sweep(place, ids.filter((id) => !isAway(id)).map(String));
    });

  it.each([
    [24, 2],
    [24, 7],
    [6, 3],
    [6, 9],
    [1, 4],
  ])('close nobody more, and delay nothing for over a day: %i postings, away for %i lists', (size, away) => {
    const { told, beyond, late } = compare(history(size, away), SWEEP_RULES);
    expect(told).toBeGreaterThan(0);
    expect({ beyond, late }).toEqual({ beyond: [], late: [] });
  });
});

const HISTORIES = join(process.cwd(), '../shared/data/histories');
const files = existsSync(HISTORIES)
  ? readdirSync(HISTORIES).filter((file) => /(events|snapshots)\.jsonl$/.test(file))
  : [];
if (files.length === 0) process.stderr.write(`${HISTORIES} is absent: walls in real histories are skipped.\n`);

(files.length > 0 ? describe : describe.skip)('walls in a real history', () => {
  it.each(files.length > 0 ? files : ['none'])('close nobody more, and delay nothing for over a day: %s', (file) => {
    const text = readFileSync(join(HISTORIES, file), 'utf8');
    const isWeekly = file.endsWith('snapshots.jsonl');
    const sweeps = isWeekly ? sweepsOfSnapshots(text) : sweepsOfEvents(text);
    const { told, beyond, late } = compare(sweeps, isWeekly ? WEEKLY : SWEEP_RULES);
    process.stdout.write(`${file}: ${told} closes and reopenings, ${beyond.length} beyond, ${late.length} late\n`);
    expect(told).toBeGreaterThan(0);
    expect({ beyond, late }).toEqual({ beyond: [], late: [] });
  });
});
