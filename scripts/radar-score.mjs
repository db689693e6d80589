/** Replays recorded histories of vacancies through the radar, building first when the sources changed. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = (script, ...options) =>
  spawnSync(process.execPath, [join(root, script), ...options], { stdio: 'inherit' }).status ?? 1;

const built = run('scripts/build.mjs');
process.exit(
  built === 0 ? run('dist/apps/worker/src/boards/replay/radar-score-main.js', ...process.argv.slice(2)) : built,
);
