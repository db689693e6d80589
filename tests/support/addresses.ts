/** Every address of the app, as its tables of routes say them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WEB = 'apps/web/src';

export function addressesOf(): string[] {
  const tables = readdirSync(WEB).filter((name) => /^([a-z]+-)?routes\.tsx$/.test(name));
  return tables.flatMap((name) =>
    [...readFileSync(join(WEB, name), 'utf8').matchAll(/ path: '([^']+)'/g)].map(([, path]) => path!),
  );
}
