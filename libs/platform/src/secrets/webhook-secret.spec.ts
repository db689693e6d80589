import { describe, expect, it } from '@jest/globals';
import { newWebhookSecret } from './webhook-secret.js';

describe('a new webhook secret', () => {
  it('is whsec_ and 24 to 64 bytes in base64, never the same twice', () => {
    const secrets = Array.from({ length: 20 }, newWebhookSecret);
    for (const secret of secrets) {
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]+=*$/);
      expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32);
    }
    expect(new Set(secrets).size).toBe(20);
  });
});
