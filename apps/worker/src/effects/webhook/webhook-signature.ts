/** The headers by which a receiver knows a webhook is ours and unchanged (Standard Webhooks 1.0, symmetric `v1`). */
import { Webhook } from 'standardwebhooks';

export interface Signable {
  id: string;
  at: Date;
  body: string;
  secret: string;
}

export interface SignedHeaders {
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

export function signedHeaders({ id, at, body, secret }: Signable): SignedHeaders {
  const seconds = Math.floor(at.getTime() / 1000);
  if (Number.isNaN(seconds)) throw new RangeError(`Webhook ${id} cannot be signed at an invalid date.`);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}
