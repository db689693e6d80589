/** On a Node that is too old: what starts says so or is run by the packaged one, and a refused socket ends nothing. */
import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const olderNode = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, process.platform === 'win32' ? 'node.exe' : 'node'))
  .filter((file) => existsSync(file))
  .find((file) => Number(/^v(\d+)/.exec(String(spawnSync(file, ['--version']).stdout))?.[1] ?? 24) < 24);
if (olderNode === undefined)
  process.stderr.write('No Node older than 24 is on the path: older-node.spec.ts is skipped.\n');

const built = (name: string) =>
  JSON.stringify(pathToFileURL(join(process.cwd(), 'dist/libs/platform/src/outbound', name)).href);
const REQUEST = `
  import http from 'node:http';
  import https from 'node:https';
  const { parseAllowList } = await import(${built('address.policy.js')});
  const { OutboundGuard } = await import(${built('outbound.guard.js')});
  const guard = new OutboundGuard(parseAllowList(''), async () => ['127.0.0.1']);
  for (const [client, url] of [[http, 'http://127.0.0.1:9/'], [https, 'https://[::1]:9/'], [http, 'http://rebound.example:9/']]) {
    const agent = guard.agentFor(new URL(url));
    const code = await new Promise((resolve) => client.get(url, { agent }).once('error', (error) => resolve(error.code)));
    process.stdout.write(code + '\\n');
  }
`;

(olderNode === undefined ? describe.skip : describe)('a Node older than 24', () => {
  it('ends no process when a private address is refused', () => {
    const { status, stdout, stderr } = spawnSync(olderNode!, ['--input-type=module', '-e', REQUEST], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual(Array.from({ length: 3 }, () => 'address_not_public'));
    expect(status).toBe(0);
  }, 120_000);

  it('is left for the packaged one by the start', () => {
    const { status, stdout } = spawnSync(olderNode!, ['scripts/start.mjs', '--help'], { encoding: 'utf8' });
    expect(stdout).toContain('Usage: npm start');
    expect(status).toBe(0);
  }, 300_000);
});
