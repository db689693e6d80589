// What each thing a mail server can do means for the letter.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MailOutcome } from '../../apps/worker/src/effects/email/mailer.js';
import { RFC_LIMITS } from '../../apps/worker/src/effects/email/smtp-server.js';
import { SmtpMailer } from '../../apps/worker/src/effects/email/smtp.mailer.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';
import type { SmtpFault, SmtpMoment } from '../support/scripted-smtp.conversation.js';
import { eventually } from '../support/eventually.js';

/** Each is short only where the server hangs: a busy machine may not end a conversation earlier. */
const IMPATIENT_BEFORE_DATA = { ...RFC_LIMITS, connect: 300, untilData: 300 };
const IMPATIENT_AFTER_DATA = { ...RFC_LIMITS, finalReply: 600 };
const MESSAGE = {
  from: 'ann@candidate.test',
  to: 'rob@recruiter.test',
  mime: Buffer.from('Subject: Hello\r\n\r\nHello Rob\r\n'),
};

let server: ScriptedSmtpServer;
let questions: number;

const yes = async () => {
  questions += 1;
  return true;
};

function send(limits = RFC_LIMITS, beforeData = yes): Promise<MailOutcome> {
  return new SmtpMailer(server.url, limits).send(MESSAGE, beforeData);
}

function sendThrough(fault: SmtpFault): Promise<MailOutcome> {
  server.next(fault);
  if (fault.do !== 'hang') return send();
  return send(before.includes(fault.at) ? IMPATIENT_BEFORE_DATA : IMPATIENT_AFTER_DATA);
}

const lastConversation = () => server.conversations.at(-1)!;

beforeEach(() => {
  questions = 0;
});

afterEach(() => server.close());

const before: SmtpMoment[] = ['greeting', 'ehlo', 'mail', 'rcpt', 'data'];
const after: SmtpMoment[] = ['mid-body', 'final-dot', 'accepted'];
const failures = ['drop', 'reset', 'hang'] as const;
const cross = (moments: SmtpMoment[]): SmtpFault[] => moments.flatMap((at) => failures.map((act) => ({ at, do: act })));

