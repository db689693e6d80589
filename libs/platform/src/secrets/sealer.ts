/** Seals secrets for the database with a key that is not in it. The `aad` ties a sealed text to its place. */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { SecretNotOpened } from './secret-not-opened.js';

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SHAPE = /^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]*\.[\w-]{22}$/;

export class Sealer {
  private readonly kid: string;

  constructor(private readonly key: Buffer) {
    if (key.length !== KEY_BYTES) throw new Error(`A sealing key has ${KEY_BYTES} bytes, this one has ${key.length}.`);
    this.kid = createHash('sha256').update(key).digest('hex').slice(0, 8);
  }

  seal(plain: string, aad: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(aad));
    const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    const parts = [nonce, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'));
    return [VERSION, this.kid, ...parts].join('.');
  }

  open(sealed: string, aad: string): string {
    if (!SHAPE.test(sealed)) throw SecretNotOpened.notSealed();
    const [, kid, ...encoded] = sealed.split('.');
    if (kid !== this.kid) throw SecretNotOpened.withAnotherKey({ key: kid!, ours: this.kid });
    const [nonce, ciphertext, tag] = encoded.map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer];
    const decipher = createDecipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(aad)).setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
    } catch {
      throw SecretNotOpened.changed();
    }
  }

  /** The same text at the same place has the same one, which tells nobody without the key what it is of. */
  fingerprint(text: string, place: string): string {
    return createHmac('sha256', this.key).update(`${place}\0${text}`).digest('base64url');
  }
}

/** Reads `REKINDLE_SECRET_KEY`. */
export function parseSecretKey(base64: string): Buffer {
  const text = base64.trim();
  const key = Buffer.from(text, 'base64');
  if (!/^[\w+/-]+={0,2}$/.test(text) || key.length !== KEY_BYTES) {
    throw new Error(
      `REKINDLE_SECRET_KEY must be ${KEY_BYTES} bytes in base64. Make one with: openssl rand -base64 ${KEY_BYTES}`,
    );
  }
  return key;
}
