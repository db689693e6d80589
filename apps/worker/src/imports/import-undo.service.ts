import type { ImportHint } from '@app/contracts';
import { Database, outbox } from '@app/database';
import { Ids, withoutCredentials } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { whileLeased } from '../lease.js';
import { messageRetry } from '../message/message-retry.policy.js';
import { ProcessLife } from '../process-life.js';
import { FIRST_CHUNK, nextChunk } from './chunk-size.policy.js';
import {
  claimUndo,
  endUndo,
  isStillUndone,
  putOffUndo,
  releaseUndo,
  removeAll,
  renewUndo,
  untouchedOf,
  type Whose,
} from './import-undo.queries.js';

/**
 * Takes back what an import recorded, in chunks of a transaction and a turn of the candidate each. What was done to since stays; whoever
 * goes on after a crash finds what is left.
 */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly life: ProcessLife,
  ) {}

  async handle({ id, candidateId }: ImportHint): Promise<void> {
    const own = { id, candidateId, token: randomUUID() };
    const as = <T>(work: (tx: EntityManager) => Promise<T>) => this.database.asCandidate(candidateId, work);
    if (!(await as((tx) => claimUndo(tx, own)))) return;
    try {
      const isThrough = await whileLeased(
        () => as((tx) => renewUndo(tx, own)),
        () => this.takeBack(own),
      );
      await as((tx) => (isThrough ? endUndo(tx, own) : releaseUndo(tx, own)));
    } catch (error) {
      const said = withoutCredentials((error as Error).message).slice(0, 500);
      await as((tx) => putOffUndo(tx, own, { error: said, retry: messageRetry }));
      throw error;
    }
  }

  /** False when somebody else is to go on. */
  private async takeBack(own: Whose): Promise<boolean> {
    for (let size = FIRST_CHUNK; ;) {
      if (this.life.isEnding) return false;
      const chunk = await this.database.inTurn(own.candidateId, (tx) => this.takeBackChunk(tx, own, size));
      if (chunk === null) return false;
      if (chunk.taken === 0) return true;
      size = nextChunk(size, chunk.tookMs);
    }
  }

  private async takeBackChunk(
    tx: EntityManager,
    own: Whose,
    size: number,
  ): Promise<{ taken: number; tookMs: number } | null> {
    const began = performance.now();
    if (!(await isStillUndone(tx, own))) return null;
    const untouched = await untouchedOf(tx, own, size);
    if (untouched.length > 0) {
      await removeAll(tx, own, untouched);
      const { candidateId } = own;
      const facts = untouched.map(({ id: applicationId, vacancyId }) => {
        const data = { applicationId, contactId: null, vacancyId };
        return { candidateId, type: 'application.deleted.v1' as const, data };
      });
      await outbox.appendAll(tx, this.ids, facts, { bulk: true });
    }
    return { taken: untouched.length, tookMs: performance.now() - began };
  }
}