describe.each([
  ['with PIPELINING', ['PIPELINING', '8BITMIME', 'SMTPUTF8']],
  ['without any extension', []],
])('a server %s', (_, extensions) => {
  beforeEach(async () => {
    server = await ScriptedSmtpServer.listen(extensions);
  });

  it('that takes the message: accepted, with its reply', async () => {
    expect(await send()).toEqual({ kind: 'accepted', reply: '250 2.0.0 Queued as SCRIPTED' });
    expect(server.messages).toMatchObject([{ from: MESSAGE.from, to: MESSAGE.to, raw: MESSAGE.mime }]);
    await eventually(() => lastConversation().commands.at(-1) === 'QUIT');
  });

  it.each(cross(before))(
    '$do at $at: surely not sent, and nobody asked to pass the point of no return',
    async (fault) => {
      expect(await sendThrough(fault)).toEqual({
        kind: 'not_sent',
        why: { code: expect.any(String), facts: expect.objectContaining({ server: `127.0.0.1:${server.port}` }) },
      });
      expect(questions).toBe(0);
      expect(server.messages).toEqual([]);
    },
  );

  it.each([...cross(after), { at: '354', do: 'drop' }, { at: '354', do: 'hang' }] satisfies SmtpFault[])(
    '$do at $at: nobody knows',
    async (fault) => {
      expect(await sendThrough(fault)).toEqual({
        kind: 'unconfirmed',
        why: { code: expect.any(String), facts: expect.any(Object) },
      });
      expect(questions).toBe(1);
      expect(server.messages).toHaveLength(fault.at === 'accepted' ? 1 : 0);
    },
  );

  it.each([
    ['greeting', '554 5.3.2 Closed for the day', true, 'connect'],
    ['greeting', '421 4.3.2 Too busy', false, 'connect'],
    ['ehlo', '421 4.7.0 Go away for now', false, 'connect'],
    ['mail', '451 4.3.0 Try later', false, 'sender'],
    ['mail', '421 4.3.2 Shutting down', false, 'sender'],
    ['mail', '550 5.7.1 Not from there', true, 'sender'],
    ['rcpt', '450 4.2.1 Greylisted, try again in 300 seconds', false, 'recipient'],
    ['rcpt', '550 5.1.1 No such user', true, 'recipient'],
    ['data', '451 4.5.0 Not now', false, 'data'],
    ['data', '554 5.5.1 No valid recipients', true, 'data'],
    ['354', '451 4.3.1 Disk full', false, 'data'],
    ['mid-body', '552 5.3.4 Too big', true, 'data'],
    ['final-dot', '451 4.3.1 Disk full', false, 'data'],
    ['final-dot', '421 4.3.2 Shutting down', false, 'data'],
    ['final-dot', '554 5.7.1 Looks like spam', true, 'data'],
  ] as const)('at %s answers "%s": refused, permanent %s, stage %s', async (at, reply, permanent, stage) => {
    server.next({ at, do: 'answer', reply });
    const [code, enhancedCode] = reply.split(' ');
    expect(await send()).toEqual({ kind: 'refused', code: Number(code), enhancedCode, permanent, reply, stage });
    expect(server.messages).toEqual([]);
  });

  it('that refuses one address refuses only that one', async () => {
    server.refuse(MESSAGE.to, '550 No such user');
    expect(await send()).toMatchObject({ kind: 'refused', code: 550, enhancedCode: null, stage: 'recipient' });
    const other = { ...MESSAGE, to: 'other@recruiter.test' };
    expect(await new SmtpMailer(server.url).send(other, yes)).toMatchObject({ kind: 'accepted' });
  });

  it('that is only slow is waited for', async () => {
    server.next({ at: 'final-dot', do: 'delay', milliseconds: 400 });
    expect(await send()).toMatchObject({ kind: 'accepted' });
  });

  it('whose answer has many lines gives one line', async () => {
    server.next({ at: 'rcpt', do: 'answer', reply: '550-5.1.1 No such user\r\n550 5.1.1 See our page' });
    const reply = '550-5.1.1 No such user 550 5.1.1 See our page';
    expect(await send()).toMatchObject({ kind: 'refused', enhancedCode: '5.1.1', reply });
  });
});

describe('the point of no return', () => {
  beforeEach(async () => {
    server = await ScriptedSmtpServer.listen();
  });

  it('is asked for once, after the 354 and before the first byte', async () => {
    const seen: unknown[] = [];
    await send(RFC_LIMITS, async () => {
      seen.push([lastConversation().replies.at(-1), lastConversation().bodyBytes]);
      return true;
    });
    expect(seen).toEqual([['354 Go ahead', 0]]);
  });

  it('not passed: the connection is dropped, no byte of the message arrived', async () => {
    expect(await send(RFC_LIMITS, async () => false)).toEqual({ kind: 'stopped' });
    await eventually(() => lastConversation().closed);
    expect(lastConversation().bodyBytes).toBe(0);
    expect(server.messages).toEqual([]);
  });

  it('that fails to be recorded: not sent, with the reason', async () => {
    const why = { code: 'not_recorded', facts: { said: 'database is gone' } };
    expect(await send(RFC_LIMITS, () => Promise.reject(new Error('database is gone')))).toEqual({
      kind: 'not_sent',
      why,
    });
    await eventually(() => lastConversation().closed);
    expect(lastConversation().bodyBytes).toBe(0);
  });

  it('passed too late, when the connection is gone: not sent, and the outcome waits for the answer', async () => {
    let answered = false;
    const outcome = await send(IMPATIENT_AFTER_DATA, async () => {
      await eventually(() => lastConversation().closed);
      answered = true;
      return true;
    });
    expect(outcome).toMatchObject({ kind: 'not_sent' });
    expect(answered).toBe(true);
    expect(lastConversation().bodyBytes).toBe(0);
  });

  it.each([
    ['250 2.0.0 Thanks already', 'not_sent'],
    ['451 4.3.1 Disk full', 'refused'],
  ])('is not passed for a server that answers "%s" before it has the message: %s', async (reply, kind) => {
    server.next({ at: '354', do: 'answer', reply });
    const outcome = await send(RFC_LIMITS, async () => {
      await eventually(() => lastConversation().closed);
      return true;
    });
    expect(outcome).toMatchObject({ kind });
    expect(lastConversation().bodyBytes).toBe(0);
  });
});

