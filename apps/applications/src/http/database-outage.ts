/** Tells a database that cannot be reached from one that said no. */
const CODES = new Set([
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
const MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;

export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as Error & { code?: string; driverError?: unknown };
  if (driverError !== undefined && driverError !== error) return isDatabaseOutage(driverError);
  return (code !== undefined && CODES.has(code)) || MESSAGE.test(error.message);
}
