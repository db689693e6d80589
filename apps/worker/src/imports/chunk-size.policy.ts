/** How many applications an import records at once: as many as take nobody's turn for long, on whatever machine. */

/** Half of what a turn may take: the next chunk may hold what is dearer. */
const WANTED_MS = 100;
const LEAST = 5;
const MOST = 500;

export const FIRST_CHUNK = 50;

export function nextChunk(size: number, tookMs: number): number {
  const fitting = Math.round((size * WANTED_MS) / Math.max(tookMs, 1));
  return Math.max(LEAST, Math.min(fitting, size * 2, MOST));
}
