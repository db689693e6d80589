/** A board that is swept in a test: keeps the rows between the sweeps, as the worker does. */
import { newBoard } from '../../apps/worker/src/boards/rules/board-state.policy.js';
import type { BoardState, KnownPosting } from '../../apps/worker/src/boards/rules/known-posting.js';
import type { Posting, Reading, Whereabouts } from '../../apps/worker/src/boards/rules/posting.js';
import { takeSweep, type Told } from '../../apps/worker/src/boards/rules/radar.policy.js';

const HOUR_MS = 3_600_000;

export function ad(id: string, fields: Partial<Posting> = {}): Posting {
  return {
    id,
    title: `Engineer ${id}`,
    url: `https://jobs.example/${id}`,
    locations: ['Berlin'],
    department: 'Engineering',
    jobIds: [],
    publishedAt: null,
    ...fields,
  };
}

export function listing(postings: readonly Posting[]): Reading {
  const validators = { etag: null, lastModified: null, digest: '' };
  return { outcome: 'ok', postings: [...postings], validators, problems: [] };
}

/** The moment so many hours after the first sweep. */
export function atHour(hours: number): Date {
  return new Date(Date.UTC(2026, 0, 5) + hours * HOUR_MS);
}

export class SweptBoard {
  readonly known = new Map<string, KnownPosting>();
  board: BoardState = newBoard('greenhouse/acme');

  constructor(
    private readonly isPage = false,
    private readonly beside: readonly Posting[] = [],
  ) {}

  /** With ten more postings in each of its lists, so that two absences close. */
  static large(): SweptBoard {
    const beside = Array.from({ length: 10 }, (_, place) =>
      ad(`beside${place}`, { title: `Beside ${'x'.repeat(place)}` }),
    );
    return new SweptBoard(false, beside);
  }

  /** `lookedUp`: what the postings that the list lacks say of themselves. */
  sweep(reading: Reading | readonly Posting[], hours: number, lookedUp: Record<string, Whereabouts> = {}): Told {
    const { board, known } = this;
    const shown = 'outcome' in reading ? reading : listing(reading);
    const asRead = 'postings' in shown ? { ...shown, postings: [...shown.postings, ...this.beside] } : shown;
    const told = takeSweep({
      board,
      known,
      reading: asRead,
      at: atHour(hours),
      watched: new Set(known.keys()),
      lookedUp: new Map(Object.entries(lookedUp)),
      isPage: this.isPage,
    });
    this.board = told.board;
    for (const [id, row] of told.changes) known.set(id, row);
    return told;
  }

  status(id: string): KnownPosting['status'] | undefined {
    return this.known.get(id)?.status;
  }
}
