// The mail server as the operator sets it up: TLS, user names and passwords, and what start-up says of it.
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import certificate from 'smtp-server/lib/tls-options.js';
import { RFC_LIMITS } from '../../apps/worker/src/effects/email/smtp-server.js';
import { SmtpMailer } from '../../apps/worker/src/effects/email/smtp.mailer.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';

const MESSAGE = {
  from: 'ann@candidate.test',
  to: 'rob@recruiter.test',
  mime: Buffer.from('Subject: Hi\r\n\r\nHi\r\n'),
};
const PASSWORD = 'p@ss wörd/#1';
const USER_INFO = `ann%40candidate.test:${encodeURIComponent(PASSWORD)}`;
const BASE64_PASSWORD = Buffer.from(PASSWORD).toString('base64');
const yes = async () => true;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function scripted(extensions?: string[]): Promise<ScriptedSmtpServer> {
  const server = await ScriptedSmtpServer.listen(extensions);
  closing.push(() => server.close());
  return server;
}

/** A whole mail server with a certificate that nobody signed; answers the port. */
async function realServer(options: SMTPServerOptions): Promise<number> {
  const { key, cert } = certificate();
  const server = new SMTPServer({
    key,
    cert,
    onAuth: ({ username, password }, _session, done) =>
      username === 'ann@candidate.test' && password === PASSWORD
        ? done(null, { user: username })
        : done(new Error('Wrong user name or password')),
    ...options,
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return (server.server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('TLS and credentials', () => {
  it.each([
    ['implicit TLS', { secure: true }, 'smtps'],
    ['STARTTLS', { secure: false }, 'smtp'],
  ])('%s with a user name and a password delivers', async (_, options, scheme) => {
    const port = await realServer(options);
    const mailer = new SmtpMailer(`${scheme}://${USER_INFO}@127.0.0.1:${port}?tls.rejectUnauthorized=false`);
    expect(await mailer.send(MESSAGE, yes)).toMatchObject({ kind: 'accepted' });
    expect(await mailer.verify()).toBeNull();
  });

  it.each([
    ['implicit TLS', { secure: true }, 'smtps'],
    ['STARTTLS', { secure: false }, 'smtp'],
  ])('%s with a certificate nobody signed sends nothing', async (_, options, scheme) => {
    const port = await realServer(options);
    const mailer = new SmtpMailer(`${scheme}://${USER_INFO}@127.0.0.1:${port}`);
    expect(await mailer.send(MESSAGE, yes)).toMatchObject({
      kind: 'not_sent',
      why: { code: 'tls_failed', facts: { said: expect.stringContaining('certificate') } },
    });
  });

  it('a wrong password sends nothing, and is the account’s trouble', async () => {
    const port = await realServer({ secure: true });
    const mailer = new SmtpMailer(`smtps://ann:wrong@127.0.0.1:${port}?tls.rejectUnauthorized=false`);
    const why = expect.objectContaining({ code: 'login_refused' });
    expect(await mailer.send(MESSAGE, yes)).toEqual({ kind: 'mailbox_refused', why });
  });

  it('a server that asks for a login at MAIL is trouble with the account, not with the letter', async () => {
    const server = await scripted();
    server.next({ at: 'mail', do: 'answer', reply: '530 5.7.0 Authentication required' });
    expect(await new SmtpMailer(server.url).send(MESSAGE, yes)).toMatchObject({ kind: 'mailbox_refused' });
  });

  it.each([
    ['534 5.7.9 Use an application password', 'mailbox_refused'],
    ['454 4.7.0 Temporary authentication failure', 'not_sent'],
  ])('a login answered "%s": %s', async (reply, kind) => {
    const server = await scripted();
    server.next({ at: 'auth', do: 'answer', reply });
    const mailer = new SmtpMailer(server.url.replace('//', `//${USER_INFO}@`));
    expect(await mailer.send(MESSAGE, yes)).toMatchObject({ kind });
    expect(server.conversations[0]!.commands.some((command) => command.startsWith('MAIL'))).toBe(false);
  });

  it.each([
    ['auth', `535 5.7.8 No: ${PASSWORD} ${BASE64_PASSWORD}`],
    ['auth', `535 5.7.8 No: ${Buffer.from(`\0ann@candidate.test\0${PASSWORD}`).toString('base64')}`],
    ['mail', `550 5.7.1 You said ${PASSWORD}`],
    ['accepted', `250 Ok ${PASSWORD}`],
  ] as const)('a server that echoes the password at %s does not bring it into the outcome', async (at, reply) => {
    const server = await scripted();
    const mailer = new SmtpMailer(server.url.replace('//', `//${USER_INFO}@`));
    server.next({ at, do: 'answer', reply });
    const outcome = JSON.stringify(await mailer.send(MESSAGE, yes));
    expect(outcome).toContain('***');
    expect(outcome).not.toContain(PASSWORD);
    expect(outcome).not.toContain(BASE64_PASSWORD);
  });

  it('an endless answer with control characters becomes one short line', async () => {
    const server = await scripted();
    server.next({ at: 'rcpt', do: 'answer', reply: `550 a\0b\x1b[31m${'x'.repeat(100_000)}` });
    const outcome = await new SmtpMailer(server.url).send(MESSAGE, yes);
    expect(outcome).toMatchObject({ kind: 'refused', reply: expect.stringMatching(/^550 a b \[31mx{480,490}$/) });
  });
});

describe('the password', () => {
  // Not the loopback by its name, and this machine all the same.
  const elsewhere = ({ port }: ScriptedSmtpServer, query = '') => `smtp://${USER_INFO}@0.0.0.0:${port}${query}`;
  const toldTo = ({ conversations }: ScriptedSmtpServer) => conversations.flatMap(({ commands }) => commands);

  it('is not told to a server without TLS that is not this machine, and a line says so', async () => {
    const server = await scripted();
    const mailer = new SmtpMailer(elsewhere(server));
    const why = expect.objectContaining({ code: 'no_tls' });
    expect(await mailer.send(MESSAGE, yes)).toEqual({ kind: 'mailbox_refused', why });
    const line = /offers no TLS, so the user name and password were not sent.*\?insecure=true/;
    expect(await mailer.verify()).toMatch(line);
    expect(toldTo(server).every((command) => command.startsWith('EHLO'))).toBe(true);
  });

  it.each(['?ignoreTLS=true', '?opportunisticTLS=true', '?insecure=false'])('is not either with %s', async (query) => {
    const server = await scripted();
    expect(await new SmtpMailer(elsewhere(server, query)).send(MESSAGE, yes)).toMatchObject({
      kind: 'mailbox_refused',
    });
    expect(toldTo(server).some((command) => command.startsWith('AUTH'))).toBe(false);
  });

  it('is told in clear where the operator allows it, and to this machine', async () => {
    const server = await scripted();
    const here = server.url.replace('//', `//${USER_INFO}@`);
    for (const url of [elsewhere(server, '?insecure=true'), here, here.replace('127.0.0.1', 'localhost')]) {
      expect(await new SmtpMailer(url).send(MESSAGE, yes)).toMatchObject({ kind: 'accepted' });
    }
    expect(toldTo(server).filter((command) => command.startsWith('AUTH PLAIN'))).toHaveLength(3);
  });

  it('is told by no way that the server does not offer', async () => {
    const server = await scripted(['AUTH XOAUTH2 GSSAPI NTLM']);
    const mailer = new SmtpMailer(server.url.replace('//', `//${USER_INFO}@`));
    const why = { code: 'no_login', facts: { server: expect.any(String), said: 'XOAUTH2, GSSAPI, NTLM' } };
    expect(await mailer.send(MESSAGE, yes)).toEqual({ kind: 'mailbox_refused', why });
    expect(toldTo(server).some((command) => command.startsWith('AUTH'))).toBe(false);
  });

  it('is not asked for by a server that offers no login: the mail goes without', async () => {
    const server = await scripted([]);
    const mailer = new SmtpMailer(server.url.replace('//', `//${USER_INFO}@`));
    expect(await mailer.send(MESSAGE, yes)).toMatchObject({ kind: 'accepted' });
  });
});

describe('what the server is told that we are called', () => {
  it.each([
    ['?name=crm.example.org', null, 'EHLO crm.example.org'],
    ['?name=crm.example.org', 'rekindle.example.org', 'EHLO crm.example.org'],
    ['', 'rekindle.example.org', 'EHLO rekindle.example.org'],
  ])('with %s in the URL and an installation at %s: %s', async (query, ehloName, said) => {
    const server = await scripted();
    await new SmtpMailer(`${server.url}${query}`, undefined, ehloName).send(MESSAGE, yes);
    expect(server.conversations[0]!.commands[0]).toBe(said);
  });

  it('is no nonsense', () => {
    expect(() => new SmtpMailer('smtp://mail.example?name=a%20b')).toThrow('?name=crm.example.org');
  });
});

describe('what start-up says', () => {
  it('nothing of a server that works', async () => {
    const server = await scripted();
    expect(await new SmtpMailer(server.url).verify()).toBeNull();
    expect(server.messages).toEqual([]);
  });

  it('one line of a server that cannot be reached, which also sends nothing', async () => {
    const mailer = new SmtpMailer(`smtp://${USER_INFO}@127.0.0.1:${await freePort()}`);
    const line = await mailer.verify();
    expect(line).toMatch(/^The conversation with the mail server 127\.0\.0\.1:\d+ failed: connect ECONNREFUSED .*$/);
    expect(await mailer.send(MESSAGE, yes)).toMatchObject({ kind: 'not_sent', why: { code: 'conversation_failed' } });
  });

  it('one line of a server that does not answer', async () => {
    const server = await scripted();
    server.next({ at: 'greeting', do: 'hang' });
    const line = await new SmtpMailer(server.url, { ...RFC_LIMITS, connect: 300 }).verify();
    expect(line).toBe(`The mail server 127.0.0.1:${server.port} did not answer in time`);
  });

  it('one line of a host that does not exist', async () => {
    const line = await new SmtpMailer('smtp://nowhere.invalid', { ...RFC_LIMITS, connect: 2000 }).verify();
    expect(line).toMatch(/^The mail server nowhere\.invalid:587 (was not found|did not answer in time)/);
  });

  it.each(['', 'mail.test', 'http://ann:hunter2@mail.test', 'smtp://', 'smtp:///path', 'ann:hunter2'])(
    'what is wrong with the URL %j, without its password',
    (url) => {
      const create = () => new SmtpMailer(url);
      expect(create).toThrow(/^The SMTP URL is not of the form smtp:\/\/user:password@host:port/);
      expect(create).not.toThrow(/hunter2/);
    },
  );
});
