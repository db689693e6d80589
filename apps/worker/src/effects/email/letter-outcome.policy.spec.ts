import { describe, expect, it } from '@jest/globals';
import { settle, settleLate } from './letter-outcome.policy.js';
import type { MailStage, Refusal } from './mailer.js';

function refused(enhancedCode: string | null, given: Partial<Refusal> = {}): Refusal {
  const code = given.code ?? 550;
  const reply = `${code} ${enhancedCode ?? ''} as they said`;
  return { kind: 'refused', code, enhancedCode, permanent: code >= 500, reply, stage: 'recipient', ...given };
}

describe('what the server answered', () => {
  it('a 250 is sent', () => {
    expect(settle({ kind: 'accepted', reply: '250 OK' }, 1)).toEqual({ state: 'sent', why: '250 OK' });
  });
  it('no answer after the first byte is unconfirmed, in every try', () => {
    for (const attempt of [1, 12, 50]) {
      expect(settle({ kind: 'unconfirmed', why: 'gone' }, attempt)).toEqual({ state: 'unconfirmed', why: 'gone' });
    }
  });
  it.each<[string, Refusal]>([
    ['a 4xx', refused('4.2.2', { code: 452 })],
    ['a 4xx about the message', refused('4.3.0', { code: 451, stage: 'data' })],
    ['a server that turns everybody away', refused(null, { code: 554, stage: 'connect' })],
  ])('%s is tried again five minutes later', (_answer, outcome) => {
    expect(settle(outcome, 1)).toEqual({ state: 'retrying', why: outcome.reply, afterMinutes: 5 });
  });
  it('an unreachable server is tried again five minutes later', () => {
    expect(settle({ kind: 'not_sent', why: 'unreachable' }, 1)).toMatchObject({ state: 'retrying', afterMinutes: 5 });
  });
});

describe('a 5xx fails', () => {
  it.each<[string, string | null, number, MailStage, boolean]>([
    ['no such mailbox', '5.1.1', 550, 'recipient', true],
    ['no such mailbox, said after the message', '5.1.1', 550, 'data', true],
    ['no such domain', '5.1.2', 550, 'recipient', true],
    ['moved without a forwarding address', '5.1.6', 551, 'recipient', true],
    ['a domain that takes no mail', '5.1.10', 556, 'recipient', true],
    ['no route to them', '5.4.4', 550, 'recipient', true],
    ['no such mailbox, in an old server’s words', null, 550, 'recipient', true],
    ['not local, in an old server’s words', null, 551, 'recipient', true],
    ['a full mailbox', '5.2.2', 552, 'recipient', false],
    ['a policy against us', '5.7.1', 550, 'recipient', false],
    ['a sender that is not ours', '5.7.1', 553, 'sender', false],
    ['a letter that looks like spam', '5.7.1', 554, 'data', false],
    ['a message refused, in an old server’s words', null, 550, 'data', false],
    ['a transaction refused, in an old server’s words', null, 554, 'recipient', false],
  ])('%s; the address is dead: %s', (_said, enhancedCode, code, stage, addressIsDead) => {
    const outcome = refused(enhancedCode, { code, stage });
    const endedWhy = addressIsDead ? 'address_bounced' : null;
    expect(settle(outcome, 1)).toEqual({ state: 'failed', why: outcome.reply, endedWhy });
  });
});

describe('tries', () => {
  const unreachable = { kind: 'not_sent', why: 'unreachable' } as const;
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
    expect(settle(unreachable, attempt)).toEqual({
      state: 'failed',
      why: `Given up after ${attempt} tries: unreachable`,
      endedWhy: null,
    });
  });
});

describe('a late no to what was parked meanwhile', () => {
  const later = settle(refused('4.3.0', { code: 451, stage: 'data' }), 1);
  it('is tried again where nobody has its place', () => {
    expect(settleLate(later, false)).toBe(later);
  });
  it('is the end where another letter to them has it', () => {
    const why = expect.stringMatching(/^451 4\.3\.0 as they said .*did not arrive/);
    expect(settleLate(later, true)).toEqual({ state: 'failed', why, endedWhy: 'already_pending' });
  });
  it('that ends it anyway is what it is, and so is a yes', () => {
    for (const settlement of [settle(refused('5.1.1'), 1), settle({ kind: 'accepted', reply: '250 OK' }, 1)]) {
      expect(settleLate(settlement, true)).toBe(settlement);
    }
  });
});
