/** An `Idempotency-Key`. A page on plain http in a LAN has no `crypto.randomUUID`. */
const BYTES = 16;

export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(BYTES))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
