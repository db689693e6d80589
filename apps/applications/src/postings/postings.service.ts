import { refusal } from '@app/contracts';
import { Database, PageReading } from '@app/database';
import { Ids, OutboundGuard, OutboundRefused, RuleViolation } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { RequestRefused } from '../http/problem.js';
import { postingAddress } from './posting-address.policy.js';
import { openReadings, readAgain, readingAt, readingById, showReading } from './postings.queries.js';
import type { PostingAnswer, PostingBody } from './postings.schemas.js';

/** More pages at once are no form that somebody fills in. */
const MOST_OPEN = 5;
const SECONDS_OF_A_READING = '10';

/** Asks the worker for what a page says, and tells it. */
@Injectable()
export class PostingsService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly guard: OutboundGuard,
  ) {}

  get(candidateId: string, id: string): Promise<PostingAnswer> {
    return this.database.asReader(candidateId, async (tx) => showReading(tx, await readingById(tx, id)));
  }

  async ask(caller: Caller, { url }: PostingBody): Promise<PostingAnswer> {
    const { candidateId } = caller;
    const { key, isOfProvider } = postingAddress(url);
    if (!isOfProvider) await this.requireReachable(url);
    return this.commands.inTurn(caller, async (tx) => {
      const known = await readingAt(tx, candidateId, key);
      if (known !== undefined && known.state !== 'failed') return showReading(tx, await readingById(tx, known.id));
      if ((await openReadings(tx, candidateId)) >= MOST_OPEN) throw tooMany();
      const id = known?.id ?? this.ids.next();
      if (known === undefined) await tx.insert(PageReading, { id, candidateId, url, addressKey: key });
      else await readAgain(tx, id);
      return showReading(tx, await readingById(tx, id));
    });
  }

  /** Asks the resolver only; the worker checks again when it connects. */
  private async requireReachable(url: string): Promise<void> {
    try {
      await this.guard.checkUrl(url);
    } catch (error) {
      if (!(error instanceof OutboundRefused)) throw error;
      throw new RuleViolation(error, { kind: 'invalid', pointer: '/url' });
    }
  }
}

const tooMany = () =>
  new RequestRefused(429, refusal('too_many_postings', { most: MOST_OPEN }), {
    headers: { 'retry-after': SECONDS_OF_A_READING },
  });
