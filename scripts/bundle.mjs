/**
 * Makes one file of each service and all that it imports, beside its `main.js`: two thousand small files take three
 * times as long to load. Runs on what the compiler has just written to dist/.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

for (const app of ['applications', 'worker']) {
  const folder = join(root, 'dist', 'apps', app, 'src');
  const bundle = await rolldown({
    input: join(folder, 'main.js'),
    platform: 'node',
    // What a library would load if it were installed stays a `require` that may fail, as it was.
    onLog: (level, log, say) => log.code !== 'UNRESOLVED_IMPORT' && level !== 'info' && say(level, log),
  });
  // Nest and TypeORM read the names of classes.
  const { output } = await bundle.write({
    file: join(folder, 'main.bundle.js'),
    format: 'esm',
    sourcemap: true,
    // A stack trace needs the lines; the texts would be held in memory.
    sourcemapExcludeSources: true,
    keepNames: true,
    codeSplitting: false,
  });
  const lost = output[0].moduleIds.filter(
    (id) => isOurs(id) && dirname(id) !== folder && /import\.meta/.test(readFileSync(id, 'utf8')),
  );
  if (lost.length > 0) {
    process.stderr.write(`Asks for its own folder, and would get another one in main.bundle.js: ${lost.join(', ')}\n`);
    process.exit(1);
  }
}

function isOurs(id) {
  return id.startsWith(join(root, 'dist') + sep);
}
