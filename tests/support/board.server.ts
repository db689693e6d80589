/** A real HTTP server of job boards in each provider's own shape, whose boards change and misbehave as they are told. */
import { createHash } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BoardProvider } from '@app/contracts';
import { respond, type Behaviour } from './board-behaviours.js';
import { PERSONIO_PAGE } from './board-page-shapes.js';
import { SHAPES, type BoardAd } from './board-shapes.js';
import { SINGLES } from './board-single-shapes.js';

export type { BoardAd } from './board-shapes.js';

const PUBLISHED = new Date('2026-08-05T10:10:39Z');
/** Those that answer in pages, whatever is asked for. */
const PAGED: Partial<Record<BoardProvider, { offset: string; size: number }>> = {
  lever: { offset: 'skip', size: 100 },
  smartrecruiters: { offset: 'offset', size: 100 },
  teamtailor: { offset: 'offset', size: 100 },
};
/** A second group is the id of a single posting. */
const ROUTES: [BoardProvider, RegExp][] = [
  ['greenhouse', /^\/v1\/boards\/([^/]+)\/jobs(?:\/([^/]+))?$/],
  ['lever', /^\/v0\/postings\/([^/]+)(?:\/([^/]+))?$/],
  ['ashby', /^\/posting-api\/job-board\/([^/]+)$/],
  ['smartrecruiters', /^\/v1\/companies\/([^/]+)\/postings(?:\/([^/]+))?$/],
  ['workable', /^\/api\/v1\/widget\/accounts\/([^/]+)$/],
  ['workable', /^\/api\/v2\/accounts\/([^/]+)\/jobs\/([^/]+)$/],
  ['recruitee', /^\/recruitee\/([^/]+)\/api\/offers\/([^/]*)$/],
  ['personio', /^\/personio\/([^/]+)\/(?:xml)?$/],
  ['teamtailor', /^\/teamtailor\/([^/]+)\/jobs\.rss$/],
  ['jsonld', /^\/jsonld\/(.+)$/],
];

export interface BoardRequest {
  path: string;
  headers: IncomingHttpHeaders;
}

export function anAd(id: string, ad: Partial<BoardAd> = {}): BoardAd {
  const title = `Engineer ${id}`;
  return {
    id,
    title,
    locations: ['Berlin, Germany'],
    department: 'Engineering',
    requisition: `70${id}`,
    publishedAt: PUBLISHED,
    ...ad,
  };
}

export const someAds = (count: number): BoardAd[] => Array.from({ length: count }, (_, at) => anAd(String(1_000 + at)));

export class ServedBoard {
  /** Every request for its list, in order of arrival. */
  readonly requests: BoardRequest[] = [];
  /** The ids of the postings that were asked for one by one. */
  readonly lookUps: string[] = [];
  private closed = new Map<string, BoardAd>();
  private hidden = new Set<string>();
  private behaviour: Behaviour = { kind: 'healthy' };
  private single: Behaviour = { kind: 'healthy' };

  constructor(
    readonly provider: BoardProvider,
    readonly slug: string,
    private ads: BoardAd[],
  ) {}

  add(...ads: BoardAd[]): void {
    this.ads.push(...ads);
  }

  close(id: string): void {
    this.closed.set(id, this.take(id));
  }

  reopen(id: string): void {
    const ad = this.closed.get(id);
    if (ad === undefined) throw new Error(`${id} was never closed.`);
    this.ads.push(ad);
  }

  /** The closed ad comes back as a new one of the same job. */
  repost(id: string, asId: string, changes: Partial<BoardAd> = {}): void {
    const ad = this.closed.get(id);
    if (ad === undefined) throw new Error(`${id} was never closed.`);
    this.ads.push({ ...ad, publishedAt: new Date(), ...changes, id: asId });
  }

  /** The list forgets it, and who asks for it finds it open. */
  hide(id: string): void {
    this.hidden.add(id);
  }

  /** Until it is told to do something else. */
  behave(behaviour: Behaviour): void {
    this.behaviour = behaviour;
  }

