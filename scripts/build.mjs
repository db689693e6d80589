/** Builds the services into dist/ and the web app into dist/web, each unless it was made from the same sources before. `--services`: not the app. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const TOP = ['tsconfig.json', 'package-lock.json'];

const filesIn = (folder, pattern) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => pattern.test(name) && !/\.spec\.tsx?$/.test(name))
    .map((name) => join(folder, name));
const isOfTheWeb = (file) => file.startsWith(join('apps', 'web'));

const BUILDS = [
  {
    said: 'Building',
    stamp: join(root, 'dist', '.stamp'),
    sources: () =>
      ['apps', 'libs'].flatMap((folder) => filesIn(folder, /\.(ts|json)$/)).filter((file) => !isOfTheWeb(file)),
    others: ['nest-cli.json', join('scripts', 'bundle.mjs')],
    programs: [
      // One compilation for all three: their shared libraries are checked once.
      ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'local', '--path', 'apps/tsconfig.build.json'],
      ['scripts/bundle.mjs'],
    ],
  },
  {
    said: 'Building the web app',
    stamp: join(root, 'dist', '.web-stamp'),
    sources: () => filesIn(join('apps', 'web'), /\.(tsx?|css|html|svg|json)$/),
    others: [join('libs', 'contracts', 'src', 'words.ts')],
    programs: [['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn']],
  },
];

function fingerprint({ sources, others }) {
  const hash = createHash('sha256');
  for (const file of [...sources().sort(), ...others, ...TOP])
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function stamped(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

for (const build of process.argv.includes('--services') ? BUILDS.slice(0, 1) : BUILDS) {
  const wanted = fingerprint(build);
  if (stamped(build.stamp) === wanted) continue;
  process.stdout.write(`${build.said}\n`);
  rmSync(build.stamp, { force: true });
  for (const program of build.programs) {
    const { status } = spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' });
    if (status === 0) continue;
    process.stderr.write('The build failed; nothing was started\n');
    process.exit(1);
  }
  mkdirSync(dirname(build.stamp), { recursive: true });
  writeFileSync(build.stamp, wanted);
}
