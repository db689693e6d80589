/** What `npm start` runs, as a program: how it starts, refuses, ends, and what it leaves behind when it is killed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { captureMail } from '../../apps/local/src/captured-mail/captured-mail.js';
import { complaintOfSmtp } from '../../apps/local/src/reachable.js';
import { isAlive } from '../../apps/local/src/process-life.js';
import { Browser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';

const PATIENCE = 240_000;
const MAIN = join(process.cwd(), 'dist/apps/local/src/main.js');
const SIGN_IN = join(process.cwd(), 'dist/apps/local/src/sign-in-main.js');

class Program {
  output = '';
  readonly ended: Promise<number | null>;

  private constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = once(child, 'close').then(([code]) => code);
  }

  static run(settings: Record<string, string>, script = MAIN): Program {
    const env = { PATH: process.env.PATH, ...settings };
    return new Program(spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  async running(): Promise<void> {
    await eventually(() => this.output.includes('Ctrl-C ends it') || this.child.exitCode !== null, {
      within: PATIENCE,
    });
    expect(this.output).toContain('Rekindle runs.');
  }

  end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

async function listening(answer = ''): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => socket.on('error', () => undefined).end(answer)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

async function freePort(): Promise<number> {
  const { server, port } = await listening();
  server.close();
  await once(server, 'close');
  return port;
}

describe('npm start', () => {
  let dataDir: string;
  let port: number;
  let settings: Record<string, string>;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'rekindle-start-'));
    port = await freePort();
    settings = { DATA_DIR: dataDir, PORT: String(port) };
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  async function processesLeft(): Promise<number[]> {
    const services: Record<string, number> = JSON.parse(await readFile(join(dataDir, 'services.json'), 'utf8'));
    const postmaster = Number.parseInt(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
    return [...Object.values(services), postmaster];
  }

  it(
    'runs everything, refuses a second one beside it, and ends every process in order',
    async () => {
      const program = Program.run(settings);
      await program.running();
      const processes = await processesLeft();
      expect(processes.every(isAlive)).toBe(true);

      const token = /rkd_\S+/.exec(program.output)?.[0] ?? '';
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/applications`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(200);
      expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);

      const mail = `http://127.0.0.1:${port}/captured-mail`;
      expect((await fetch(mail)).status).toBe(401);
      const [link = ''] = /\S+\/sign-in#\S+/.exec(program.output) ?? [];
      expect(link).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/sign-in#rkc_[\\w-]{49}$`));
      const again = Program.run(settings, SIGN_IN);
      expect(await again.ended).toBe(0);
      const [another = ''] = again.output.split('\n');
      expect(another).not.toBe(link);
      for (const one of [link, another]) {
        const browser = new Browser(`http://127.0.0.1:${port}`, new URL(one).origin);
        expect((await browser.signIn({ code: new URL(one).hash.slice(1) })).status).toBe(201);
        expect((await browser.signIn({ demo: true })).status).toBe(403);
        expect((await fetch(mail, { headers: { cookie: browser.cookie } })).status).toBe(200);
      }
      expect(await readFile(join(dataDir, 'secrets.json'), 'utf8')).not.toContain('capturedMailKey');

      const second = Program.run({ ...settings, PORT: String(await freePort()) });
      expect(await second.ended).toBe(1);
      expect(second.output).toContain(`already runs on ${dataDir} (process ${program.child.pid})`);

      expect(await program.end('SIGTERM')).toBe(0);
      expect(processes.some(isAlive)).toBe(false);
    },
    PATIENCE,
  );

  it(
    'starts a killed service again, and ends whole when it is killed itself',
    async () => {
      const program = Program.run(settings);
      await program.running();
      const [worker = 0] = await processesLeft();
      process.kill(worker, 'SIGKILL');
      await eventually(async () => (await processesLeft())[0] !== worker, { within: 60_000 });
      expect(program.output).toContain('Worker ended unexpectedly (SIGKILL)');

      const processes = await processesLeft();
      await program.end('SIGKILL');
      const next = Program.run(settings);
      await next.running();
      expect(processes.some(isAlive)).toBe(false);
      expect(await next.end('SIGINT')).toBe(0);
    },
    PATIENCE,
  );

  it.each([
    ['a port that is no number', () => ({ PORT: 'many' }), 'PORT must be a whole number'],
    [
      'a database that is not there',
      () => ({ DATABASE_URL: 'postgres://u:sesame@127.0.0.1:1/x' }),
      'no Postgres answers',
    ],
    ['a Redis that is not there', () => ({ REDIS_URL: 'redis://:sesame@127.0.0.1:1' }), 'no usable Redis'],
    [
      'a refused password',
      () => ({ DATABASE_URL: (process.env.TEST_POSTGRES_URL ?? '').replace(/:[^:@]+@/, ':sesame@') }),
      'refused user "postgres" or its password',
    ],
  ])(
    'refuses %s in one line, without a password in it',
    async (_what, wrong, reason) => {
      const program = Program.run({ ...settings, PORT: String(await freePort()), ...wrong() });
      expect(await program.ended).toBe(1);
      const lines = program.output
        .trim()
        .split('\n')
        .filter((line) => line !== 'Starting Rekindle');
      expect(lines).toEqual([expect.stringContaining(reason)]);
      expect(program.output).not.toContain('sesame');
    },
    PATIENCE,
  );

  it(
    'refuses a taken port in one line',
    async () => {
      const { server, port: taken } = await listening();
      try {
        const onPort = Program.run({ ...settings, PORT: String(taken) });
        expect(await onPort.ended).toBe(1);
        expect(onPort.output).toContain(`Port ${taken} on 127.0.0.1 is taken; set PORT to another one`);
      } finally {
        server.close();
      }
    },
    PATIENCE,
  );

  it(
    'runs without the mail server it was told of, and says so in one line',
    async () => {
      const program = Program.run({ ...settings, SMTP_URL: 'smtp://u:sesame@127.0.0.1:1' });
      await program.running();
      expect(program.output).toContain(
        'SMTP_URL: no mail server answers at 127.0.0.1:1 (ECONNREFUSED). Everything else runs; mail waits and is tried again.',
      );
      expect(program.output).not.toContain('sesame');
      expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
      expect(await program.end('SIGTERM')).toBe(0);
    },
    PATIENCE,
  );
});

describe('the mail server that start was told of', () => {
  it.each([
    ['220 ready\r\n', null],
    ['554 go away\r\n', '(554 go away)'],
    ['', '(it hung up)'],
  ])('greets with %j', async (greeting, complaint) => {
    const { server, port } = await listening(greeting);
    const line = await complaintOfSmtp(`smtp://127.0.0.1:${port}`);
    server.close();
    expect(line).toEqual(complaint === null ? null : expect.stringContaining(complaint));
  });
});

describe('captured mail', () => {
  it('is on disk, byte for byte, when the server accepts it', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'rekindle-mail-'));
    const captured = await captureMail(dataDir);
    try {
      const raw = 'Subject: =?utf-8?q?=F0=9F=8C=B1?=\r\n\r\n.a line that begins with a dot\r\n';
      const { host, port } = { host: '127.0.0.1', port: Number(new URL(captured.url).port) };
      const sent = await createTransport({ host, port }).sendMail({
        envelope: { from: 'me@home.example', to: ['her@work.example'] },
        raw,
      });
      const [name = '', ...more] = await readdir(captured.directory);
      expect(sent.response).toBe(`250 Captured as ${name}`);
      expect(more).toEqual([]);
      expect(await readFile(join(captured.directory, name), 'latin1')).toBe(raw);
    } finally {
      await captured.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
