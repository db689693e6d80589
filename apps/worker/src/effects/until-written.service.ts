import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { ZodError } from 'zod';
import { ProcessLife } from '../process-life.js';
import { WorkerLogger } from '../worker.logger.js';
import { mayPass } from './write-retry.policy.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/** How often it is still tried once the process is to end; together they take a few seconds. */
const LAST_TRIES = 3;

/**
 * What a server answered is known to this process alone until it is written, so it is written until it is written: a database
 * that is away for a while loses no answer. What it will not take however often it is asked is given up, and said: the row
 * stays as it is.
 */
@Injectable()
export class UntilWritten {
  constructor(
    private readonly life: ProcessLife,
    private readonly logger: WorkerLogger,
  ) {}

  /** `write` is one transaction that changes nothing when an earlier try of it came through unheard. */
  async keepWriting(what: { followUp: string }, write: () => Promise<void>): Promise<void> {
    let lastTries = 0;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        return await write();
      } catch (err) {
        if (!mayPass(asTrouble(err))) throw err;
        if (this.life.isEnding && (lastTries += 1) >= LAST_TRIES) throw err;
        this.logger.pino.warn({ err, ...what }, 'what became of a mail could not be written yet; it is tried again');
      }
      await this.life.pause(pauseMs);
    }
  }
}

function asTrouble(err: unknown): Parameters<typeof mayPass>[0] {
  const { code } = (err instanceof QueryFailedError ? err.driverError : err) as { code?: unknown };
  const isOurs = err instanceof TypeError || err instanceof RangeError || err instanceof ZodError;
  return { sqlState: typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : null, isOurs };
}
