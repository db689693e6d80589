/** Asks the service for everything that its description offers, in every mood, and keeps count. */
import type { ApplicationsApi } from '../support/applications-api.js';
import { ApiDocument, type Operation } from './api-document.js';
import { Draws } from './draws.js';
import { type Answered, faultsOf, isOfShape, type Sent } from './oracle.js';
import { OwnRows } from './own-rows.js';
import { Pool } from './pool.js';
import { Requests } from './requests.js';
import { Tally } from './tally.js';
import { WorkerRows } from './worker-rows.js';

const AT_ONCE = 3;
const MOODS = [
  ...Array<'valid'>(10).fill('valid'),
  'nearly',
  'nearly',
  'nearly',
  'hostile',
  'hostile',
  'stranger',
] as const;
const SLOWEST = 30_000;

export class Fuzzer {
  readonly tally: Tally;
  private readonly draws: Draws;

  private constructor(
    private readonly api: ApplicationsApi,
    private readonly document: ApiDocument,
    private readonly pool: Pool,
    private readonly rows: WorkerRows,
    private readonly own: OwnRows,
    private readonly requests: Requests,
    draws: Draws,
  ) {
    this.draws = draws;
    this.tally = new Tally(document.operations.map(({ name }) => name));
  }

  static async open(api: ApplicationsApi, token: string, seed: number): Promise<Fuzzer> {
    const { body } = await api.call('GET', '/api/openapi.json');
    const document = new ApiDocument(body as never);
    const [pool, draws] = [new Pool(), new Draws(seed)];
    const stranger = await api.addStranger();
    const accounts = { owner: `Bearer ${token}`, stranger: stranger.authorization };
    const requests = new Requests(document, pool, draws, accounts);
    const rows = await WorkerRows.open(api, pool);
    return new Fuzzer(api, document, pool, rows, new OwnRows(api, pool), requests, draws);
  }

  close(): Promise<void> {
    return this.rows.close();
  }

  /** Every operation in turn, in another order each time, so that none is left out however short the run. */
  async run(until: () => boolean): Promise<void> {
    while (!until()) {
      const round = this.draws.shuffled(this.document.operations);
      for (let next = 0; next < round.length && !until(); next += AT_ONCE) {
        await Promise.all(round.slice(next, next + AT_ONCE).map((operation) => this.try(operation)));
      }
    }
  }

  private async try(operation: Operation): Promise<void> {
    const mood = this.moodFor(operation);
    await this.rows.before(operation.name, operation.path, this.draws);
    await this.own.before(operation.name, operation.path, this.draws);
    const sent = this.requests.make(operation, mood);
    const answered = await this.send(sent);
    const faults = faultsOf(operation, sent, answered);
    this.tally.add(operation.name, sent, answered, faults);
    if (sent.isBodyTaken && mood === 'valid' && isOfShape(answered)) this.tally.refusedByRule(operation.name, answered);
    if (mood !== 'stranger' && answered.status < 300) this.learn(operation, sent, answered);
  }

  /** Rightly until that has worked once; a stranger asks for what is the owner's, and makes nothing. */
  private moodFor({ name, path, query }: Operation): Sent['mood'] {
    if (!this.tally.hasSucceeded(name)) return 'valid';
    const mood = this.draws.pick(MOODS);
    const isTheirs = path.includes('{') || query.some((one) => one.name === 'cursor');
    return mood === 'stranger' && !isTheirs ? 'valid' : mood;
  }

  private async send({ method, path, body, headers }: Sent): Promise<Answered & { tag: string | null }> {
    const response = await fetch(this.api.url + path, {
      method,
      headers,
      ...(body !== undefined && { body: body as string }),
      signal: AbortSignal.timeout(SLOWEST),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, text, tag: response.headers.get('etag') };
  }

  /** What came of it is asked for later. */
  private learn({ path, method }: Operation, sent: Sent, { text, tag }: Answered & { tag: string | null }): void {
    const [, , , resource = '', id = ''] = sent.path.split(/[/?]/);
    if (method === 'DELETE' && path.endsWith(`${resource}/{id}`)) this.pool.add(`deleted ${resource}`, id);
    const answer = (text ? JSON.parse(text) : {}) as Record<string, unknown> & { data?: Record<string, unknown>[] };
    this.pool.addTag(sent.path, tag);
    this.pool.addCursor(path, answer.nextCursor);
    const last = path.split('/').findLast((part) => !part.startsWith('{')) ?? '';
    for (const one of answer.data ?? [answer]) this.pool.learn(one.id === id ? resource : last, one);
  }
}
