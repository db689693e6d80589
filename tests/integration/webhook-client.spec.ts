import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { ofDelivery } from '@app/contracts';
import { newWebhookSecret, OutboundGuard, parseAllowList, type HostLookup } from '@app/platform';
import { Webhook } from 'standardwebhooks';
import { HttpWebhookClient } from '../../apps/worker/src/effects/webhook/http.webhook-client.js';
import { signedHeaders } from '../../apps/worker/src/effects/webhook/webhook-signature.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

jest.setTimeout(30_000);

const trusting = (lookup?: HostLookup) => new OutboundGuard(parseAllowList('127.0.0.1/32'), lookup);
const strict = (lookup?: HostLookup) => new OutboundGuard(parseAllowList(''), lookup);
const client = new HttpWebhookClient(trusting(), '1.2.3');
const impatient = new HttpWebhookClient(trusting(), '1.2.3', 2_000);
const failed = (error: string) => ofDelivery('connection_failed', { error });
const body = '{"type":"application.rejected"}';

let receiver: WebhookReceiver;
const post = (through = client, url = receiver.url) => through.post({ url, headers: {}, body });

beforeEach(async () => {
  receiver = await WebhookReceiver.start();
});
afterEach(() => receiver.stop());

describe('a webhook', () => {
  it('arrives as it was signed, in every script, and says who sends it', async () => {
    const secret = newWebhookSecret();
    const words =
      'Дякуємо, 谢谢, ありがとう, شكرا, תודה, ขอบคุณ, 🙏🏽 \u202Eleft\u202C "quoted" \'single\' \u2028 \\ </script>';
    const text = JSON.stringify({ type: 'application.rejected', data: { words } });
    const headers = { ...signedHeaders({ id: 'dlv_1', at: new Date(), body: text, secrets: [secret] }) };

    const answered = await client.post({ url: `${receiver.url}/вебхук?a=1`, headers, body: text });

    expect(answered).toEqual({ kind: 'status', status: 204, excerpt: '' });
    const received = await receiver.next();
    expect(received).toMatchObject({ method: 'POST', path: `/hook/${encodeURIComponent('вебхук')}?a=1` });
    expect(received.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
      'user-agent': 'Rekindle/1.2.3',
      'webhook-id': 'dlv_1',
    });
    expect(received.body.toString()).toBe(text);
    const verified = new Webhook(secret).verify(received.body, received.headers as Record<string, string>);
    expect(verified).toMatchObject({ data: { words } });
  });

  it('brings back the status, the wait asked for and the beginning of the text', async () => {
    const text = `${'é'.repeat(1_999)}🙏${'tail'.repeat(100)}`;
    receiver.answerWith({ kind: 'status', status: 503, headers: { 'retry-after': '120' }, body: text });
    await expect(post()).resolves.toEqual({
      kind: 'status',
      status: 503,
      retryAfterMs: 120_000,
      excerpt: `${'é'.repeat(1_999)}🙏`,
    });
  });

  it('reports text that a database can keep', async () => {
    receiver.answerWith({ kind: 'status', status: 500, body: Buffer.from([0x61, 0x00, 0xff, 0x62]) });
    await expect(post()).resolves.toMatchObject({ status: 500, excerpt: 'a\uFFFD\uFFFDb' });
  });

  it('is delivered over a connection that is kept', async () => {
    for (let n = 0; n < 5; n += 1) await expect(post()).resolves.toMatchObject({ status: 204 });
    expect(receiver.connections).toBeLessThan(5);
  });

  it('is brought anew when the receiver had closed the connection that was kept', async () => {
    await post();
    receiver.answerWith({ kind: 'reset' });
    await expect(post()).resolves.toMatchObject({ kind: 'status', status: 204 });
    expect(receiver.connections).toBe(2);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('%i is an answer and is not followed', async (status) => {
    const elsewhere = await WebhookReceiver.start();
    receiver.answerWith({ kind: 'status', status, headers: { location: elsewhere.url } });
    await expect(post()).resolves.toMatchObject({ kind: 'status', status });
    expect(elsewhere.connections).toBe(0);
    expect(receiver.requests).toHaveLength(1);
    await elsewhere.stop();
  });
});

describe('a receiver that draws things out', () => {
  it('with an endless body is cut off, and its status counts', async () => {
    receiver.answerWith({ kind: 'endless-body', status: 200 });
    const patient = new HttpWebhookClient(trusting(), '1.2.3', 600_000);
    await expect(post(patient)).resolves.toEqual({ kind: 'status', status: 200, excerpt: 'x'.repeat(2_000) });
    await (
      await receiver.next()
    ).disconnected;
  });

  it('with a body that stalls is left at the time limit, and its status counts', async () => {
    receiver.answerWith({ kind: 'stalled-body', status: 201, body: 'half' });
    await expect(post(impatient)).resolves.toEqual({ kind: 'status', status: 201, excerpt: 'half' });
    await (
      await receiver.next()
    ).disconnected;
  });

  it.each(['silence', 'slow-headers'] as const)('with %s runs into the time limit', async (kind) => {
    receiver.answerWith({ kind });
    await expect(post(impatient)).resolves.toEqual({ kind: 'timeout', excerpt: '' });
    await (
      await receiver.next()
    ).disconnected;
  });

  it('with a name that never resolves runs into the time limit', async () => {
    const guard = trusting(() => new Promise(() => undefined));
    const answered = post(new HttpWebhookClient(guard, '1.2.3', 2_000), 'http://slow.example/');
    await expect(answered).resolves.toEqual({ kind: 'timeout', excerpt: '' });
  });

  it('with a compressed bomb is read as it comes, never unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    receiver.answerWith({ kind: 'status', status: 200, headers: { 'content-encoding': 'gzip' }, body: bomb });
    const answered = await post();
    expect(answered).toMatchObject({ kind: 'status', status: 200 });
    expect(answered.excerpt.length).toBeLessThanOrEqual(2_000);
    expect(await receiver.next()).toMatchObject({ headers: { 'accept-encoding': 'identity' } });
  });

  it('with headers without end is given up', async () => {
    receiver.answerWith({ kind: 'status', status: 200, headers: { 'x-long': 'x'.repeat(100_000) } });
    await expect(post()).resolves.toMatchObject({ kind: 'unreachable', why: failed('HPE_HEADER_OVERFLOW') });
  });

  it('with another protocol in mind is given up', async () => {
    const upgrade = { connection: 'upgrade', upgrade: 'websocket' };
    receiver.answerWith({ kind: 'status', status: 101, headers: upgrade });
    const why = { code: 'closed_without_answer', facts: {} };
    await expect(post()).resolves.toEqual({ kind: 'unreachable', why, excerpt: '' });
  });
});

