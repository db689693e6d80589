/** A recorded history as it would be read through a bad line: walls and empty answers come in the place of some of its lists. */
import { because, ofBoard } from '@app/contracts';
import type { Reading } from '../rules/posting.js';
import type { RecordedSweep } from './history.js';

export interface WalledSweep {
  at: Date;
  reading: Reading;
}

const HOUR_MS = 3_600_000;
const validators = { etag: null, lastModified: null, digest: '' };
const nothing = { retryAfterSeconds: null, why: ofBoard('no_markup') };

/** What a board answers that is not well, in turn. */
const WALLS: Reading[] = [
  { outcome: 'failed', ...nothing },
  { outcome: 'ok', postings: [], validators, problems: [] },
  { outcome: 'board_gone', why: ofBoard('answered', { status: 404 }) },
  { outcome: 'failed', why: ofBoard('answered', { status: 403 }), retryAfterSeconds: 3_600 },
  { outcome: 'truncated', postings: [], why: because(ofBoard('page_failed', { page: 1 }), ofBoard('web_page')) },
];

export const plain = ({ at, postings }: RecordedSweep): WalledSweep => ({
  at,
  reading: { outcome: 'ok', postings, validators, problems: [] },
});

/** Every third list meets a wall first, and is read six hours later; between two others stands an empty answer. */
export function withWalls(sweeps: readonly RecordedSweep[]): WalledSweep[] {
  return sweeps.flatMap((sweep, place) => {
    const wall = WALLS[Math.floor(place / 3) % WALLS.length]!;
    const later = new Date(sweep.at.getTime() + 6 * HOUR_MS);
    if (place > 0 && place % 3 === 0) return [{ at: sweep.at, reading: wall }, plain({ ...sweep, at: later })];
    if (place % 3 === 1) return [plain(sweep), { at: later, reading: WALLS[1]! }];
    return [plain(sweep)];
  });
}
