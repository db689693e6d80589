/** Reads the one posting behind an address, and says what a form can take of it. Whatever is there, it is an outcome. */
import { type BoardPlace, ofBoard, postingProblem, recogniseBoard, type Sentence } from '@app/contracts';
import { ParserEnded } from '../../parsers/parser-process.js';
import type { Advert } from './adverts/advert.js';
import { problemOf } from './adverts/posting-problem.policy.js';
import type { PageAnswer } from './board.client.js';
import type { BodyParser } from './body-parser.js';
import { UnreadableBoard } from './connectors/connector.js';
import { CONNECTORS } from './connectors/connectors.js';
import type { PoliteAsking } from './polite-asking.js';

export interface PostingRead {
  advert: Advert | null;
  board: BoardPlace | null;
  problem: Sentence | null;
}

type Page = PageAnswer & { kind: 'page' };

/** In all, whatever is asked for and however long it takes to be parsed. */
export const READING_SECONDS = 10;
const MOST_PAGES = 20;
/** Any other would lead to another address. */
const PLAIN_ID = /^[\w-]{1,200}$/;
/** Where a provider's pages name a posting by its title, that it has no such id proves nothing. */
const NUMBER = /^\d+$/;

class Unread extends Error {
  constructor(readonly problem: Sentence) {
    super(problem.code);
  }
}

export class PostingReader {
  constructor(
    private readonly asking: PoliteAsking,
    private readonly parser: BodyParser,
    private readonly limitMs = READING_SECONDS * 1_000,
  ) {}

  async read(url: string): Promise<PostingRead> {
    const limit = new AbortController();
    const { promise: late, resolve: isLate } = Promise.withResolvers<PostingRead>();
    const timer = setTimeout(() => {
      limit.abort();
      isLate(unread(postingProblem('too_slow', { seconds: READING_SECONDS })));
    }, this.limitMs);
    try {
      return await Promise.race([this.readNow(url, limit.signal), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async readNow(url: string, signal: AbortSignal): Promise<PostingRead> {
    const place = recogniseBoard(url);
    const board = place === null || place.provider === 'jsonld' ? null : place;
    try {
      if (board !== null) return { advert: await this.posting(board, signal), board, problem: null };
      return await this.page(place?.slug ?? url, signal);
    } catch (error) {
      return { ...unread(whyUnread(error)), board };
    }
  }

  /** Asked for by itself where the provider answers for one, else found in its board's list. */
  private async posting(board: BoardPlace, signal: AbortSignal): Promise<Advert> {
    const { provider, slug, postingId } = board;
    if (postingId === null) throw new Unread(postingProblem('a_whole_board'));
    const { single } = CONNECTORS[provider];
    if (single !== undefined && PLAIN_ID.test(postingId)) {
      const answer = await this.ask(board, single.url(slug, postingId), signal);
      if (answer.kind === 'page') {
        const asked = { slug, postingId, isSingle: true, cursor: 0, movedTo: null };
        const seen = await this.parser.advert(provider, answer.body, asked);
        if ('advert' in seen) return seen.advert;
      }
      if (single.notFound === 'gone' && NUMBER.test(postingId)) throw new Unread(postingProblem('posting_not_listed'));
    }
    return await this.listed(board, signal);
  }

  private async listed(board: BoardPlace, signal: AbortSignal): Promise<Advert> {
    for (const feed of CONNECTORS[board.provider].feeds(board.slug)) {
      const first = await this.ask(board, feed(0), signal);
      if (first.kind !== 'page') continue;
      let answer: Page = first;
      let cursor = 0;
      for (let count = 1; count <= MOST_PAGES; count += 1) {
        const asked = { ...board, isSingle: false, cursor, movedTo: null };
        const seen = await this.parser.advert(board.provider, answer.body, asked);
        if ('advert' in seen) return seen.advert;
        if (!('next' in seen) || seen.next === null) break;
        cursor = seen.next;
        const next = await this.ask(board, feed(cursor), signal);
        if (next.kind !== 'page') break;
        answer = next;
      }
      throw new Unread(postingProblem('posting_not_listed'));
    }
    throw new Unread(postingProblem('not_there'));
  }

  private async page(slug: string, signal: AbortSignal): Promise<PostingRead> {
    const answer = await this.ask({ provider: 'jsonld', slug }, slug, signal);
    if (answer.kind !== 'page') throw new Unread(postingProblem('not_there'));
    const asked = { slug, postingId: null, isSingle: true, cursor: 0, movedTo: answer.movedTo };
    const seen = await this.parser.advert('jsonld', answer.body, asked);
    if ('advert' in seen) return { advert: seen.advert, board: null, problem: null };
    if (!('elsewhere' in seen)) throw new Unread(postingProblem('not_a_posting'));
    const board = seen.elsewhere;
    const advert = await this.posting(board, signal).catch((error: unknown) => whyUnread(error));
    return 'code' in advert ? { advert: null, board, problem: advert } : { advert, board, problem: null };
  }

  /** A page, or that there is none. */
  private async ask(
    board: Pick<BoardPlace, 'provider' | 'slug'>,
    url: string,
    signal: AbortSignal,
  ): Promise<Page | (PageAnswer & { kind: 'gone' })> {
    const connector = CONNECTORS[board.provider];
    const answer = await this.asking.ask(connector, board, this.asking.addressOf(url, board), null, signal);
    if (answer.kind === 'failed') throw new Unread(problemOf(answer.why, READING_SECONDS));
    if (answer.kind === 'not_modified') throw new Unread(problemOf(ofBoard('not_asked_for_changes'), READING_SECONDS));
    return answer;
  }
}

const unread = (problem: Sentence): PostingRead => ({ advert: null, board: null, problem });

function whyUnread(error: unknown): Sentence {
  if (error instanceof Unread) return error.problem;
  if (error instanceof UnreadableBoard || error instanceof ParserEnded) return problemOf(error.said, READING_SECONDS);
  return postingProblem('unreadable');
}