describe('the message', () => {
  beforeEach(async () => {
    server = await ScriptedSmtpServer.listen();
  });

  it.each([
    ['dots at line starts', 'a\r\n.\r\n..\r\n.b\r\n...\r\n.\r\n'],
    ['a dot as its first byte', '.first\r\nsecond\r\n'],
    ['long lines', `${'x'.repeat(5000)}\r\n${'.'.repeat(5000)}\r\n`],
    ['UTF-8', 'Дякую 🙏🏽\r\nشكرًا\r\n'],
    ['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0x80, 0x2e, 0x0d, 0x0a])],
    ['words of the protocol', 'QUIT\r\n\r\nRSET\r\nDATA\r\n'],
    ['many packets', '.line of some length\r\n'.repeat(30_000)],
  ])('arrives byte for byte: %s', async (_, content) => {
    const mime = Buffer.from(content);
    await new SmtpMailer(server.url).send({ ...MESSAGE, mime }, yes);
    expect(server.messages[0]?.raw.equals(mime)).toBe(true);
  });
});

describe('addresses', () => {
  const international = { ...MESSAGE, to: 'роб@приклад.укр' };

  it('a non-ASCII local part is announced where the server offers SMTPUTF8', async () => {
    server = await ScriptedSmtpServer.listen(['SMTPUTF8']);
    expect(await new SmtpMailer(server.url).send(international, yes)).toMatchObject({ kind: 'accepted' });
    expect(lastConversation().commands).toContain('MAIL FROM:<ann@candidate.test> SMTPUTF8');
    expect(server.messages[0]?.to).toBe('роб@xn--80aikifvh.xn--j1amh');
  });

  it('a non-ASCII local part is refused for good where it does not', async () => {
    server = await ScriptedSmtpServer.listen(['8BITMIME']);
    expect(await new SmtpMailer(server.url).send(international, yes)).toEqual({
      kind: 'refused',
      code: 553,
      enhancedCode: '5.6.7',
      permanent: true,
      stage: 'recipient',
      reply: expect.stringContaining('SMTPUTF8'),
    });
    expect(lastConversation().commands.some((command) => command.startsWith('MAIL'))).toBe(false);
  });

  it('an international domain alone needs nothing', async () => {
    server = await ScriptedSmtpServer.listen([]);
    await new SmtpMailer(server.url).send({ ...MESSAGE, to: 'rob@bücher.test' }, yes);
    expect(server.messages[0]?.to).toBe('rob@xn--bcher-kva.test');
  });

  it.each([
    '',
    'rob',
    '@recruiter.test',
    'rob@recruiter.test\r\nRCPT TO:<eve@evil.test>',
    'rob@a.test>\nDATA',
    '<rob@a.test>',
  ])('%j never reaches a server', async (to) => {
    server = await ScriptedSmtpServer.listen();
    const outcome = await new SmtpMailer(server.url).send({ ...MESSAGE, to }, yes);
    expect(outcome).toMatchObject({ kind: 'refused', permanent: true, enhancedCode: '5.1.3', stage: 'recipient' });
    expect(server.conversations).toEqual([]);
  });
});
