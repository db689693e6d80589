/** Before npm's other scripts: installs what the lockfile names and node_modules lacks. Runs on the Node that is there, from 20 on. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const NEEDED = [24, 11];

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

/** The lockfile brings a Node of its own to Linux and Windows; elsewhere the one that is there has to do. */
function isNodeGood() {
  if (['node', 'node.cmd'].some((name) => existsSync(join(root, 'node_modules', '.bin', name)))) return true;
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

if (!isInstalled()) install();
if (!isNodeGood()) {
  process.stderr.write(`Node ${NEEDED.join('.')} or newer is needed here, this one is ${process.version}\n`);
  process.exit(1);
}
