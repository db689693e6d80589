/** A webhook receiver whose answers are drawn; it remembers what reached it. */
import { ofDelivery } from '@app/contracts';
import {
  WebhookClient,
  type WebhookAnswer,
  type WebhookRequest,
} from '../../apps/worker/src/effects/webhook/webhook.client.js';
import type { Dice } from './dice.js';

const ANSWERS: readonly WebhookAnswer[] = [
  { kind: 'status', status: 204, excerpt: '' },
  { kind: 'status', status: 500, excerpt: 'sorry' },
  { kind: 'status', status: 429, retryAfterMs: 120_000, excerpt: '' },
  { kind: 'timeout', excerpt: '' },
  { kind: 'unreachable', why: ofDelivery('connection_failed', { error: 'ECONNRESET' }), excerpt: '' },
];

export class SimulatedReceiver extends WebhookClient {
  /** The `webhook-id` of everything that was taken. */
  readonly taken = new Set<string>();
  dice!: Dice;

  override async post({ headers }: WebhookRequest): Promise<WebhookAnswer> {
    const answer = this.dice.chance(0.3) ? this.dice.pick(ANSWERS) : ANSWERS[0]!;
    if (answer.kind === 'status' && answer.status < 300) this.taken.add(headers['webhook-id']!);
    return answer;
  }
}
