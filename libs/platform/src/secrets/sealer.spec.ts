import { describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { parseSecretKey, Sealer } from './sealer.js';

const key = randomBytes(32);
const sealer = new Sealer(key);
const aad = 'webhook_endpoint|secret|0198c0de';

describe('a sealed secret', () => {
  it.each(['hunter2', '', 'пароль 密码 كلمة السر 🔑', '"quoted"\r\n\0', 'x'.repeat(10_000)])(
    'opens again unchanged: %j',
    (plain) => {
      expect(sealer.open(sealer.seal(plain, aad), aad)).toBe(plain);
    },
  );

  it('names its format and its key and shows nothing else', () => {
    const kid = createHash('sha256').update(key).digest('hex').slice(0, 8);
    const sealed = sealer.seal('hunter2', aad);
    expect(sealed).toMatch(new RegExp(`^v1\\.${kid}\\.[\\w-]{16}\\.[\\w-]+\\.[\\w-]{22}$`));
    expect(sealed).not.toContain('hunter2');
  });

  it('is different each time, because the nonce is', () => {
    const sealed = Array.from({ length: 50 }, () => sealer.seal('hunter2', aad));
    expect(new Set(sealed.map((text) => text.split('.')[2])).size).toBe(50);
  });

  it('opens only where it was sealed for', () => {
    expect(() => sealer.open(sealer.seal('hunter2', aad), 'mailbox|password|0198c0de')).toThrow(
      expect.objectContaining({ code: 'sealed_secret_changed', facts: {} }),
    );
  });

  it('says that another key is needed, without naming any key material', () => {
    const other = new Sealer(randomBytes(32));
    expect(() => other.open(sealer.seal('hunter2', aad), aad)).toThrow(
      expect.objectContaining({
        code: 'sealed_with_another_key',
        facts: { key: expect.stringMatching(/^[0-9a-f]{8}$/), ours: expect.stringMatching(/^[0-9a-f]{8}$/) },
      }),
    );
  });

  it.each([2, 3, 4])('notices a changed part %i', (part) => {
    const parts = sealer.seal('hunter2', aad).split('.');
    const bytes = Buffer.from(parts[part] ?? '', 'base64url');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    parts[part] = bytes.toString('base64url');
    expect(() => sealer.open(parts.join('.'), aad)).toThrow(expect.objectContaining({ code: 'sealed_secret_changed' }));
  });

  it.each(['', 'hunter2', 'v2.00000000.a.b.c', 'v1.00000000.AAAA.AAAA.AAAA', 'v1....'])('is not %j', (text) => {
    expect(() => sealer.open(text, aad)).toThrow(expect.objectContaining({ code: 'not_a_sealed_secret' }));
  });

  it('with a tag cut short is not one', () => {
    expect(() => sealer.open(sealer.seal('hunter2', aad).slice(0, -6), aad)).toThrow(
      expect.objectContaining({ code: 'not_a_sealed_secret' }),
    );
  });
});

describe('the secret key', () => {
  it('is 32 bytes in base64, or in base64url', () => {
    expect(parseSecretKey(key.toString('base64'))).toEqual(key);
    expect(parseSecretKey(` ${key.toString('base64url')}\n`)).toEqual(key);
  });

  it.each([
    '',
    'short',
    randomBytes(31).toString('base64'),
    randomBytes(33).toString('base64'),
    randomBytes(32).toString('hex'),
    `${key.toString('base64').slice(0, 20)} ${key.toString('base64').slice(20)}`,
  ])('is refused with a way to make one: %j', (text) => {
    expect(() => parseSecretKey(text)).toThrow('REKINDLE_SECRET_KEY must be 32 bytes in base64. Make one with');
  });

  it('of another length makes no sealer', () => {
    expect(() => new Sealer(randomBytes(16))).toThrow('has 32 bytes, this one has 16');
  });
});
