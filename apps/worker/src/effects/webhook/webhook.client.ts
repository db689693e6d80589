import type { DeliveryAnswer } from './webhook-retry.policy.js';

export interface WebhookRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** `excerpt`: the beginning of what the receiver answered, for the candidate to read; empty when there was nothing. */
export type WebhookAnswer = DeliveryAnswer & { excerpt: string };

/** Brings one webhook to one receiver, once. Never throws: whatever happens is an answer. */
export abstract class WebhookClient {
  abstract post(request: WebhookRequest): Promise<WebhookAnswer>;
}
