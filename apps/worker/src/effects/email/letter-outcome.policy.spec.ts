import { say } from '@app/contracts';
import { sentence } from '@app/follow-ups';
import { describe, expect, it } from '@jest/globals';
import { settle, settleLate } from './letter-outcome.policy.js';
import type { MailStage, Refusal } from './mailer.js';

function refused(enhancedCode: string | null, given: Partial<Refusal> = {}): Refusal {
  const code = given.code ?? 550;
  const reply = `${code} ${enhancedCode ?? ''} as they said`;
  return { kind: 'refused', code, enhancedCode, permanent: code >= 500, reply, stage: 'recipient', ...given };
}

const unreachable = { kind: 'not_sent', why: say('no_answer_in_time', { server: 'mail.example:25' }) } as const;

describe('what the server answered', () => {
  it('a 250 is sent', () => {
    expect(settle({ kind: 'accepted', reply: '250 OK' }, 1)).toEqual({
      state: 'sent',
      why: say('server_said', { said: '250 OK' }),
    });
  });
  it('no answer after the first byte is unconfirmed, in every try', () => {
    for (const attempt of [1, 12, 50]) {
      const why = say('sender_went_away');
      expect(settle({ kind: 'unconfirmed', why }, attempt)).toEqual({ state: 'unconfirmed', why });
    }
  });
  it.each<[string, Refusal]>([
    ['a 4xx', refused('4.2.2', { code: 452 })],
    ['a 4xx about the message', refused('4.3.0', { code: 451, stage: 'data' })],
    ['a server that turns everybody away', refused(null, { code: 554, stage: 'connect' })],
  ])('%s is tried again five minutes later', (_answer, outcome) => {
    expect(settle(outcome, 1)).toEqual({
      state: 'retrying',
      why: say('server_said', { said: outcome.reply }),
      afterMinutes: 5,
    });
  });
  it('an unreachable server is tried again five minutes later', () => {
    expect(settle(unreachable, 1)).toMatchObject({ state: 'retrying', afterMinutes: 5 });
  });
});

describe('a 5xx', () => {
  it.each<[string, string | null, string, MailStage, object]>([
    ['no such mailbox', '5.1.1', 'no such user', 'recipient', { state: 'failed', endedWhy: 'address_bounced' }],
    ['the same after the message', '5.1.1', 'no such user', 'data', { state: 'failed', endedWhy: 'address_bounced' }],
    ['a full mailbox', '5.2.2', 'over quota', 'recipient', { state: 'failed', endedWhy: null }],
    ['no word of why', null, 'no', 'recipient', { state: 'failed', endedWhy: null }],
    ['no relaying', null, 'relay not permitted', 'recipient', { state: 'held', of: 'account' }],
    ['a block list', '5.7.1', 'blocked using a list', 'connect', { state: 'held', of: 'account' }],
    ['a sender that is not ours', '5.7.1', 'sender not owned', 'sender', { state: 'held', of: 'sender' }],
    ['a letter that looks like spam', '5.7.1', 'looks like spam', 'data', { state: 'held', of: 'sender' }],
  ])('that says %s', (_said, enhancedCode, words, stage, expected) => {
    const outcome = refused(enhancedCode, { stage, reply: `550 ${enhancedCode ?? ''} ${words}` });
    const why = say('server_said', { said: outcome.reply });
    for (const tries of [1, 12, 50]) expect(settle(outcome, tries)).toEqual({ ...expected, why });
  });

  it('is not waited for: without a login, or without TLS for it, nothing is said to the server', () => {
    const why = say('no_tls', { server: 'mail.example:25' });
    expect(settle({ kind: 'mailbox_refused', why }, 50)).toEqual({ state: 'held', why, of: 'account' });
  });
});

describe('tries', () => {
  it('come ever more seldom over four to five days (RFC 5321), then end', () => {
    const pauses: number[] = [];
    let attempt = 1;
    for (let next = settle(unreachable, attempt); next.state === 'retrying'; next = settle(unreachable, attempt)) {
      pauses.push(next.afterMinutes);
      attempt += 1;
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    const days = pauses.reduce((sum, minutes) => sum + minutes, 0) / 1440;
    expect(days).toBeGreaterThan(4);
    expect(days).toBeLessThan(5);
    const end = settle(unreachable, attempt);
    expect(end).toMatchObject({ state: 'failed', endedWhy: null });
    expect(sentence(end.why, 'en')).toBe(
      `Given up after ${attempt} tries: The mail server mail.example:25 did not answer in time`,
    );
  });
});

describe('a late no to what was parked meanwhile', () => {
  const later = settle(refused('4.3.0', { code: 451, stage: 'data' }), 1);
  it('is tried again where nobody has its place', () => {
    expect(settleLate(later, false)).toBe(later);
  });
  it('is the end where another letter to them has it', () => {
    const end = settleLate(later, true);
    expect(end).toMatchObject({ state: 'failed', endedWhy: 'already_pending' });
    expect(sentence(end.why, 'en')).toMatch(/^451 4\.3\.0 as they said .*did not arrive/);
  });
  it('of us ends it there as well: it would take that place', () => {
    const ofUs = settle(refused('5.7.1', { stage: 'data' }), 1);
    expect(ofUs).toMatchObject({ state: 'held' });
    expect(settleLate(ofUs, false)).toBe(ofUs);
    expect(settleLate(ofUs, true)).toMatchObject({ state: 'failed', endedWhy: 'already_pending' });
  });
  it('that ends it anyway is what it is, and so is a yes', () => {
    for (const settlement of [settle(refused('5.1.1'), 1), settle({ kind: 'accepted', reply: '250 OK' }, 1)]) {
      expect(settleLate(settlement, true)).toBe(settlement);
    }
  });
});
