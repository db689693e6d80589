/** When a board is read next: all boards spread over the day, a failing one more and more rarely. */
import { spreadOf } from '@app/follow-ups';

const HOUR_MS = 3_600_000;
const SHORTEST_MS = 6 * HOUR_MS;
const LONGEST_MS = 24 * HOUR_MS;
const NORMAL_MS = 12 * HOUR_MS;
const JITTER = 0.25;
const LONGEST_RETRY_AFTER_MS = 7 * 24 * HOUR_MS;

export interface Due {
  key: string;
  at: Date;
  /** In a row, this one included. */
  failures: number;
  retryAfterSeconds: number | null;
}

export function nextSweepAt({ key, at, failures, retryAfterSeconds }: Due): Date {
  const jitter = 1 + JITTER * (2 * spreadOf(`${key}:${at.getTime()}`) - 1);
  if (failures === 0) return new Date(at.getTime() + Math.round(NORMAL_MS * jitter));
  const backoff = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** (failures - 1) * jitter);
  const asked = Math.min(Math.max(0, retryAfterSeconds ?? 0) * 1000, LONGEST_RETRY_AFTER_MS);
  return new Date(at.getTime() + Math.round(Math.max(backoff, SHORTEST_MS, asked)));
}
