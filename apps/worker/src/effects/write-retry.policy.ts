/** Whether what a database did not take now it may take later, word for word the same. */

/** Classes of SQLSTATE that speak of the connection, of others at the same time, or of the server's own trouble. */
const PASSING = new Set(['08', '25', '40', '53', '55', '57', '58', 'XX']);

/** `isOurs`: the program went wrong before the database was asked. No SQLSTATE: there was nobody to give one. */
export function mayPass({ sqlState, isOurs }: { sqlState: string | null; isOurs: boolean }): boolean {
  if (isOurs) return false;
  return sqlState === null || PASSING.has(sqlState.slice(0, 2));
}
