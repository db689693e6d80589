/** Before npm's other scripts: installs what the lockfile names and node_modules lacks. Runs on the Node that is there, from 20 on. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasNeededNode } from './node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** npm writes node_modules/.package-lock.json last, so a broken-off install has none. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json') ?? {};
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version && found.integrity === integrity : optional === true;
  });
}

function install() {
  process.stdout.write('Installing packages (npm ci); this happens once\n');
  const options = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const stdio = 'inherit';
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio })
    : spawnSync('npm', options, { cwd: root, stdio, shell: process.platform === 'win32' });
  if (status === 0) return;
  process.stderr.write(`The packages could not be installed: npm ci ended with ${error?.message ?? status}\n`);
  process.exit(1);
}

if (!isInstalled()) install();
if (!hasNeededNode()) process.exit(1);
