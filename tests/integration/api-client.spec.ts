import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ApplicationsApi, startApplicationsApi } from '../support/applications-api.js';

const KEPT = 'apps/web/src/api/generated';

let api: ApplicationsApi;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'client-'));
  api = await startApplicationsApi();
});
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true });
});

it('the client of the web is that of the API that is served: else npm run api:client makes it anew', async () => {
  const served = join(folder, 'openapi.json');
  await writeFile(served, await (await fetch(`${api.url}/api/openapi.json`)).text());
  const made = join(folder, 'generated');
  await promisify(execFile)(process.execPath, ['scripts/api-client.mjs', '--from', served, '--to', made]);
  expect(textsOf(KEPT)).toEqual(textsOf(made));
});

function textsOf(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return Object.fromEntries(names.toSorted().map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}
