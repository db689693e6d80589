/**
 * Says of each pattern on its standard input (`[{source, flags}]`) why it is not linear, or null. A process of its own: inside a test
 * it takes many times as long. What was found linear once stands, by its hash, in linear-patterns.json: all of it takes minutes. Without
 * that file everything is judged again.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// The one of its ways of working that is the same everywhere; read when the library is loaded.
process.env.RECHECK_SYNC_BACKEND = 'pure';
const { checkSync } = await import('recheck');
const { version } = createRequire(import.meta.url)('recheck/package.json');

// Characters that are read are counted, never the time: a busy machine judges as an idle one does. Of an attack's 300,000
// characters each may be read some 300 times.
const PARAMETERS = {
  timeout: 10 * 60_000,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  attackLimit: 100_000_000,
};
const kept = fileURLToPath(new URL('linear-patterns.json', import.meta.url));
const linear = new Set(existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : []);

const patterns = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(patterns.map(judged)));

function judged({ source, flags }) {
  // Without a repetition there is an end to what it can match.
  if (!/[*+{]/.test(source)) return null;
  const key = createHash('sha256').update(`${version} ${flags} ${source}`).digest('base64url');
  const why = linear.has(key) ? null : complaint(source, flags);
  if (why === null && !linear.has(key)) {
    writeFileSync(kept, `${JSON.stringify([...linear.add(key)].toSorted(), null, 2)}\n`);
  }
  return why;
}

function complaint(source, flags) {
  const found = checkSync(source, flags, PARAMETERS);
  if (found.status === 'safe') return null;
  if (found.status === 'unknown') return `cannot be judged (${found.error.kind})`;
  return `${found.complexity.summary}, see ${found.attack.pattern}`;
}
