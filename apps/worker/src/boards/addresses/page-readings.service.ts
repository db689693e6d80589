import { postingProblem, type ReadingHint } from '@app/contracts';
import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { whileLeased } from '../../lease.js';
import { PostingReader, type PostingRead } from '../reading/posting-reader.js';
import { renew, settle, take } from './page-readings.queries.js';

/** A page that whoever reads it dies of is not read a fourth time. */
const MOST_TRIES = 3;
const GIVEN_UP: PostingRead = { advert: null, board: null, problem: postingProblem('unreadable') };

/** Reads the page behind an address for whoever fills in a form, and keeps what it says with their row. */
@Injectable()
export class PageReadings {
  constructor(
    private readonly database: Database,
    private readonly reader: PostingReader,
  ) {}

  async handle({ id, candidateId }: ReadingHint): Promise<void> {
    const lease = { id, candidateId, token: randomUUID() };
    const taken = await this.database.asCandidate(candidateId, (tx) => take(tx, lease));
    if (taken === null) return;
    const read = await whileLeased(
      () => this.database.asCandidate(candidateId, (tx) => renew(tx, lease)),
      async () => (taken.tries > MOST_TRIES ? GIVEN_UP : this.reader.read(taken.url)),
    );
    await this.database.asCandidate(candidateId, (tx) => settle(tx, lease, read));
  }
}
