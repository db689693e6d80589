/** The board of a provider behind a page that has no markup of its own: where it led to, what it embeds, where it says to apply. */
import { recogniseBoard, type BoardPlace, type BoardProvider } from '@app/contracts';

export interface PageLinks {
  /** Of frames and scripts, and those that scripts speak of. */
  embedded: string[];
  /** Of links and forms. */
  linked: string[];
}

const MOST_LINKS = 2_000;
const HOSTS =
  /(?:greenhouse\.io|lever\.co|ashbyhq\.com|smartrecruiters\.com|workable\.com|recruitee\.com|personio\.(?:de|com)|teamtailor\.com)(?:[/?#]|$)/i;
const IN_SCRIPTS =
  /(?:https?:)?\/\/[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,2}\.(?:greenhouse\.io|lever\.co|ashbyhq\.com)\/[\w./?=&%-]{1,300}/gi;
/** By these a page's own address says which posting it embeds, in the provider's own kind of id; any other number may be anything. */
const EMBEDDED_IDS: Partial<Record<BoardProvider, { names: string[]; id: RegExp }>> = {
  greenhouse: { names: ['gh_jid', 'token'], id: /^\d{1,20}$/ },
  ashby: { names: ['ashby_jid'], id: /^[\da-f-]{36}$/i },
  lever: { names: ['lever_id', 'lever_jid'], id: /^[\da-f-]{36}$/i },
};
const LONGEST_ADDRESS = 2_000;
const LONGEST_SCRIPT = 2_000_000;

export function keepLink(links: string[], address: string | undefined): void {
  if (address === undefined || address.length > LONGEST_ADDRESS || links.length >= MOST_LINKS) return;
  if (HOSTS.test(address)) links.push(address);
}

export function keepSpokenOf(links: string[], script: string): void {
  for (const [address] of script.slice(0, LONGEST_SCRIPT).matchAll(IN_SCRIPTS)) keepLink(links, address);
}

/** Null where it shows none, or several. The posting is null where neither the page nor its address says which one. */
export function shownBoard({ embedded, linked }: PageLinks, slug: string, movedTo: string | null): BoardPlace | null {
  for (const addresses of [movedTo === null ? [] : [movedTo], embedded, linked]) {
    const places = addresses.flatMap((address) => hostedAt(address) ?? []);
    const boards = new Set(places.map(({ provider, slug: name }) => `${provider} ${name}`));
    const [place] = places;
    if (place === undefined || boards.size > 1) continue;
    const postings = [...new Set(places.flatMap(({ postingId }) => postingId ?? []))];
    const shown = postings.length === 1 ? postings[0]! : null;
    return { ...place, postingId: embeddedIn(slug, place.provider) ?? shown };
  }
  return null;
}

function hostedAt(address: string): BoardPlace | null {
  const url = URL.parse(address, 'https://page.invalid/');
  const place = url === null ? null : recogniseBoard(url.href);
  return place === null || place.provider === 'jsonld' ? null : place;
}

function embeddedIn(slug: string, provider: BoardProvider): string | undefined {
  const { names = [], id } = EMBEDDED_IDS[provider] ?? {};
  const parameters = URL.parse(slug)?.searchParams;
  return names.map((name) => parameters?.get(name) ?? '').find((value) => id?.test(value));
}
