// Every script survives the whole way: composed, sent, received, read.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import { htmlFromText } from '@app/follow-ups';
import { composeMime } from '../../apps/worker/src/effects/email/letter-mime.js';
import { SmtpMailer } from '../../apps/worker/src/effects/email/smtp.mailer.js';
import { MANY_LINES, MANY_SCRIPTS } from '../support/many-scripts.js';
import { ScriptedSmtpServer } from '../support/scripted-smtp.server.js';

let server: ScriptedSmtpServer;
beforeAll(async () => {
  server = await ScriptedSmtpServer.listen();
});
afterAll(() => server.close());

const from = { name: 'Ann', address: 'ann@candidate.test' };
const to = { name: 'Rob', address: 'rob@recruiter.test' };

async function throughTheWire(letter: { name: string; subject: string; text: string }): Promise<ParsedMail> {
  const mime = await composeMime({
    from: { ...from, name: letter.name },
    to: { ...to, name: letter.name },
    subject: letter.subject,
    text: letter.text,
    html: htmlFromText(letter.text),
    messageId: '<one@candidate.test>',
    date: new Date('2026-11-02T08:00:00Z'),
  });
  const outcome = await new SmtpMailer(server.url).send({ from: from.address, to: to.address, mime }, async () => true);
  expect(outcome).toMatchObject({ kind: 'accepted' });
  const raw = server.messages.at(-1)!.raw;
  expect(raw.equals(mime)).toBe(true);
  return simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });
}

const names = (parsed: ParsedMail) =>
  [parsed.from, parsed.to].flat().flatMap((list) => list!.value.map((each) => each.name));

describe('a letter', () => {
  it.each(Object.entries(MANY_SCRIPTS))('in %s arrives unchanged', async (_, sample) => {
    const parsed = await throughTheWire({ name: sample, subject: sample, text: sample });
    expect(parsed.text?.trimEnd()).toBe(sample);
    expect(parsed.subject).toBe(sample);
    expect(names(parsed)).toEqual([sample, sample]);
    expect(parsed.html).toBe(htmlFromText(sample));
  });

  it('of many lines arrives unchanged, whatever its lines begin with', async () => {
    const parsed = await throughTheWire({ name: 'Ann', subject: 'Lines', text: MANY_LINES });
    expect(parsed.text?.replace(/\n$/, '')).toBe(MANY_LINES);
  });

  it('of everything at once arrives unchanged', async () => {
    const text = Object.values(MANY_SCRIPTS).join('\n\n');
    expect((await throughTheWire({ name: 'Ann', subject: 'All', text })).text?.replace(/\n$/, '')).toBe(text);
  });
});
