/** Which board, and which posting on it, a pasted job or careers URL means; and what a board may be called. */
import { afterO, HOSTED_BOARDS, numberAfterJobs, type BoardUrls } from './board-hosts.js';
import { decoded, isSomebodys, namesPosting, pageAddress } from './page-address.js';
import { BOARD_PROVIDERS, type BoardProvider } from './words.js';

export interface BoardPlace {
  provider: BoardProvider;
  slug: string;
  /** As the URL shows it; where a provider's pages and feed name a posting differently, the feed's id is found by it. */
  postingId: string | null;
}

const BOARDS: Record<BoardProvider, BoardUrls> = {
  ...HOSTED_BOARDS,
  jsonld: { slug: /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/, find: anyPage },
};

const LONGEST_URL = 2_000;
const MOST_PARAMETERS = 100;
const POSTING_ID = /^[\p{L}\p{N}\p{M}_.~-]{1,200}$/u;
/** Where a page that shows somebody's board inside its own design keeps the posting's id. */
const EMBEDDED_IDS = ['gh_jid', 'ashby_jid', 'lever_id', 'lever_jid'];
/** Copies of everybody's ads: one that comes and goes there says nothing of the job. */
const AGGREGATORS =
  /(^|\.)(linkedin|indeed|glassdoor|stepstone|xing|monster|ziprecruiter|totaljobs|jooble|adzuna)\.[a-z.]{2,6}$/;

/**
 * Null for what is no http(s) URL, for aggregators, and for what would show others somebody's address or key. Any other page
 * is its own board, read for its JobPosting markup.
 */
export function recogniseBoard(text: string): BoardPlace | null {
  const url = webAddress(text);
  if (url === null) return null;
  const path = url.pathname.split('/').filter(Boolean).map(decoded);
  for (const provider of BOARD_PROVIDERS) {
    const found = BOARDS[provider].find(url, path);
    if (found === 'nobodys') return null;
    if (found?.slug === undefined || !isBoardSlug(provider, found.slug)) continue;
    const { slug, postingId } = found;
    return { provider, slug, postingId: postingId && POSTING_ID.test(postingId) ? postingId : null };
  }
  return null;
}

/** Boards are shared between candidates, so this address can be none's name: it holds what is somebody's alone. */
export function isPrivateAddress(text: string): boolean {
  const url = webAddress(text);
  return url !== null && recogniseBoard(text) === null && isSomebodys(pageAddress(url));
}

function webAddress(text: string): URL | null {
  const url = URL.parse(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || url.href.length > LONGEST_URL) return null;
  return url.searchParams.size <= MOST_PARAMETERS ? url : null;
}

/** Slugs become part of a URL, so each provider's are held to the characters it gives out. */
export function isBoardSlug(provider: BoardProvider, slug: string): boolean {
  return BOARDS[provider].slug.test(slug) && (provider !== 'jsonld' || isPage(slug));
}

function anyPage(url: URL, path: string[]) {
  if (AGGREGATORS.test(url.hostname)) return null;
  const ids = namesPosting(url) ? ['token'] : EMBEDDED_IDS;
  const postingId = ids.map((name) => url.searchParams.get(name)).find((id) => id !== null);
  // Recruitee and Teamtailor show their boards on domains of the companies, with the paths of their own.
  return { slug: pageAddress(url), postingId: postingId ?? afterO(path) ?? numberAfterJobs(path) };
}

function isPage(slug: string): boolean {
  const url = URL.parse(slug);
  return url !== null && slug.length <= LONGEST_URL && pageAddress(url) === url.href && !isSomebodys(slug);
}
