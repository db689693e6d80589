/** What an address means: which postings are one, and whether it leads to where a candidate says or to a provider that is known. */
import { type BoardPlace, recogniseBoard } from '@app/contracts';

export interface PostingAddress {
  /** Addresses of one posting have it in common. */
  key: string;
  /** On a provider's board or, as far as can be told, the page itself. */
  place: BoardPlace | null;
  /** Nobody's word: a provider's interface is asked. */
  isOfProvider: boolean;
}

export function postingAddress(url: string): PostingAddress {
  const place = recogniseBoard(url);
  if (place === null) return { key: withoutFragment(url), place, isOfProvider: false };
  if (place.provider === 'jsonld') return { key: place.slug, place, isOfProvider: false };
  const { provider, slug, postingId } = place;
  return { key: [provider, slug, postingId ?? ''].join(' '), place, isOfProvider: true };
}

function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
