import { describe, expect, it } from '@jest/globals';
import { isWholeSecret, newSecret } from './secret.js';

describe('a new secret', () => {
  it('says what it is, and holds 32 random bytes and six characters that check them', () => {
    const secrets = Array.from({ length: 20 }, () => newSecret('rks'));
    for (const secret of secrets) {
      expect(secret).toMatch(/^rks_[\w-]{43}[\w-]{6}$/);
      expect(isWholeSecret(secret, 'rks')).toBe(true);
    }
    expect(new Set(secrets).size).toBe(20);
  });

  it.each<[string, (secret: string) => string]>([
    ['another letter', (secret) => secret.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['another first letter', (secret) => secret.replace(/(?<=^rks_)./, (first) => (first === 'A' ? 'B' : 'A'))],
    ['one letter less', (secret) => secret.slice(0, -1)],
    ['one letter more', (secret) => `${secret}A`],
    ['another kind', (secret) => secret.replace('rks_', 'rkc_')],
    ['nothing', () => ''],
  ])('is known not to be one with %s', (_what, spoil) => {
    expect(isWholeSecret(spoil(newSecret('rks')), 'rks')).toBe(false);
  });
});
