import { ofDelivery, refusal, within } from '@app/contracts';
import { deliverySentence } from '@app/follow-ups';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { verdict, type DeliveryAnswer, type Verdict } from './webhook-retry.policy.js';

const now = new Date('2026-11-02T10:00:00Z');
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const schedule = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400].map((seconds) => seconds * SECOND);

const after = (attempt: number, answer: DeliveryAnswer, deliveryId = '0198c0de-1'): Verdict =>
  verdict({ deliveryId, attempt, answer, now });
const status = (code: number, retryAfterMs?: number): DeliveryAnswer => ({
  kind: 'status',
  status: code,
  retryAfterMs,
});

function saidOf(result: Verdict): [string, string] {
  return [result.kind, 'why' in result ? deliverySentence(result.why, 'en') : ''];
}

function waitOf(result: Verdict): number {
  if (result.kind !== 'retry') throw new Error(`expected a retry, got ${result.kind}`);
  return result.at.getTime() - now.getTime();
}

describe('a delivery', () => {
  it.each([200, 201, 202, 204, 299])('is delivered by %i', (code) => {
    expect(after(1, status(code))).toEqual({ kind: 'delivered' });
  });

  it('is over, and its endpoint with it, at 410', () => {
    const why = ofDelivery('receiver_gone', { of: 'delivery' });
    expect(after(1, status(410))).toEqual({ kind: 'gone', why });
    expect(after(10, status(410))).toEqual({ kind: 'gone', why });
  });

  it.each<[DeliveryAnswer, string]>([
    [status(301), 'answered 301; redirects are not followed'],
    [status(307), 'answered 307; redirects are not followed'],
    [status(304), 'answered 304; redirects are not followed'],
    [status(400), 'answered 400'],
    [status(404), 'answered 404'],
    [status(500), 'answered 500'],
    [{ kind: 'timeout' }, 'no answer within the time limit'],
    [
      { kind: 'unreachable', why: ofDelivery('connection_failed', { error: 'ECONNREFUSED' }) },
      'unreachable: ECONNREFUSED',
    ],
    [
      { kind: 'unreachable', why: ofDelivery('closed_without_answer') },
      'unreachable: it closed the connection without an answer',
    ],
    [
      { kind: 'unreachable', why: refusal('host_unresolvable', { host: 'x' }) },
      'unreachable: The host "x" cannot be resolved. Check its spelling.',
    ],
    [
      { kind: 'refused', why: refusal('address_not_public', { host: 'x' }) },
      'not sent: The host "x" does not lead to a public address. An operator who trusts it can add it to OUTBOUND_ALLOW.',
    ],
    [
      { kind: 'refused', why: ofDelivery('sealed_with_another_key', { key: '0a', ours: '0b' }) },
      'not sent: The secret was sealed with key 0a, but REKINDLE_SECRET_KEY is key 0b. Start with the key it was sealed with.',
    ],
  ])('is tried again after %j', (answer, why) => {
    expect(saidOf(after(1, answer))).toEqual(['retry', why]);
  });

  it('has failed after the tenth attempt, and says so', () => {
    expect(after(9, status(500)).kind).toBe('retry');
    expect(after(10, status(500))).toEqual({
      kind: 'failed',
      why: { code: 'given_up', facts: { attempts: 10, ...within('last', ofDelivery('answered', { status: 500 })) } },
    });
    expect(saidOf(after(10, status(500)))).toEqual(['failed', 'answered 500; given up after 10 attempts']);
    expect(after(10, status(429, 60 * SECOND))).toMatchObject({ kind: 'failed' });
  });
});

describe('the wait after an attempt', () => {
  it.each(schedule.map((wait, index) => [index + 1, wait] as const))(
    '%i is %i ms, a tenth more or less',
    (attempt, wait) => {
      fc.assert(
        fc.property(fc.uuid(), (id) => {
          const actual = waitOf(after(attempt, status(500), id));
          expect(actual).toBeGreaterThanOrEqual(wait * 0.9);
          expect(actual).toBeLessThanOrEqual(wait * 1.1);
        }),
      );
    },
  );

  it('is the same whenever it is computed', () => {
    expect(after(3, status(500))).toEqual(after(3, status(500)));
  });

  it('differs between deliveries and attempts, so that they do not come in one herd', () => {
    const waits = Array.from({ length: 200 }, (_, n) => waitOf(after(4, status(500), `0198c0de-${n}`)));
    expect(new Set(waits).size).toBeGreaterThan(150);
    expect(waits.filter((wait) => wait < 2 * HOUR).length).toBeGreaterThan(60);
    expect(waits.filter((wait) => wait > 2 * HOUR).length).toBeGreaterThan(60);
    const shares = schedule.map((wait, index) => waitOf(after(index + 1, status(500))) / wait);
    expect(new Set(shares.map((share) => share.toFixed(3))).size).toBeGreaterThan(6);
  });

  it.each<DeliveryAnswer>([status(429), status(502), status(503), status(504), { kind: 'timeout' }])(
    'is at least a minute after %j',
    (answer) => {
      expect(waitOf(after(1, answer))).toBe(60 * SECOND);
      expect(waitOf(after(2, answer))).toBeGreaterThanOrEqual(270 * SECOND);
    },
  );

  it('is what the receiver asks for', () => {
    expect(waitOf(after(1, status(429, 90 * SECOND)))).toBe(90 * SECOND);
    expect(waitOf(after(1, status(500, 90 * SECOND)))).toBe(90 * SECOND);
  });

  it('is never sooner than the schedule, whatever the receiver asks for', () => {
    expect(waitOf(after(5, status(503, SECOND)))).toBeGreaterThanOrEqual(4.5 * HOUR);
    expect(waitOf(after(1, status(503, 0)))).toBe(60 * SECOND);
  });

  it.each([24 * HOUR + SECOND, 9e14, Number.MAX_VALUE, Infinity])(
    'is a day when the receiver asks for more: %s ms',
    (ms) => {
      expect(waitOf(after(1, status(503, ms)))).toBe(24 * HOUR);
    },
  );
});
