import { type ImportHint, refusal, ROWS_OF_IMPORT } from '@app/contracts';
import { Database } from '@app/database';
import { Ids, RuleViolation, withoutCredentials } from '@app/platform';
import {
  bringLookingUpToDate,
  findOrCreateCompanies,
  type ImportedApplication,
  importedBefore,
  importKey,
  nameKey,
  readLinkedInCsv,
  recordApplications,
} from '@app/recording';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { whileLeased } from '../lease.js';
import { messageRetry } from '../message/message-retry.policy.js';
import { ProcessLife } from '../process-life.js';
import { FIRST_CHUNK, nextChunk } from './chunk-size.policy.js';
import {
  advance,
  claim,
  type Claim,
  end,
  fail,
  failuresOf,
  isStillOurs,
  keepReading,
  release,
  renew,
  tryLater,
} from './import-rows.queries.js';

/**
 * Records what a file names, in chunks of a transaction and a turn of the candidate each. Whoever goes on after a crash begins where the
 * last chunk ended, and what was recorded before is found by its key.
 */
@Injectable()
export class Imports {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly life: ProcessLife,
  ) {}

  async handle({ id, candidateId }: ImportHint): Promise<void> {
    const as = <T>(work: (tx: EntityManager) => Promise<T>) => this.database.asCandidate(candidateId, work);
    const claimed = await as((tx) => claim(tx, id, randomUUID()));
    if (claimed === null) return;
    const own = { ...claimed, candidateId };
    try {
      const isThrough = await whileLeased(
        () => as((tx) => renew(tx, own)),
        () => this.record(own),
      );
      await as((tx) => (isThrough ? end(tx, own) : release(tx, own)));
    } catch (error) {
      if (error instanceof RuleViolation) return as((tx) => fail(tx, own, error));
      await as((tx) => this.recordFailure(tx, own, error as Error));
      throw error;
    }
  }

  /** False when somebody else is to go on, or nobody. */
  private async record(own: Claim): Promise<boolean> {
    const { candidateId, file, timezone, sentAt } = own;
    const reading = await readLinkedInCsv(file, { timezone, now: sentAt, most: ROWS_OF_IMPORT });
    await this.database.asCandidate(candidateId, (tx) => keepReading(tx, own, reading));
    const { applications } = reading;
    let size = FIRST_CHUNK;
    for (let { position } = own; position < applications.length;) {
      if (this.life.isEnding) return false;
      const chunk = applications.slice(position, position + size);
      const tookMs = await this.database.inTurn(candidateId, (tx) => this.recordChunk(tx, own, chunk));
      if (tookMs === null) return false;
      position += chunk.length;
      size = nextChunk(size, tookMs);
    }
    return true;
  }

  /** How long it had the turn; null when it was stopped, or another worker has it. */
  private async recordChunk(tx: EntityManager, own: Claim, chunk: ImportedApplication[]): Promise<number | null> {
    const began = performance.now();
    if (!(await isStillOurs(tx, own))) return null;
    const known = await importedBefore(tx, own.candidateId, chunk.map(importKey));
    const missing = chunk.filter((application) => !known.has(importKey(application)));
    const created = await this.recordMissing(tx, own, missing);
    const notice = await this.noticeOf(tx, own, missing, created);
    await advance(tx, own.id, { taken: chunk.length, created: created.length, notice });
    return performance.now() - began;
  }

  private async recordMissing(
    tx: EntityManager,
    { id: importId, candidateId }: Claim,
    missing: ImportedApplication[],
  ): Promise<string[]> {
    const names = missing.map(({ companyName }) => companyName);
    const companies = await findOrCreateCompanies(tx, this.ids, candidateId, names);
    const given = missing.map((application) => {
      const { companyName, title, url, appliedAt } = application;
      const company = companies.get(nameKey(companyName))!;
      const since = { stage: 'applied' as const, at: appliedAt, appliedAt };
      return { company, title, url, contactId: null, ...since, importKey: importKey(application), importId };
    });
    return recordApplications(tx, this.ids, candidateId, given, { bulk: true });
  }

  private async noticeOf(
    tx: EntityManager,
    { candidateId }: Claim,
    missing: ImportedApplication[],
    [applicationId]: string[],
  ): ReturnType<typeof bringLookingUpToDate> {
    if (applicationId === undefined) return null;
    const appliedFor = new Date(Math.max(...missing.map(({ appliedAt }) => appliedAt.getTime())));
    return bringLookingUpToDate(tx, this.ids, candidateId, { applicationId, appliedFor, became: null });
  }

  private async recordFailure(tx: EntityManager, own: Claim, error: Error): Promise<void> {
    const failures = (await failuresOf(tx, own)) + 1;
    const { seconds, park } = messageRetry(failures);
    if (park) {
      await fail(tx, own, refusal('internal_error', { of: 'import' }));
      return;
    }
    await tryLater(tx, own, { failures, seconds, error: withoutCredentials(error.message).slice(0, 500) });
  }
}
