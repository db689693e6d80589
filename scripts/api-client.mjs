/** `npm run api:client`: the web's client, generated from the description that the HTTP service serves. `[--from file] [--to folder]` */
import { createClient } from '@hey-api/openapi-ts';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });

await createClient({
  input: withoutRules(values.from ? JSON.parse(readFileSync(values.from, 'utf8')) : await described()),
  output: { path: values.to ?? join(root, 'apps/web/src/api/generated'), entryFile: false, clean: true },
  plugins: [
    { name: '@hey-api/typescript' },
    { name: '@hey-api/client-fetch', throwOnError: true },
    { name: '@hey-api/sdk' },
    { name: '@tanstack/react-query', queryKeys: { tags: false } },
  ],
  logs: { level: 'silent' },
});

/** From the sources of now: built, and asked without starting anything. */
async function described() {
  // The app itself cannot be built before its client is.
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--services'], { stdio: 'inherit' });
  const { apiDescription } = await import('../dist/apps/applications/src/api-description.js');
  return apiDescription();
}

/** Two patterns of one text would become a type that is no text any more. */
function withoutRules(document) {
  return JSON.parse(JSON.stringify(document), (key, value) =>
    key === 'allOf' && value.every((part) => Object.keys(part).join() === 'pattern') ? undefined : value,
  );
}
