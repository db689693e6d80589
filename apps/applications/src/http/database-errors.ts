/** What an error of the database means for the request that met it. */
import { DatabaseUnreachable } from '@app/database';
import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';

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

/** It cannot be reached, as opposed to having said no; what others say of a connection is not about it. */
export function isDatabaseOutage(error: unknown): boolean {
  if (error instanceof DatabaseUnreachable || wasCutOff(error)) return true;
  if (!(error instanceof QueryFailedError)) return false;
  return OUTAGE_CODES.has(codeOf(error.driverError)) || OUTAGE_MESSAGE.test(error.driverError.message);
}

export function isLostRace(error: unknown): boolean {
  return error instanceof QueryFailedError && LOST_RACE_CODES.has(codeOf(error.driverError));
}

/** The connection ended between two statements of one transaction: TypeORM takes it away, and the next one finds none. */
const wasCutOff = (error: unknown) =>
  error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError;

const codeOf = (error: Error & { code?: string }) => error.code ?? '';