  /** When it is asked for a single posting. */
  behaveSingly(behaviour: Behaviour): void {
    this.single = behaviour;
  }

  answerSingle(response: ServerResponse, id: string): void {
    this.lookUps.push(id);
    const ad = this.ads.find((each) => each.id === id);
    const behaviour: Behaviour = ad || this.single.kind !== 'healthy' ? this.single : { kind: 'vanished' };
    const body = ad === undefined ? '' : JSON.stringify(SINGLES[this.provider]?.(ad, this.slug));
    respond(response, behaviour, { body, headers: { 'content-type': 'application/json' } });
  }

  answer(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
    this.requests.push({ path: request.url ?? '', headers: request.headers });
    const listed = this.ads.filter(({ id }) => !this.hidden.has(id));
    const shown = this.behaviour.kind === 'collapsed' ? listed.slice(0, this.behaviour.to) : listed;
    const paged = PAGED[this.provider];
    const truncated = this.behaviour.kind === 'truncated';
    const offset = paged && !truncated ? Number(query.get(paged.offset) ?? 0) : 0;
    const limit = paged?.size ?? shown.length;
    const total = shown.length + (truncated ? 1 : 0);
    const page = shown.slice(offset, offset + limit);
    const isPage = this.provider === 'personio' && !request.url?.includes('/xml');
    const { type, render } = isPage ? PERSONIO_PAGE : SHAPES[this.provider];
    const body = render(page, { slug: this.slug, offset, limit, total });
    const etag = `W/"${createHash('sha1').update(body).digest('hex')}"`;
    if (this.behaviour.kind === 'healthy' && request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    const isOff = this.behaviour.kind === 'feed-off' && !isPage;
    respond(response, isOff ? { kind: 'vanished' } : this.behaviour, { body, headers: { 'content-type': type, etag } });
  }

  private take(id: string): BoardAd {
    const ad = this.ads.find((each) => each.id === id);
    if (ad === undefined) throw new Error(`${id} is not on the board.`);
    this.ads = this.ads.filter((each) => each !== ad);
    return ad;
  }
}

export class BoardServer {
  private readonly boards = new Map<string, ServedBoard>();

  private constructor(private readonly server: Server) {}

  static async start(port = 0): Promise<BoardServer> {
    const server = createServer();
    const boards = new BoardServer(server);
    server.on('request', (request, response) => boards.route(request, response));
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
    return boards;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** For `BOARD_BASE_URLS`. */
  get baseUrls(): Record<BoardProvider, string> {
    const { origin } = this;
    const shared = { greenhouse: origin, lever: origin, ashby: origin, smartrecruiters: origin, workable: origin };
    const own = (provider: string) => `${origin}/${provider}/{slug}`;
    return {
      ...shared,
      recruitee: own('recruitee'),
      personio: own('personio'),
      teamtailor: own('teamtailor'),
      jsonld: own('jsonld'),
    };
  }

  board(provider: BoardProvider, slug: string, ads: BoardAd[] = []): ServedBoard {
    const board = new ServedBoard(provider, slug, [...ads]);
    this.boards.set(keyOf(provider, slug), board);
    return board;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private route(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '', this.origin);
    for (const [provider, route] of ROUTES) {
      const [, slug, id] = route.exec(pathname) ?? [];
      const board = slug === undefined ? undefined : this.boards.get(`${provider} ${decodeURIComponent(slug)}`);
      if (board && id) return board.answerSingle(response, decodeURIComponent(id));
      if (board) return board.answer(request, response, searchParams);
    }
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"status":404,"error":"Job not found"}');
  }
}

/** A page on no provider's host is known by its address; the European boards by the path alone. */
function keyOf(provider: BoardProvider, slug: string): string {
  const { hostname, pathname } = URL.parse(slug) ?? { hostname: '', pathname: '' };
  return `${provider} ${provider === 'jsonld' ? `${hostname}${pathname}` : slug.replace(/^eu:/, '')}`;
}
