/** What becomes of a webhook delivery after an attempt: the schedule and the rules of Standard Webhooks 1.0. */
import { because, ofDelivery, type Sentence, within } from '@app/contracts';
import { spreadOf } from '@app/follow-ups';

export type DeliveryAnswer =
  | { kind: 'status'; status: number; retryAfterMs?: number }
  | { kind: 'timeout' }
  | { kind: 'unreachable'; why: Sentence }
  | { kind: 'refused'; why: Sentence };

export type Verdict =
  | { kind: 'delivered' }
  | { kind: 'retry'; at: Date; why: Sentence }
  | { kind: 'failed'; why: Sentence }
  | { kind: 'gone'; why: Sentence };

export interface Attempted {
  deliveryId: string;
  /** 1 for the first. */
  attempt: number;
  answer: DeliveryAnswer;
  now: Date;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
const JITTER = 0.1;
const THROTTLED_WAIT = MINUTE;
const LONGEST_RETRY_AFTER = 24 * HOUR;
const THROTTLING = new Set([429, 502, 503, 504]);

export function verdict({ deliveryId, attempt, answer, now }: Attempted): Verdict {
  if (answer.kind === 'status' && answer.status >= 200 && answer.status < 300) return { kind: 'delivered' };
  if (answer.kind === 'status' && answer.status === 410) {
    return { kind: 'gone', why: ofDelivery('receiver_gone', { of: 'delivery' }) };
  }

  const why = reason(answer);
  const scheduled = WAITS[attempt - 1];
  if (scheduled === undefined) return { kind: 'failed', why: givenUp(attempt, why) };
  const wait = Math.max(
    Math.round(scheduled * (1 + JITTER * (spreadOf(`${deliveryId}:${attempt}`) * 2 - 1))),
    isThrottled(answer) ? THROTTLED_WAIT : 0,
    askedFor(answer),
  );
  return { kind: 'retry', at: new Date(now.getTime() + wait), why };
}

function isThrottled(answer: DeliveryAnswer): boolean {
  return answer.kind === 'timeout' || (answer.kind === 'status' && THROTTLING.has(answer.status));
}

function askedFor(answer: DeliveryAnswer): number {
  return answer.kind === 'status' ? Math.min(answer.retryAfterMs ?? 0, LONGEST_RETRY_AFTER) : 0;
}

function reason(answer: DeliveryAnswer): Sentence {
  if (answer.kind === 'timeout') return ofDelivery('no_answer_in_time');
  if (answer.kind === 'unreachable') return because(ofDelivery('unreachable'), answer.why);
  if (answer.kind === 'refused') return because(ofDelivery('not_sent'), answer.why);
  const { status } = answer;
  return ofDelivery(status >= 300 && status < 400 ? 'redirected' : 'answered', { status });
}

function givenUp(attempts: number, last: Sentence): Sentence {
  const { code, facts } = ofDelivery('given_up', { attempts });
  return { code, facts: { ...facts, ...within('last', last) } };
}
