/** Spreads what would all come at once: the same key falls on the same place every time. */

/** FNV-1a over UTF-8 with a final mix (its high bits hardly move between similar keys), as a number in [0, 1). */
export function spreadOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
