/** The worker: its real services on the real database, with ports under control, and a death at any commit. */
import type { Hint, HintKind } from '@app/contracts';
import type { Database } from '@app/database';
import { Ids, type Logger } from '@app/platform';
import { Module, type Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import { Letters } from '../../apps/worker/src/effects/email/letters.service.js';
import type { Mailer } from '../../apps/worker/src/effects/email/mailer.js';
import { TestLetters } from '../../apps/worker/src/effects/email/test-letters.service.js';
import { Reminders } from '../../apps/worker/src/effects/reminder/reminders.service.js';
import { Deliveries } from '../../apps/worker/src/effects/webhook/deliveries.service.js';
import { WebhookClient } from '../../apps/worker/src/effects/webhook/webhook.client.js';
import { workerEnv } from '../../apps/worker/src/env.js';
import { Hints } from '../../apps/worker/src/queue/hints.processor.js';
import { Messages } from '../../apps/worker/src/queue/messages.service.js';
import { PurgeSweep } from '../../apps/worker/src/purge/purge-sweep.service.js';
import { Relay } from '../../apps/worker/src/relay/relay.service.js';
import { ProcessLife } from '../../apps/worker/src/process-life.js';
import { WorkerLogger } from '../../apps/worker/src/worker.logger.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { TEST_SECRET_KEY } from '../support/secret-key.js';

/** The process is gone: nothing of what it was doing goes on. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Die at the end of the nth transaction from now, with it or after it. */
export interface Death {
  transaction: number;
  committed: boolean;
}

export interface Ports {
  database: Database;
  ids: Ids;
  logger: Logger;
}

/** What the worker speaks to; of one run. */
export interface Outside {
  mail: { converse(worker: SimulatedWorker, ...what: Parameters<Mailer['send']>): ReturnType<Mailer['send']> };
  receiver: WebhookClient;
}

/** What looks for work on its own, by a clock that is not simulated. */
const BY_THEMSELVES = new Set<Provider>([Relay, Hints, PurgeSweep]);

@Module({})
class WorkerWithoutQueue {}

export class SimulatedWorker {
  isDead = false;
  private readonly running = new Set<Promise<unknown>>();
  private death: Death | null = null;
  private context!: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>;
  private outside!: Outside;

  static async start(ports: Ports): Promise<SimulatedWorker> {
    const worker = new SimulatedWorker();
    const { providers = [] } = WorkerModule.with({
      env: workerEnv.parse({ DATABASE_URL: '', SMTP_URL: '', REKINDLE_SECRET_KEY: TEST_SECRET_KEY }),
      database: worker.mortal(ports.database),
      queue: { connection: {}, kind: 'postgres', close: async () => undefined },
      mailer: { send: (message, beforeData) => worker.outside.mail.converse(worker, message, beforeData) },
      logger: new WorkerLogger(ports.logger),
    });
    const parts: Provider[] = [
      ...providers.filter((provider) => !BY_THEMSELVES.has(provider)),
      { provide: Ids, useValue: ports.ids },
      { provide: ProcessLife, useValue: worker.life() },
      {
        provide: WebhookClient,
        useValue: { post: (request) => worker.outside.receiver.post(request) } satisfies WebhookClient,
      },
    ];
    const module = { module: WorkerWithoutQueue, providers: parts };
    worker.context = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    return worker;
  }

  /** A new process, which knows nothing of what came before. */
  restart(outside: Outside): void {
    this.outside = outside;
    this.isDead = false;
    this.death = null;
  }

  /** As the queue's processor does. */
  handle(hint: Hint, death: Death | null): Promise<void> {
    this.death = death;
    return this.context.get(SERVICES[hint.kind]).handle(hint);
  }

  /** Until no transaction of this process is under way. */
  async quiet(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  crash(): Crash {
    this.isDead = true;
    return new Crash('The worker was killed.');
  }

  /** Nothing is tried again by a process that is gone. */
  private life(): Pick<ProcessLife, 'isEnding' | 'pause'> {
    const isDead = () => this.isDead;
    return {
      get isEnding() {
        return isDead();
      },
      pause: async () => undefined,
    };
  }

  /** The same database, until this process dies: then none of its statements gets there any more. */
  private mortal(database: Database): Database {
    const mortal = Object.create(database) as Database;
    mortal.asCandidate = (candidateId, work) => {
      const transaction = this.transact(database, candidateId, work);
      this.running.add(transaction);
      const over = () => this.running.delete(transaction);
      transaction.then(over, over);
      return transaction;
    };
    return mortal;
  }

  private async transact<T>(
    database: Database,
    candidateId: string,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    if (this.isDead) throw this.crash();
    const isLast = this.death !== null && (this.death.transaction -= 1) <= 0;
    const diesWithIt = isLast && !this.death?.committed;
    const done = await database.asCandidate(candidateId, async (tx) => {
      const result = await work(tx);
      if (diesWithIt) throw this.crash();
      return result;
    });
    if (isLast) throw this.crash();
    return done;
  }
}

const SERVICES = {
  message: Messages,
  letter: Letters,
  reminder: Reminders,
  delivery: Deliveries,
  test_letter: TestLetters,
} as const satisfies Record<HintKind, unknown>;
