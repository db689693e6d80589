/** Compiles the services into dist/, unless it was made from the same sources before. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.stamp');

function sources() {
  const inFolder = (folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => /\.(ts|json)$/.test(name) && !name.endsWith('.spec.ts'))
      .map((name) => join(folder, name));
  return [...['apps', 'libs'].flatMap(inFolder).sort(), 'tsconfig.json', 'nest-cli.json', 'package-lock.json'];
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function stamped() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

const wanted = fingerprint();
if (stamped() !== wanted) {
  process.stdout.write('Building\n');
  rmSync(stamp, { force: true });
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  // One compilation for all three: their shared libraries are checked once.
  const options = ['build', 'local', '--path', 'apps/tsconfig.build.json'];
  const { status } = spawnSync(process.execPath, [nest, ...options], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    process.stderr.write('The build failed; nothing was started\n');
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
