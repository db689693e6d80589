/** Recorded histories of a list of vacancies, as sweeps of one board: what was open, at regular moments. */
import { z } from 'zod';
import type { Posting } from '../rules/posting.js';

export interface RecordedSweep {
  at: Date;
  postings: Posting[];
}

const SWEEP_EVERY_MS = 12 * 3_600_000;

const change = z.tuple([z.iso.datetime(), z.string(), z.enum(['open', 'closed', 'absent'])]);
const snapshot = z.object({
  date: z.iso.datetime(),
  open: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      company: z.string(),
      location: z.array(z.string()),
      url: z.string().nullish(),
    }),
  ),
});
const truth = z.object({
  bounded_every_commit: z.object({
    close_events: z.number(),
    reopen_same_id_events: z.number(),
    reopen_same_id_events_gap_ge_24h: z.number(),
  }),
  same_id_reopenings: z.array(z.object({ id: z.string(), open_again: z.string() })),
  new_id_reopenings: z.array(z.object({ old_id: z.string(), new_id: z.string(), rule: z.string() })),
  not_reopenings_sibling_still_open: z.array(z.string()),
});

export type Truth = z.infer<typeof truth>;

export function readTruth(text: string): Truth {
  return truth.parse(JSON.parse(text));
}

/** The state after the last change not later than each moment, every 12 hours. */
export function sweepsOfEvents(text: string): RecordedSweep[] {
  const changes = lines(text, change).map(([at, id, state]) => ({ at: Date.parse(at), id, state }));
  changes.sort((one, other) => one.at - other.at);
  const end = changes.at(-1)?.at ?? 0;
  const open = new Map<string, Posting>();
  const sweeps: RecordedSweep[] = [];
  let next = 0;
  const start = Math.ceil((changes[0]?.at ?? 1) / SWEEP_EVERY_MS) * SWEEP_EVERY_MS;
  for (let at = start; at - SWEEP_EVERY_MS < end; at += SWEEP_EVERY_MS) {
    for (; changes[next] && changes[next]!.at <= at; next += 1) {
      const { id, state } = changes[next]!;
      if (state === 'open') open.set(id, untitled(id));
      else open.delete(id);
    }
    sweeps.push({ at: new Date(at), postings: [...open.values()] });
  }
  return sweeps;
}

/** The company stands as the department: a real board has one company only, here they must not be mixed up. */
export function sweepsOfSnapshots(text: string): RecordedSweep[] {
  return lines(text, snapshot).map(({ date, open }) => ({
    at: new Date(date),
    postings: open.map(({ id, title, company, location, url }) => ({
      ...untitled(id),
      title,
      url: url ?? null,
      locations: location,
      department: company,
    })),
  }));
}

function untitled(id: string): Posting {
  return { id, title: '', url: null, locations: [], department: null, jobIds: [], publishedAt: null };
}

function lines<T>(text: string, schema: z.ZodType<T>): T[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`line ${index + 1} is not a line of a history: ${(error as Error).message}`, { cause: error });
    }
  });
}
