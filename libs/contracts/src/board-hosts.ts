/** The addresses of the providers that keep boards for companies: whose board one means, and which posting on it. */
import { namesPosting } from './page-address.js';
import type { BoardProvider } from './words.js';

export interface BoardUrls {
  slug: RegExp;
  /**
   * `path` is the URL's path in decoded segments. Null when the URL is none of theirs; without a slug it names no board, so
   * that it is a page like any other; `nobodys` is a page that all its companies share, or that stands behind a login.
   */
  find(
    url: URL,
    path: string[],
  ): { slug: string | undefined; postingId?: string | null | undefined } | 'nobodys' | null;
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const TOKEN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
/** Boards of the European hosts are other boards, even under the same name. */
const REGIONAL_TOKEN = /^(eu:)?[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])/i;
const NUMBER = /^\d+$/;
/** Where a company's name stands, and the provider itself is meant. */
const OF_ANY_PROVIDER =
  'www api docs developers help support status blog resources integrations partner partners'.split(' ');
const OF_WORKABLE = 'apply jobs careers jobseekers grow get'.split(' ');
/** The provider's service for recruiters and for candidates with an account. */
const BEHIND_A_LOGIN = /^(?:app|my|hire|login|auth)(?:\.(?:eu|na))?$/;

export const HOSTED_BOARDS: Record<Exclude<BoardProvider, 'jsonld'>, BoardUrls> = {
  greenhouse: on('greenhouse.io', REGIONAL_TOKEN, greenhouse),
  lever: on('lever.co', REGIONAL_TOKEN, (sub, path) => {
    const host = /^(?:jobs|api)(\.eu)?$/.exec(sub);
    if (host === null) return { slug: undefined };
    const [site, postingId = ''] = path[0] === 'v0' ? path.slice(2) : path;
    return site === 'embed' ? 'nobodys' : { slug: regional(host[1], site), postingId: uuidOf(postingId) };
  }),
  ashby: on('ashbyhq.com', /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$/, (sub, path, { searchParams }) => {
    if (sub === 'api') return { slug: path[2] };
    if (sub !== 'jobs') return { slug: undefined };
    const [slug = ''] = path;
    if (/^(?:api|b|embed|meeting)$/.test(slug) || UUID.test(slug)) return 'nobodys';
    return { slug: path[0], postingId: searchParams.get('ashby_jid') ?? path.map(uuidOf).find(Boolean) };
  }),
  smartrecruiters: on('smartrecruiters.com', /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, smartrecruiters),
  workable: on('workable.com', TOKEN, (sub, path) => {
    const shown = afterFirst(path, 'j', 'jobs')?.[0];
    // A shortcode is written in capitals, whoever typed it.
    const postingId = /^[0-9a-f]{10}$/i.test(shown ?? '') ? shown?.toUpperCase() : shown;
    const inApi = afterFirst(path, 'accounts')?.[0];
    if (sub !== 'apply' && sub !== 'www') return { slug: isOfProvider(sub, OF_WORKABLE) ? undefined : sub, postingId };
    const slug = inApi ?? (sub === 'apply' && !/^(?:api|i|j)$/.test(path[0] ?? '') ? path[0] : undefined);
    // Accounts are labels of a host name, and its API knows them in small letters only.
    return { slug: slug?.toLowerCase(), postingId };
  }),
  recruitee: onOwnDomain('recruitee.com', (path) => afterO(path) ?? numberIn(afterFirst(path, 'offers')?.[0])),
  personio: {
    slug: new RegExp(`^${LABEL}$`),
    find: ({ hostname }, path) => {
      const host = /^(?:(.+)\.)?personio\.(?:de|com)$/.exec(hostname);
      if (host === null) return null;
      const [, slug, isBoard] = /^(.+?)(\.jobs)?$/.exec(host[1] ?? '') ?? [];
      if (isBoard) return { slug, postingId: afterFirst(path, 'job')?.[0] };
      // Every company's own host is the service for its staff.
      return isOfProvider(slug ?? '', ['jobs']) ? { slug: undefined } : 'nobodys';
    },
  },
  teamtailor: onOwnDomain(
    'teamtailor.com',
    (path) => numberAfterJobs(path) ?? /^\d{5,}(?=-)/.exec(path[0] ?? '')?.[0],
    ['jobs'],
  ),
};

