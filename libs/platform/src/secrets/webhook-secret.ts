import { randomBytes } from 'node:crypto';

/** A signing secret as Standard Webhooks 1.0 writes it: 24 to 64 random bytes, base64, after `whsec_`. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