describe('a receiver that is not there', () => {
  it('is unreachable, with a reason and no address', async () => {
    const closed = await WebhookReceiver.start();
    const { url } = closed;
    await closed.stop();
    await expect(post(client, url)).resolves.toEqual({ kind: 'unreachable', why: failed('ECONNREFUSED'), excerpt: '' });
  });

  it('by name is unreachable', async () => {
    const guard = trusting(() => Promise.reject(new Error('ENOTFOUND')));
    const answered = await post(new HttpWebhookClient(guard, '1.2.3'), 'https://nowhere.example/');
    expect(answered).toMatchObject({
      kind: 'unreachable',
      why: { code: 'host_unresolvable', facts: { host: 'nowhere.example' } },
    });
  });

  it('drops the connection: unreachable', async () => {
    receiver.answerWith({ kind: 'reset' });
    await expect(post()).resolves.toEqual({ kind: 'unreachable', why: failed('ECONNRESET'), excerpt: '' });
    expect(receiver.requests).toHaveLength(1);
  });

  it('speaks no HTTP, or no TLS: unreachable', async () => {
    const gibberish = createServer((socket) => socket.on('error', () => undefined).end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((ready) => gibberish.listen(0, '127.0.0.1', ready));
    const address = gibberish.address();
    const port = typeof address === 'object' ? address?.port : 0;
    for (const scheme of ['http', 'https']) {
      await expect(post(client, `${scheme}://127.0.0.1:${port}/`)).resolves.toMatchObject({ kind: 'unreachable' });
    }
    gibberish.close();
  });

  it.each(['not a url', 'http://127.0.0.1:99999/'])('cannot be: %s', async (url) => {
    await expect(post(client, url)).resolves.toMatchObject({ kind: 'unreachable', excerpt: '' });
  });
});

describe('a private address', () => {
  it('is refused without the allow list, and nothing arrives', async () => {
    const answered = await post(new HttpWebhookClient(strict(), '1.2.3'));
    expect(answered).toMatchObject({ kind: 'refused', why: { code: 'address_not_public' } });
    expect(receiver.connections).toBe(0);
  });

  it.each(['http://2130706433', 'http://0x7f.1', 'http://[::ffff:127.0.0.1]', 'http://localhost'])(
    'is refused in another spelling: %s',
    async (origin) => {
      const answered = await post(new HttpWebhookClient(strict(), '1.2.3'), `${origin}:${receiver.port}/hook`);
      expect(answered).toMatchObject({ kind: 'refused' });
      expect(receiver.connections).toBe(0);
    },
  );

  it('is refused when a name that was public a moment ago leads to it', async () => {
    const seen = ['93.184.216.34', '127.0.0.1'];
    const guard = strict(() => Promise.resolve([seen.shift() ?? '127.0.0.1']));
    const url = `http://rebinds.example:${receiver.port}/hook`;
    await guard.checkUrl(url);
    await expect(post(new HttpWebhookClient(guard, '1.2.3'), url)).resolves.toMatchObject({ kind: 'refused' });
    expect(receiver.connections).toBe(0);
  });

  it('is reached by name when the operator trusts it', async () => {
    const guard = trusting(() => Promise.resolve(['::1', '127.0.0.1']));
    const url = `http://localhost:${receiver.port}/hook`;
    await expect(post(new HttpWebhookClient(guard, '1.2.3'), url)).resolves.toMatchObject({ status: 204 });
    expect(await receiver.next()).toMatchObject({ headers: { host: `localhost:${receiver.port}` } });
  });

  it('is refused, like any other, in a URL with credentials', async () => {
    const url = receiver.url.replace('http://', 'http://user:pass@');
    await expect(post(client, url)).resolves.toMatchObject({ kind: 'refused' });
    expect(receiver.connections).toBe(0);
  });
});
