/** Opaque secrets of ours: `<prefix>_`, 32 random bytes and their checksum, so that scanners find them and typing errors ask nobody. */
import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const LENGTH = 43;

export function newSecret(prefix: string): string {
  const start = `${prefix}_${randomBytes(32).toString('base64url')}`;
  return start + checksum(start);
}

/** Whether it may be one: as long as it should be, and what it says of itself is true. */
export function isWholeSecret(text: string, prefix: string): boolean {
  const start = text.slice(0, prefix.length + 1 + LENGTH);
  return text.startsWith(`${prefix}_`) && text === start + checksum(start);
}

/** Only hashes are stored and compared: how long a comparison takes tells nothing about a secret. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

function checksum(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return bytes.toString('base64url');
}
