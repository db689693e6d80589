/** What an error of the database means for the request that met it. */
import { QueryFailedError } from 'typeorm';

const OUTAGE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  // Postgres: connection exceptions, too many connections, being shut down, starting up.
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);
const OUTAGE_MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** Foreign key, unique key, serialization, deadlock: rules are checked first, so only another request can cause these. */
const LOST_RACE_CODES = new Set(['23503', '23505', '40001', '40P01']);

/** It cannot be reached, as opposed to having said no. */
export function isDatabaseOutage(error: unknown): boolean {
  const cause = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error)) return false;
  return OUTAGE_CODES.has(codeOf(cause)) || OUTAGE_MESSAGE.test(cause.message);
}

export function isLostRace(error: unknown): boolean {
  return error instanceof QueryFailedError && LOST_RACE_CODES.has(codeOf(error.driverError));
}

const codeOf = (error: Error & { code?: string }) => error.code ?? '';