export function afterO(path: string[]): string | undefined {
  return afterFirst(path, 'o')?.[0];
}

export function numberAfterJobs(path: string[]): string | undefined {
  return numberIn(afterFirst(path, 'jobs')?.[0]);
}

/** `sub`: what stands before the domain, if anything does. */
type FindOn = (sub: string, path: string[], url: URL) => ReturnType<BoardUrls['find']>;

function on(domain: string, slug: RegExp, find: FindOn): BoardUrls {
  return {
    slug,
    find: (url, path) => {
      if (url.hostname !== domain && !url.hostname.endsWith(`.${domain}`)) return null;
      const sub = url.hostname.slice(0, -domain.length - 1);
      return BEHIND_A_LOGIN.test(sub) ? 'nobodys' : find(sub, path, url);
    },
  };
}

function onOwnDomain(
  domain: string,
  postingIdIn: (path: string[]) => string | undefined,
  ofProvider: string[] = [],
): BoardUrls {
  // Teamtailor's North American boards stand one label deeper.
  return on(domain, new RegExp(`^${LABEL}(?:\\.na)?$`), (sub, path) => ({
    slug: isOfProvider(sub, ofProvider) ? undefined : sub,
    postingId: postingIdIn(path),
  }));
}

function isOfProvider(sub: string, more: string[] = []): boolean {
  return sub === '' || OF_ANY_PROVIDER.includes(sub) || more.includes(sub);
}

function greenhouse(sub: string, path: string[], url: URL): ReturnType<BoardUrls['find']> {
  const host = /^(?:boards|job-boards|boards-api|api)(\.eu)?$/.exec(sub);
  if (host === null) return { slug: undefined };
  const { searchParams } = url;
  const asked = [searchParams.get('gh_jid'), searchParams.get('token')].find((id) => NUMBER.test(id ?? ''));
  if (path[0] === 'embed') {
    const board = searchParams.get('for') ?? undefined;
    return board === undefined && !namesPosting(url) ? 'nobodys' : { slug: regional(host[1], board), postingId: asked };
  }
  const [token, ...rest] = path[0] === 'v1' ? path.slice(2) : path;
  return { slug: regional(host[1], token), postingId: afterFirst(rest, 'jobs')?.[0] ?? asked };
}

/** Portals stand before the company, the posting after it: `/ni/<company>/<uuid>-<title>`. */
function smartrecruiters(sub: string, path: string[], { searchParams }: URL): ReturnType<BoardUrls['find']> {
  if (!/^(?:jobs|careers|api|www)$/.test(sub)) return { slug: undefined };
  const [first = ''] = path;
  if (first === 'my-applications') return 'nobodys';
  const [slug, ...rest] =
    afterFirst(path, 'companies', 'company') ??
    (/^(?:oneclick-ui|sr-jobs)?$/.test(first) ? [] : first === 'ni' ? path.slice(1) : path);
  const postingId = rest.map((segment) => uuidOf(segment) ?? NUMBERED.exec(segment)?.[0]).find(Boolean);
  if (sub === 'www' && postingId === undefined) return { slug: undefined };
  const named = slug ?? searchParams.get('company') ?? undefined;
  return named === undefined && first !== '' ? 'nobodys' : { slug: named, postingId };
}

/** A posting's number before its title; a UUID may begin with eight digits too. */
const NUMBERED = /^(?!\d{8}-[0-9a-f]{4}-[0-9a-f]{4}(?![0-9a-z]))\d{6,}(?=-|$)/i;

function uuidOf(segment: string): string | undefined {
  return UUID.exec(segment)?.[0].toLowerCase();
}

function numberIn(segment: string | undefined): string | undefined {
  return /^\d+/.exec(segment ?? '')?.[0];
}

function regional(region: string | undefined, slug: string | undefined): string | undefined {
  return region === undefined || slug === undefined ? slug : `eu:${slug}`;
}

function afterFirst(path: string[], ...segments: string[]): string[] | undefined {
  const at = path.findIndex((segment) => segments.includes(segment));
  return at === -1 ? undefined : path.slice(at + 1);
}
