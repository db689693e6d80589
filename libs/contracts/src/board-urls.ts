/** Which board, and which posting on it, a pasted job or careers URL means; and what a board may be called. */
import { decoded, isSomebodys, pageAddress } from './page-address.js';
import { BOARD_PROVIDERS, type BoardProvider } from './words.js';

export interface BoardPlace {
  provider: BoardProvider;
  slug: string;
  /** As the URL shows it; where a provider's pages and feed name a posting differently, the feed's id is found by it. */
  postingId: string | null;
}

interface BoardUrls {
  slug: RegExp;
  /** `path` is the URL's path in decoded segments. Null when the URL is none of theirs or names no board. */
  find(url: URL, path: string[]): { slug: string | undefined; postingId?: string | null } | null;
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const TOKEN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
/** Boards of the European hosts are other boards, even under the same name. */
const REGIONAL_TOKEN = /^(eu:)?[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

const BOARDS: Record<BoardProvider, BoardUrls> = {
  greenhouse: { slug: REGIONAL_TOKEN, find: greenhouse },
  lever: {
    slug: REGIONAL_TOKEN,
    find: ({ hostname }, path) => {
      const host = /^(?:jobs|api)(\.eu)?\.lever\.co$/.exec(hostname);
      if (host === null) return null;
      const [site, postingId] = path[0] === 'v0' ? path.slice(2) : path;
      return { slug: regional(host[1], site), postingId };
    },
  },
  ashby: {
    slug: /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$/,
    find: ({ hostname, searchParams }, path) => {
      if (hostname === 'api.ashbyhq.com') return { slug: path[2] };
      if (hostname !== 'jobs.ashbyhq.com') return null;
      return { slug: path[0], postingId: searchParams.get('ashby_jid') ?? path.find((segment) => UUID.test(segment)) };
    },
  },
  smartrecruiters: {
    slug: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
    find: ({ hostname }, path) => {
      if (!/^(jobs|careers|api|www)\.smartrecruiters\.com$/.test(hostname)) return null;
      const [slug, ...rest] = afterFirst(path, 'companies', 'company') ?? path;
      return { slug, postingId: rest.map((segment) => /^\d{6,}/.exec(segment)?.[0]).find(Boolean) };
    },
  },
  workable: {
    slug: TOKEN,
    find: ({ hostname }, path) => {
      const postingId = afterFirst(path, 'j', 'jobs')?.[0];
      const own = /^([a-z0-9-]+)\.workable\.com$/.exec(hostname)?.[1];
      if (own === undefined || own === 'jobs') return null;
      if (own !== 'apply' && own !== 'www') return { slug: own, postingId };
      const slug = afterFirst(path, 'accounts')?.[0] ?? path[0];
      return slug === 'j' || slug === 'api' ? null : { slug, postingId };
    },
  },
  recruitee: onOwnDomain('recruitee\\.com', afterO),
  personio: onOwnDomain('jobs\\.personio\\.(?:de|com)', (path) => afterFirst(path, 'job')?.[0]),
  teamtailor: onOwnDomain('teamtailor\\.com', numberAfterJobs),
  jsonld: { slug: /^https?:\/\/[^\s/?#@]+(?:[/?]\S*)?$/, find: anyPage },
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const POSTING_ID = /^[\p{L}\p{N}\p{M}_.~-]{1,200}$/u;
const LONGEST_URL = 2_000;
const MOST_PARAMETERS = 100;
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

function greenhouse({ hostname, searchParams }: URL, path: string[]) {
  const host = /^(?:boards|job-boards|boards-api|api)(\.eu)?\.greenhouse\.io$/.exec(hostname);
  if (host === null) return null;
  const embedded = searchParams.get('gh_jid') ?? searchParams.get('token');
  if (path[0] === 'embed')
    return { slug: regional(host[1], searchParams.get('for') ?? undefined), postingId: embedded };
  const [token, , postingId] = path[0] === 'v1' ? path.slice(2) : path;
  return { slug: regional(host[1], token), postingId: postingId ?? embedded };
}

function onOwnDomain(domain: string, postingIdIn: (path: string[]) => string | undefined): BoardUrls {
  // Teamtailor's North American boards stand one label deeper.
  const host = new RegExp(`^(${LABEL}(?:\\.na)?)\\.${domain}$`);
  return {
    slug: new RegExp(`^${LABEL}(?:\\.na)?$`),
    find: ({ hostname }, path) => {
      const slug = host.exec(hostname)?.[1];
      return slug === undefined || slug === 'www' || slug === 'api' ? null : { slug, postingId: postingIdIn(path) };
    },
  };
}

function afterO(path: string[]): string | undefined {
  return afterFirst(path, 'o')?.[0];
}

function numberAfterJobs(path: string[]): string | undefined {
  return /^\d+/.exec(afterFirst(path, 'jobs')?.[0] ?? '')?.[0];
}

function anyPage(url: URL, path: string[]) {
  if (AGGREGATORS.test(url.hostname)) return null;
  const postingId = EMBEDDED_IDS.map((name) => url.searchParams.get(name)).find((id) => id !== null);
  // Recruitee and Teamtailor show their boards on domains of the companies, with the paths of their own.
  return { slug: pageAddress(url), postingId: postingId ?? afterO(path) ?? numberAfterJobs(path) };
}

function isPage(slug: string): boolean {
  const url = URL.parse(slug);
  return url !== null && slug.length <= LONGEST_URL && pageAddress(url) === url.href && !isSomebodys(slug);
}

function regional(region: string | undefined, slug: string | undefined): string | undefined {
  return region === undefined || slug === undefined ? slug : `eu:${slug}`;
}

function afterFirst(path: string[], ...segments: string[]): string[] | undefined {
  const at = path.findIndex((segment) => segments.includes(segment));
  return at === -1 ? undefined : path.slice(at + 1);
}
