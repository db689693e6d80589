import { LETTER_KINDS, REMINDER_KINDS, say } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { renderLetter } from './letter.policy.js';
import { renderDigest, renderReminder } from './reminder.policy.js';
import { sentence } from './words/sentence.policy.js';
import { type SenderLack, senderLack } from './sender.policy.js';

const [name, email] = ['Olena Koval', 'olena@example.org'];

describe('whom a letter is from', () => {
  it.each<[{ name: string | null; email: string | null }, SenderLack | null]>([
    [{ name, email }, null],
    [{ name, email: null }, 'address'],
    [{ name: null, email }, 'name'],
    [{ name: null, email: null }, 'name_and_address'],
  ])('%j on a real mail server lacks %s, and nothing where mail is captured', (sender, lack) => {
    expect(senderLack(sender, false)).toBe(lack);
    expect(senderLack(sender, true)).toBeNull();
  });

  it('is told what is missing, and where to set it', () => {
    for (const lack of ['name', 'address', 'name_and_address']) {
      const text = sentence(say('sender_missing', { missing: lack }), 'en');
      expect(lack.split('_and_').filter((part) => !text.includes(part))).toEqual([]);
      expect(text).toContain('/api/v1/me');
    }
  });
});

describe('without a name', () => {
  it.each(LETTER_KINDS)('a %s ends with its last words', (kind) => {
    const { text } = renderLetter({
      kind,
      candidate: { name: null },
      contact: { name: 'Maria Kowalska', country: null, greeting: null, role: 'recruiter', companyName: 'Acme' },
      wasTold: true,
      looking: true,
      companyName: 'Acme',
      vacancy: { title: 'Engineer', location: null, url: null },
      rejection: null,
      reopened: null,
    });
    expect(text.endsWith('\n\nKind regards,')).toBe(true);
    expect(text).not.toContain('null');
  });

  it.each(REMINDER_KINDS)('the reminder %s greets nobody by name', (kind) => {
    const { text } = renderReminder(kind, {
      id: 'x',
      candidateName: null,
      timezone: 'UTC',
      publicUrl: 'http://127.0.0.1:3000',
    });
    expect(text).toMatch(/^Hello,\n\n/);
    expect(text).not.toContain('null');
  });

  it('nor does a digest', () => {
    const facts = {
      id: 'x',
      candidateName: null,
      timezone: 'UTC',
      publicUrl: 'http://127.0.0.1:3000',
      at: new Date(0),
    };
    expect(renderDigest([{ subject: 'One', text: 'Text' }], facts).text).toMatch(/^Hello,\n\n1\. One/);
  });
});
