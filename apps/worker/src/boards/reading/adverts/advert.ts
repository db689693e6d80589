/** What one ad says of its job, as a form takes it: whatever it does not say is left out. */
import type { BoardPlace, BoardProvider } from '@app/contracts';

export interface Advert {
  title: string | null;
  companyName: string | null;
  location: string | null;
  requirements: string | null;
}

export interface AdvertAsked {
  slug: string;
  /** As its address names the posting; null: the page is the posting. */
  postingId: string | null;
  /** The answer is this posting's alone. */
  isSingle: boolean;
  cursor: number;
  movedTo: string | null;
}

/** `next`: it is not on this page of the list; null, and there is no other. */
export type AdvertSeen = { advert: Advert } | { next: number | null } | { elsewhere: BoardPlace };

/** In the words of one provider: who the ad is of, and what it asks for, as markup. */
export interface AdvertWords {
  companyName: string | null;
  description: string | null;
  /** Where the ad keeps them apart from the rest. */
  requirements: string | null;
}

/** `id`: the feed's own. */
export type ReadWords = (body: string, id: string) => AdvertWords;
export type WordsOfProvider = Record<Exclude<BoardProvider, 'jsonld'>, ReadWords>;
