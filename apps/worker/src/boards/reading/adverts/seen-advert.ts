import type { BoardProvider } from '@app/contracts';
import type { AdvertAsked, AdvertSeen } from './advert.js';
import { pageAdvert } from './page-advert.js';
import { postingAdvert } from './posting-advert.js';

/** Throws `UnreadableBoard` for what is none. */
export const seenAdvert = (provider: BoardProvider, body: string, asked: AdvertAsked): AdvertSeen =>
  provider === 'jsonld' ? pageAdvert(body, asked) : postingAdvert(provider, body, asked);
