import {
  DELIVERIES_QUEUE_NAME,
  IMPORTS_QUEUE_NAME,
  QUEUE_NAME,
  RADAR_QUEUE_NAME,
  READINGS_QUEUE_NAME,
  type Hint,
  type ImportHint,
  type RadarHint,
  type ReadingHint,
} from '@app/contracts';
import { Database } from '@app/database';
import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { WorkerLogger } from '../worker.logger.js';
import { findImportHints } from './imports.queries.js';
import { Offered } from './offered.js';
import { Outage } from './outage.js';
import { findRadarHints } from './radar.queries.js';
import { findReadingHints } from './readings.queries.js';
import { findFactHints, findMailHints, findTestHints, forgetOldKeys, type Waiting } from './relay.queries.js';
import { SignOfLife } from './sign-of-life.js';

const LOOK_EVERY_MS = 200;
const OFFER_AGAIN_AFTER_MS = 5_000;
/** A queue that is behind is not given the same hints over and over: it gets as many as it will come to soon. */
const MOST_WAITING = 250;
/** BullMQ: what has no priority goes first. */
const AFTER_OTHERS = 1;
const FORGET_KEYS_EVERY_MS = 3_600_000;

/** Looks for what is unhandled or due and offers it to the queue, again and again until the row says it is done. */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly offered = new Offered(OFFER_AGAIN_AFTER_MS, () => performance.now());
  private readonly outage = new Outage(() => performance.now());
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private keysForgottenAt = -Infinity;

  constructor(
    private readonly database: Database,
    @InjectQueue(QUEUE_NAME) private readonly queue: Queue<Hint>,
    @InjectQueue(DELIVERIES_QUEUE_NAME) private readonly deliveries: Queue<Hint>,
    @InjectQueue(RADAR_QUEUE_NAME) private readonly radar: Queue<RadarHint>,
    @InjectQueue(IMPORTS_QUEUE_NAME) private readonly imports: Queue<ImportHint>,
    private readonly life: SignOfLife,
    @InjectQueue(READINGS_QUEUE_NAME) private readonly readings: Queue<ReadingHint>,
    private readonly logger: WorkerLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.look().then(
        () => this.sayItPassed(),
        (err: Error) => this.sayItFails(err),
      );
      await pause(LOOK_EVERY_MS, this.stopping.signal);
    }
  }

  private sayItPassed(): void {
    const failures = this.outage.passed();
    if (failures) this.logger.pino.warn({ failures }, 'the relay looks again');
  }

  private sayItFails(err: Error): void {
    const failures = this.outage.failed();
    if (failures) this.logger.pino.warn({ err, failures }, 'the relay could not look; it tries again');
  }

  private async look(): Promise<void> {
    await this.offer(this.queue, await this.database.acrossCandidates(findMailHints));
    await this.offer(this.queue, await this.database.acrossCandidates(findTestHints));
    await this.offer(this.readings, await this.database.acrossCandidates(findReadingHints));
    const facts = await this.database.acrossCandidates(findFactHints);
    const [deliveries, messages] = [facts.filter(isDelivery), facts.filter((fact) => !isDelivery(fact))];
    await this.offer(this.queue, messages, 'after others');
    await this.offer(this.deliveries, deliveries);
    await this.offer(this.imports, await this.database.acrossCandidates(findImportHints));
    await this.offer(this.radar, await this.database.acrossCandidates(findRadarHints));
    this.offered.forgetStale();
    if (this.life.isDue) await this.database.acrossCandidates((tx) => this.life.say(tx));
    if (performance.now() - this.keysForgottenAt > FORGET_KEYS_EVERY_MS) {
      await this.database.acrossCandidates(forgetOldKeys);
      this.keysForgottenAt = performance.now();
    }
  }

  private async offer<T extends Hint | ImportHint | RadarHint | ReadingHint>(
    queue: Queue<T>,
    hints: Waiting<T>[],
    turn: 'at once' | 'after others' = 'at once',
  ): Promise<void> {
    const unheard = hints.filter((hint) => !this.offered.isFresh(occasionOf(hint)));
    if (unheard.length === 0) return;
    // Of its kind: a crowd of facts takes no letter its place.
    const waiting = await queue.getJobCountByTypes(turn === 'at once' ? 'waiting' : 'prioritized');
    const fresh = unheard.slice(0, Math.max(0, MOST_WAITING - waiting));
    if (fresh.length === 0) return;
    const opts = {
      removeOnComplete: true,
      removeOnFail: true,
      ...(turn === 'after others' && { priority: AFTER_OTHERS }),
    };
    const jobs = fresh.map((hint) => ({ name: hint.kind, data: hint, opts }));
    await queue.addBulk(jobs as Parameters<Queue<T>['addBulk']>[0]);
    for (const hint of fresh) this.offered.add(occasionOf(hint));
  }
}

const isDelivery = ({ kind }: Hint): boolean => kind === 'delivery';

/** A row that has another time is offered anew, however short ago it was offered for the former one. */
const occasionOf = ({ id, since }: { id: string; since: string }): string => `${id} ${since}`;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
