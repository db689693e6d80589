import { describe, expect, it } from '@jest/globals';
import http from 'node:http';
import https from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { parseAllowList } from './address.policy.js';
import { guardedAgent } from './guarded-agent.js';
import { OutboundGuard, type HostLookup } from './outbound.guard.js';
import type { OutboundRefused } from './outbound-refused.js';

const nobody = parseAllowList('');
const answers =
  (...addresses: string[]): HostLookup =>
  () =>
    Promise.resolve(addresses);
const never: HostLookup = (hostname) => Promise.reject(new Error(`${hostname} must not be looked up`));

/** Requests the URL through the guard's agent and gives back what stopped it. */
function requested(guard: OutboundGuard, url: string): Promise<unknown> {
  const target = new URL(url);
  const client = target.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.get(target, { agent: guard.agentFor(target) });
    request.once('response', () => reject(new Error('answered')));
    request.once('error', resolve);
  });
}

describe('a URL is accepted', () => {
  it.each([
    'https://hooks.example.com/x',
    'http://hooks.example.com:8080/x?y=1',
    'https://hooks.example.com.',
    'https://пошта.укр/вебхук',
    'https://8.8.8.8/',
    'https://134744072/',
    'https://[2606:4700:4700::1111]/',
  ])('when it leads to public addresses: %s', async (url) => {
    await expect(new OutboundGuard(nobody, answers('93.184.216.34', '2606:2800:220:1::1')).checkUrl(url)).resolves.toBe(
      undefined,
    );
  });

  it.each([
    ['http://127.0.0.1:9000/', never],
    ['http://2130706433:9000/', never],
    ['http://[::ffff:127.0.0.1]:9000/', never],
    ['http://receiver.internal/', answers('10.0.0.7')],
    ['http://localhost:9000/', answers('::1', '127.0.0.1')],
  ])('when the operator trusts it: %s', async (url, lookup) => {
    const guard = new OutboundGuard(parseAllowList('127.0.0.1/32, receiver.internal'), lookup);
    await expect(guard.checkUrl(url)).resolves.toBe(undefined);
  });
});

describe('a URL is refused', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://0x7f.0.0.1/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://%31%32%37.0.0.1/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[::10.0.0.1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[2002:a00:1::]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1:8443/',
  ])('as an address, in whatever spelling: %s', async (url) => {
    const guard = new OutboundGuard(nobody, never);
    await expect(guard.checkUrl(url)).rejects.toMatchObject({ code: 'address_not_public' });
    await expect(requested(guard, url)).resolves.toMatchObject({ code: 'address_not_public' });
  });

  it.each([
    ['http://localhost/', ['127.0.0.1']],
    ['http://localhost./', ['127.0.0.1']],
    ['http://127.0.0.1.nip.example/', ['127.0.0.1']],
    ['https://hooks.example.com/', ['93.184.216.34', '10.0.0.1']],
    ['https://hooks.example.com/', ['10.0.0.1', '93.184.216.34']],
    ['https://hooks.example.com/', ['2606:2800:220:1::1', 'fd00::1']],
    ['https://hooks.example.com/', ['::ffff:10.0.0.1']],
  ])('when any answer is private: %s at %j', async (url, addresses) => {
    const guard = new OutboundGuard(nobody, answers(...addresses));
    await expect(guard.checkUrl(url)).rejects.toMatchObject({ code: 'address_not_public' });
    await expect(requested(guard, url)).resolves.toMatchObject({ code: 'address_not_public' });
  });

  it.each([
    ['https://user:secret@hooks.example.com/'],
    ['https://user@hooks.example.com/'],
    ['https://:secret@hooks.example.com/'],
    ['https://hooks.example.com:0/'],
    ['ftp://hooks.example.com/'],
    ['file:///etc/passwd'],
    ['javascript:alert(1)'],
    ['data:text/plain,x'],
    ['ws://hooks.example.com/'],
    ['unix:/run/x.sock'],
    ['hooks.example.com'],
    ['//hooks.example.com'],
    ['http://256.256.256.256/'],
    ['http://[fe80::1%25eth0]/'],
    [''],
  ])('when it is not plain http or https: %s', async (url) => {
    const guard = new OutboundGuard(nobody, answers('93.184.216.34'));
    await expect(guard.checkUrl(url)).rejects.toMatchObject({ code: 'url_not_http' });
  });

  it('gives no agent for what is not plain http or https', () => {
    const guard = new OutboundGuard(nobody, never);
    for (const url of ['ftp://example.com', 'http://u:p@example.com', 'http://example.com:0']) {
      expect(() => guard.agentFor(new URL(url))).toThrow(expect.objectContaining({ code: 'url_not_http' }));
    }
  });

  it.each([
    ['fails', () => Promise.reject(new Error('queryA ENOTFOUND at 10.0.0.53'))],
    ['answers nothing', answers()],
  ])('when the lookup %s', async (_, lookup) => {
    const guard = new OutboundGuard(nobody, lookup);
    await expect(guard.checkUrl('https://nowhere.example/')).rejects.toMatchObject({ code: 'host_unresolvable' });
    await expect(requested(guard, 'https://nowhere.example/')).resolves.toMatchObject({ code: 'host_unresolvable' });
  });

  it('naming the host and nothing it resolved to', async () => {
    const guard = new OutboundGuard(nobody, answers('10.11.12.13'));
    const refusal = guard.checkUrl('https://user-given.example/').catch((error: OutboundRefused) => error);
    await expect(refusal).resolves.toMatchObject({ code: 'address_not_public', facts: { host: 'user-given.example' } });
    await expect(refusal.then(String)).resolves.not.toMatch(/10\.11\.12\.13/);
  });
});

describe('the addresses of a host', () => {
  it('are only the trusted and the public ones when one of them is trusted', async () => {
    const guard = new OutboundGuard(parseAllowList('127.0.0.1/32'), answers('::1', '127.0.0.1', '10.0.0.1'));
    await expect(guard.addressesOf('localhost')).resolves.toEqual(['127.0.0.1']);
  });
});

describe('a host that rebinds', () => {
  it.each(['http', 'https'])('is refused at the moment of connecting (%s)', async (scheme) => {
    const seen = ['93.184.216.34', '127.0.0.1'];
    const guard = new OutboundGuard(nobody, () => Promise.resolve([seen.shift() ?? '127.0.0.1']));
    const url = `${scheme}://rebinds.example/`;
    await expect(guard.checkUrl(url)).resolves.toBe(undefined);
    await expect(requested(guard, url)).resolves.toMatchObject({ code: 'address_not_public' });
    expect(seen).toEqual([]);
  });
});

describe('a connection that ended at another address than was checked', () => {
  it('is closed before a byte is written', async () => {
    let received = 0;
    const closed = Promise.withResolvers<void>();
    const server = createServer((socket) => {
      socket.on('data', (data) => (received += data.length));
      socket.on('error', () => undefined).on('close', () => closed.resolve());
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const agent = guardedAgent(new http.Agent(), {
      accepts: () => false,
      addressesOf: () => Promise.resolve(['127.0.0.1']),
    });

    const { port } = server.address() as AddressInfo;
    const error = new Promise((resolve) => {
      http.get(`http://elsewhere.example:${port}/`, { agent }).once('error', resolve);
    });

    await expect(error).resolves.toMatchObject({ code: 'address_not_public' });
    await closed.promise;
    expect(received).toBe(0);
    server.close();
  });
});
