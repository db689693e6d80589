import { refusal } from '@app/contracts';
import { type Change, ChangeListener, Database, type Told } from '@app/database';
import type { Logger } from '@app/platform';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Env } from '../env.js';
import { ENV, LOGGER } from '../foundation.module.js';
import type { Shown } from '../http/authentication.js';
import { RequestRefused } from '../http/problem.js';
import { BoardReadings } from './board-readings.service.js';
import { EventStream } from './event-stream.js';
import { Paced } from './paced.js';
import { standing } from './stream.queries.js';
import type { Changed } from './stream.schemas.js';

const MOST_STREAMS = 8;
const KEEP_UP_MS = 25_000;
const NOT_HEARD =
  'changes cannot be heard, so open pages show what they read last; it is tried again. If it lasts: DATABASE_URL has to lead to Postgres ' +
  'itself, or to a pooler that keeps sessions, and its role needs a connection more than it has';
const EVERYTHING: readonly Changed[] = [{ kind: 'all' }];

/** Who listens in this process, and what each of them hears. */
@Injectable()
export class Streams implements OnModuleInit, BeforeApplicationShutdown {
  private readonly listening = new Map<string, Set<EventStream>>();
  private readonly listener: ChangeListener;
  /** Who hears it reads everything again; and it may have been the end of a session, which is asked for each time. */
  private readonly everything = new Paced((candidateId) => {
    this.tell(candidateId, EVERYTHING);
    void this.endThoseOfNobody(candidateId);
  });
  private timer: NodeJS.Timeout | null = null;
  private isEnding = false;

  constructor(
    private readonly database: Database,
    private readonly boardReadings: BoardReadings,
    @Inject(ENV) env: Env,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.listener = new ChangeListener(env.DATABASE_URL, 'rekindle-applications listens', {
      heard: (told) => this.hear(told),
      began: (again) => {
        if (again) logger.info('changes are heard again');
        this.tellEverythingToAll();
      },
      failed: (err) => logger.warn({ err }, NOT_HEARD),
    });
  }

  onModuleInit(): void {
    void this.listener.start();
    this.timer = setInterval(() => void this.keepUp(), KEEP_UP_MS).unref();
  }

  /** An open answer would hold the end of the service up. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    if (this.timer !== null) clearInterval(this.timer);
    this.boardReadings.close();
    this.everything.close();
    await this.listener.close();
    for (const stream of this.all()) stream.end();
  }

  open(shown: Shown, reply: FastifyReply): void {
    // Whoever left before they were known leaves no second time.
    if (reply.raw.destroyed) return void reply.hijack();
    const { candidateId } = shown;
    const theirs = this.listening.get(candidateId) ?? new Set();
    if (theirs.size >= MOST_STREAMS) throw tooMany();
    const stream = EventStream.open(reply, shown);
    if (this.isEnding) return stream.end();
    this.listening.set(candidateId, theirs.add(stream));
    stream.onClose(() => {
      theirs.delete(stream);
      if (theirs.size === 0 && this.listening.get(candidateId) === theirs) this.listening.delete(candidateId);
    });
  }

  private hear({ candidateId, changes }: Told): void {
    if (candidateId === null) return this.hearForAll(changes);
    if (changes === 'all') return this.tellEverything(candidateId);
    this.tell(candidateId, changes.map(changedOf));
    if (changes.some(({ kind }) => kind === 'session')) void this.endThoseOfNobody(candidateId);
  }

  private hearForAll(changes: Told['changes']): void {
    if (changes === 'all') return this.tellEverythingToAll();
    const forAll = changes.filter(({ kind }) => kind !== 'board').map(changedOf);
    for (const stream of this.all()) stream.tell(forAll);
    const read = changes.filter(({ kind }) => kind === 'board').map(({ id }) => id);
    if (read.length === 0 || this.listening.size === 0) return;
    this.boardReadings.tell(
      read,
      () => [...this.listening.keys()],
      (candidateId, ids) =>
        ids.length === 0 ? this.tellEverything(candidateId) : this.tell(candidateId, ids.map(boardChanged)),
    );
  }

  private tell(candidateId: string, changes: readonly Changed[]): void {
    for (const stream of this.listening.get(candidateId) ?? []) stream.tell(changes);
  }

  private tellEverything(candidateId: string): void {
    if (this.listening.has(candidateId)) this.everything.say(candidateId);
  }

  private tellEverythingToAll(): void {
    for (const candidateId of this.listening.keys()) this.everything.say(candidateId);
  }

  private async keepUp(): Promise<void> {
    for (const candidateId of this.listening.keys()) {
      await this.endThoseOfNobody(candidateId);
      for (const stream of this.listening.get(candidateId) ?? []) stream.keepUp();
    }
  }

  /** Whose session or token has ended hears nothing more. Where that cannot be asked, the next time says it. */
  private async endThoseOfNobody(candidateId: string): Promise<void> {
    const theirs = [...(this.listening.get(candidateId) ?? [])];
    if (theirs.length === 0) return;
    const ids = theirs.map(({ shown }) => shown.id);
    const still = await this.database
      .asCandidate(candidateId, (tx) => standing(tx, candidateId, ids))
      .catch(() => null);
    if (still === null) return;
    for (const stream of theirs) if (!still.has(stream.shown.id)) stream.end();
  }

  private *all(): Generator<EventStream> {
    for (const theirs of this.listening.values()) yield* theirs;
  }
}

const changedOf = ({ kind, id, applicationId, contactId }: Change): Changed => ({
  kind,
  id,
  ...(applicationId !== null && { applicationId }),
  ...(contactId !== null && { contactId }),
});

const boardChanged = (id: string): Changed => ({ kind: 'board', id });

const tooMany = () =>
  new RequestRefused(429, refusal('too_many_streams', { most: MOST_STREAMS }), { headers: { 'retry-after': '10' } });
