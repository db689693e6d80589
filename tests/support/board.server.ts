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
import { SHAPES, type BoardAd } from './board-shapes.js';

export type { BoardAd } from './board-shapes.js';

const PUBLISHED = new Date('2026-08-05T10:10:39Z');
/** Those that answer in pages, whatever is asked for. */
const PAGED: Partial<Record<BoardProvider, { offset: string; size: number }>> = {
  lever: { offset: 'skip', size: 100 },
  smartrecruiters: { offset: 'offset', size: 100 },
  teamtailor: { offset: 'offset', size: 100 },
};
const ROUTES: [BoardProvider, RegExp][] = [
  ['greenhouse', /^\/v1\/boards\/([^/]+)\/jobs$/],
  ['lever', /^\/v0\/postings\/([^/]+)$/],
  ['ashby', /^\/posting-api\/job-board\/([^/]+)$/],
  ['smartrecruiters', /^\/v1\/companies\/([^/]+)\/postings$/],
  ['workable', /^\/api\/v1\/widget\/accounts\/([^/]+)$/],
  ['recruitee', /^\/recruitee\/([^/]+)\/api\/offers\/$/],
  ['personio', /^\/personio\/([^/]+)\/xml$/],
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
  /** Every request for this board, in order of arrival. */
  readonly requests: BoardRequest[] = [];
  private closed = new Map<string, BoardAd>();
  private behaviour: Behaviour = { kind: 'healthy' };

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

  /** Until it is told to do something else. */
  behave(behaviour: Behaviour): void {
    this.behaviour = behaviour;
  }

  answer(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
    this.requests.push({ path: request.url ?? '', headers: request.headers });
    const shown = this.behaviour.kind === 'collapsed' ? this.ads.slice(0, this.behaviour.to) : this.ads;
    const paged = PAGED[this.provider];
    const truncated = this.behaviour.kind === 'truncated';
    const offset = paged && !truncated ? Number(query.get(paged.offset) ?? 0) : 0;
    const limit = paged?.size ?? shown.length;
    const total = shown.length + (truncated ? 1 : 0);
    const page = shown.slice(offset, offset + limit);
    const { type, render } = SHAPES[this.provider];
    const body = render(page, { slug: this.slug, offset, limit, total });
    const etag = `W/"${createHash('sha1').update(body).digest('hex')}"`;
    if (this.behaviour.kind === 'healthy' && request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    respond(response, this.behaviour, { body, headers: { 'content-type': type, etag } });
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
      const slug = route.exec(pathname)?.[1];
      const board = slug === undefined ? undefined : this.boards.get(`${provider} ${decodeURIComponent(slug)}`);
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
