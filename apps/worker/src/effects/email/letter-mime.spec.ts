import { describe, expect, it } from '@jest/globals';
import { composeMime, type LetterContent } from './letter-mime.js';

const LETTER: LetterContent = {
  from: { name: 'Ann', address: 'ann@candidate.test' },
  to: { name: 'Rob', address: 'rob@recruiter.test' },
  subject: 'Thank you',
  text: 'Hello',
  html: '<p>Hello</p>',
  messageId: '<one@candidate.test>',
  date: new Date('2026-11-02T08:00:00Z'),
};

/** Unfolded header lines, by lower-case name. */
async function headersOf(change: Partial<LetterContent> = {}): Promise<Map<string, string>> {
  const mime = (await composeMime({ ...LETTER, ...change })).toString('utf8');
  const lines = mime
    .slice(0, mime.indexOf('\r\n\r\n'))
    .replaceAll(/\r\n[ \t]/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.split(':', 1)[0]!.toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  expect(headers.size).toBe(lines.length);
  return headers;
}

const PLAIN_HEADERS = ['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type'].sort();

describe('a letter', () => {
  it('has only the headers a letter needs, and says nothing of the program', async () => {
    const headers = await headersOf();
    expect([...headers.keys()].sort()).toEqual(PLAIN_HEADERS);
    expect(Object.fromEntries(headers)).toMatchObject({
      from: 'Ann <ann@candidate.test>',
      to: 'Rob <rob@recruiter.test>',
      subject: 'Thank you',
      'message-id': '<one@candidate.test>',
      date: 'Mon, 02 Nov 2026 08:00:00 +0000',
      'content-type': expect.stringMatching(/^multipart\/alternative/),
    });
  });

  it('has text and HTML in UTF-8, in that order, with CRLF line ends only and short lines', async () => {
    const mime = (
      await composeMime({ ...LETTER, text: 'one\ntwo\r\nthree\rfour', html: `<p>${'x'.repeat(3000)}</p>` })
    ).toString();
    expect([...mime.matchAll(/^Content-Type: (text\/\w+); charset=utf-8/gm)].map(([, type]) => type)).toEqual([
      'text/plain',
      'text/html',
    ]);
    expect(mime).toContain('\r\n\r\none\r\ntwo\r\nthree\r\nfour\r\n');
    expect(mime.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(mime.endsWith('\r\n')).toBe(true);
    expect(Math.max(...mime.split('\r\n').map((line) => line.length))).toBeLessThan(100);
  });

  it('goes into a thread', async () => {
    const headers = await headersOf({ inReplyTo: 'b@x.test', references: ['<a@x.test>', 'b@x.test'] });
    expect(headers.get('in-reply-to')).toBe('<b@x.test>');
    expect(headers.get('references')).toBe('<a@x.test> <b@x.test>');
  });

  it.each(['', '  ', '<a@x>\r\nBcc: eve@evil.test', 'two words', '<a@x> <b@x>'])(
    'leaves out the thread id %j',
    async (id) => {
      const headers = await headersOf({ inReplyTo: id, references: [id] });
      expect([...headers.keys()].sort()).toEqual(PLAIN_HEADERS);
    },
  );

  it('is Auto-Submitted only when it says so', async () => {
    expect((await headersOf({ autoSubmitted: true })).get('auto-submitted')).toBe('auto-generated');
    expect((await headersOf({ autoSubmitted: false })).has('auto-submitted')).toBe(false);
  });

  it.each(['\r\n', '\n', '\r', '\r\n ', '\0', '\u0085', '\v'])(
    'keeps %j in a subject or a name from starting a header',
    async (breaker) => {
      const evil = `Hi${breaker}Bcc: eve@evil.test${breaker}${breaker}<b>body</b>`;
      const headers = await headersOf({
        subject: evil,
        from: { ...LETTER.from, name: evil },
        to: { ...LETTER.to, name: evil },
      });
      expect([...headers.keys()].sort()).toEqual(PLAIN_HEADERS);
      expect(headers.get('subject')).toMatch(/^Hi +Bcc: eve@evil.test +<b>body<\/b>$/);
    },
  );

  it.each(['rob@a.test\r\nBcc: eve@evil.test', '<rob@a.test>', 'rob@a.test\0'])(
    'refuses the address %j',
    async (address) => {
      await expect(composeMime({ ...LETTER, to: { name: 'Rob', address } })).rejects.toThrow('is not a mail address');
    },
  );

  it.each(['rob@a.test, eve@evil.test', 'rob@a.test; eve@evil.test'])(
    'takes %j for one address, not two',
    async (address) => {
      expect((await headersOf({ to: { name: '', address } })).get('to')).toMatch(/^<"[^"]+"@evil\.test>$/);
    },
  );
});
