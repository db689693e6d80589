/** The headers by which a receiver knows a webhook is ours and unchanged (Standard Webhooks 1.0, symmetric `v1`). */
import { Webhook } from 'standardwebhooks';

export interface Signable {
  id: string;
  at: Date;
  body: string;
  /** The one that holds, and while it is changed the one before it: a receiver knows one of them. */
  secrets: readonly string[];
}

export interface SignedHeaders {
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

export function signedHeaders({ id, at, body, secrets }: Signable): SignedHeaders {
  const seconds = Math.floor(at.getTime() / 1000);
  if (Number.isNaN(seconds)) throw new RangeError(`Webhook ${id} cannot be signed at an invalid date.`);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
