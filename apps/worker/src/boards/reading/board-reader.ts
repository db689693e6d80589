/** Reads one board once, all its pages, and says what came of it. Whatever a board does, it is an outcome. */
import { because, isBoardSlug, ofBoard, type BoardProvider, type Sentence } from '@app/contracts';
import { ParserEnded } from '../../parsers/parser-process.js';
import type { PageAnswer } from './board.client.js';
import type { BodyParser } from './body-parser.js';
import { CONNECTORS } from './connectors/connectors.js';
import { NothingShown, UnreadableBoard, type Connector, type Feed } from './connectors/connector.js';
import { concluded, cut, failed, missingOf, type Pages } from './pages.js';
import type { Named, PoliteAsking } from './polite-asking.js';
import { lookUpEach } from './posting-look-ups.js';
import type { Reading, Validators, Whereabouts } from '../rules/posting.js';

export interface BoardToRead extends Named {
  /** Of the last reading that was complete; null for a first one. */
  validators: Validators | null;
}

const MOST_PAGES = 200;
const LONGEST_READING_MS = 10 * 60_000;
/** Of all pages together. */
const MOST_POSTINGS = 50_000;
const MOST_MEGABYTES = 100;

export class BoardReader {
  constructor(
    private readonly asking: PoliteAsking,
    private readonly parser: BodyParser,
  ) {}

  async read(board: BoardToRead): Promise<Reading> {
    try {
      if (!isBoardSlug(board.provider, board.slug)) {
        return failed(ofBoard('not_a_board', { slug: board.slug.slice(0, 100), provider: board.provider }));
      }
      return await this.readFeeds(CONNECTORS[board.provider], board);
    } catch (error) {
      if (error instanceof NothingShown) return { ...failed(error.said), showsNothing: true };
      if (error instanceof UnreadableBoard || error instanceof ParserEnded) return failed(error.said);
      return failed(ofBoard('unreadable'));
    }
  }

  looksUp(provider: BoardProvider): boolean {
    return CONNECTORS[provider].single !== undefined;
  }

  async lookUp(board: Named, ids: readonly string[]): Promise<ReadonlyMap<string, Whereabouts>> {
    const connector = CONNECTORS[board.provider];
    const { single } = connector;
    if (single === undefined) return new Map();
    return lookUpEach(ids, {
      notFound: single.notFound,
      ask: (id) => this.asking.ask(connector, board, this.asking.addressOf(single.url(board.slug, id), board), null),
      parse: (body, id) => this.parser.single(board.provider, body, id),
    });
  }

  private async readFeeds(connector: Connector, board: BoardToRead): Promise<Reading> {
    let gone: Reading = { outcome: 'board_gone', why: ofBoard('no_such_board') };
    let asked = '';
    for (const [place, feed] of connector.feeds(board.slug).entries()) {
      const url = this.asking.addressOf(feed(0), board);
      if (url === asked) continue;
      asked = url;
      // Validators speak of one address, the first.
      const validates = place === 0 && !connector.readUnchanged;
      const first = await this.asking.ask(connector, board, url, validates ? board.validators : null);
      if (first.kind === 'not_modified') return { outcome: 'not_modified' };
      if (first.kind === 'failed') return failed(first.why, first.retryAfterSeconds);
      if (first.kind === 'page') {
        const page = validates ? first : { ...first, etag: null, lastModified: null };
        return concluded(await this.readPages(connector, board, feed, page), board.validators);
      }
      gone = { outcome: 'board_gone', why: first.why };
    }
    return gone;
  }

  private async readPages(
    connector: Connector,
    board: BoardToRead,
    feed: Feed,
    first: PageAnswer & { kind: 'page' },
  ): Promise<Pages> {
    const started = performance.now();
    const pages: Pages = { rows: [], problems: [], listed: 0, cutShort: null, first };
    const seen = new Set<string>();
    let bytes = first.body.bytes.length;
    const asked = { slug: board.slug, cursor: 0, movedTo: first.movedTo };
    let page = await this.parser.page(board.provider, first.body, asked);
    if (page.showsBoard !== undefined) return { ...pages, showsBoard: page.showsBoard };
    for (let count = 1; ; count += 1) {
      const fresh = page.rows.filter(({ posting }) => !seen.has(posting.id));
      for (const row of fresh) seen.add(row.posting.id);
      pages.rows = pages.rows.concat(page.rows);
      pages.problems = pages.problems.concat(page.problems);
      pages.listed += page.listed;
      if (count > 1 && page.rows.length > 0 && fresh.length === 0) return cut(pages, ofBoard('page_repeated'));
      if (page.next === null) return cut(pages, missingOf(page, pages));
      if (pages.listed > MOST_POSTINGS) return cut(pages, ofBoard('too_many_postings', { most: MOST_POSTINGS }));
      if (bytes > MOST_MEGABYTES * 1_000_000) {
        return cut(pages, ofBoard('too_many_megabytes', { most: MOST_MEGABYTES }));
      }
      if (count === MOST_PAGES) return cut(pages, ofBoard('too_many_pages', { most: MOST_PAGES }));
      if (performance.now() - started > LONGEST_READING_MS) return cut(pages, ofBoard('too_slow'));

      const answer = await this.asking.ask(connector, board, this.asking.addressOf(feed(page.next), board), null);
      if (answer.kind !== 'page')
        return cut(pages, because(ofBoard('page_failed', { page: count + 1 }), whyOf(answer)));
      bytes += answer.body.bytes.length;
      try {
        page = await this.parser.page(board.provider, answer.body, { slug: board.slug, cursor: page.next });
        // Validators speak of one page; a board of several has none.
        if (page.listed > 0) pages.first = { etag: null, lastModified: null };
      } catch (error) {
        if (!(error instanceof UnreadableBoard)) throw error;
        return cut(pages, because(ofBoard('page_failed', { page: count + 1 }), error.said));
      }
    }
  }
}

function whyOf(answer: Exclude<PageAnswer, { kind: 'page' }>): Sentence {
  return answer.kind === 'not_modified' ? ofBoard('not_asked_for_changes') : answer.why;
}
