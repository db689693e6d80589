/** Which Node runs this, and the one that the packages bring to Linux and Windows. Understood by any Node from 20 on. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const NEEDED = [24, 11];

const isNewEnough = (() => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
})();

function packagedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin');
  return ['node', 'node.exe'].map((name) => join(folder, name)).find((file) => existsSync(file));
}

/** False where a script would only run half: then this Node is too old, and there is no other. */
export function hasNeededNode() {
  if (isNewEnough || packagedNode() !== undefined) return true;
  process.stderr.write(`Node ${NEEDED.join('.')} or newer is needed here, this one is ${process.version}\n`);
  return false;
}

/** Goes on only in a Node that is new enough; in an older one the script is run by the packaged one, or not at all. */
export async function goOnInNeededNode(script) {
  if (isNewEnough) return;
  if (!hasNeededNode()) process.exit(1);
  const child = spawn(packagedNode(), [fileURLToPath(script), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const status = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
  process.exit(status);
}
