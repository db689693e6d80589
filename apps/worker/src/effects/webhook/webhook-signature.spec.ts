import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { signedHeaders } from './webhook-signature.js';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

describe('the signature of a webhook', () => {
  it.each([
    '{"type":"application.rejected"}',
    '{"words":"Дякуємо 谢谢 ありがとう شكرا תודה 🙏🏽"}',
    '{"name":"\u202Eleft\u202C \u200F\\"quoted\\""}',
    '{"lone":"\uD800"}',
    '',
  ])('verifies with the reference library: %s', (body) => {
    const headers = signedHeaders({ id: 'dlv_1', at: new Date(), body, secrets: [secret] });
    const arrived = Buffer.from(body);
    expect(() => new Webhook(secret).verify(arrived, { ...headers }, { jsonParse: false })).not.toThrow();
  });

  it('does not verify for another body, id, time or secret', () => {
    const body = '{"a":1}';
    const headers = signedHeaders({ id: 'dlv_1', at: new Date(), body, secrets: [secret] });
    const later = String(Number(headers['webhook-timestamp']) + 1);
    const webhook = new Webhook(secret);
    expect(() => webhook.verify('{"a":2}', { ...headers })).toThrow();
    expect(() => webhook.verify(body, { ...headers, 'webhook-id': 'dlv_2' })).toThrow();
    expect(() => webhook.verify(body, { ...headers, 'webhook-timestamp': later })).toThrow();
    expect(() => new Webhook('whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD').verify(body, { ...headers })).toThrow();
  });

  it('verifies with the new secret and with the former one while both hold', () => {
    const former = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
    const headers = signedHeaders({ id: 'dlv_1', at: new Date(), body: '{}', secrets: [secret, former] });
    for (const known of [secret, former]) expect(() => new Webhook(known).verify('{}', { ...headers })).not.toThrow();
  });

  it('is stamped with whole seconds', () => {
    const at = new Date('2026-11-02T10:00:00.999Z');
    expect(signedHeaders({ id: 'dlv_1', at, body: '{}', secrets: [secret] })['webhook-timestamp']).toBe('1793613600');
  });

  it('is not made at an invalid date', () => {
    expect(() => signedHeaders({ id: 'dlv_1', at: new Date(Number.NaN), body: '{}', secrets: [secret] })).toThrow(
      'invalid date',
    );
  });
});

interface Vectors {
  sign: { secret: string; id: string; timestamp: number; payload: string; signature: string }[];
  bad_secrets: string[];
}

const vectorFile = fileURLToPath(new URL('../../../../../../shared/data/webhooks/vectors.json', import.meta.url));
const present = existsSync(vectorFile);
if (!present) process.stderr.write('Skipped: the Standard Webhooks vectors, ../shared/data/webhooks is not here.\n');

(present ? describe : describe.skip)('the vectors of the reference libraries', () => {
  const vectors = present ? (JSON.parse(readFileSync(vectorFile, 'utf8')) as Vectors) : { sign: [], bad_secrets: [] };

  it('are signed alike', () => {
    expect(vectors.sign.length).toBeGreaterThan(0);
    for (const { secret, id, timestamp, payload, signature } of vectors.sign) {
      expect(signedHeaders({ id, at: new Date(timestamp * 1000), body: payload, secrets: [secret] })).toEqual({
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signature,
      });
    }
  });

  it('name secrets that sign nothing', () => {
    expect(vectors.bad_secrets.length).toBeGreaterThan(0);
    for (const bad of vectors.bad_secrets) {
      expect(() => signedHeaders({ id: 'dlv_1', at: new Date(), body: '{}', secrets: [bad] })).toThrow('empty');
    }
  });
});
