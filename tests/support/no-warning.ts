/** A service that Node warned of how it is written has failed, as a spec file has (warned-environment.js). */
export function noWarningIn(output: string): void {
  const warning = /^\(node:\d+\).*Warning: .*$/m.exec(output)?.[0];
  if (warning) throw new Error(`A service was warned: ${warning}`);
}
