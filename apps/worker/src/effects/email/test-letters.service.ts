import { type Hint, say, type Sentence } from '@app/contracts';
import { Candidate, Database, databaseNow, FollowUp } from '@app/database';
import { mailOf, testMail } from '@app/follow-ups';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { whileLeased } from '../../lease.js';
import { Sender } from '../../sender.js';
import { notMade } from '../not-made.js';
import { UntilWritten } from '../until-written.service.js';
import { composeMime } from './letter-mime.js';
import { settle } from './letter-outcome.policy.js';
import { Mailer, type OutgoingMessage } from './mailer.js';
import * as tests from './test-letters.queries.js';

/**
 * Sends a letter to its writer. One that is in doubt goes again; none is tried a second time because of an answer: whoever asked is
 * told, and asks anew. It says nothing of the letter, of its contact or of the mail server.
 */
@Injectable()
export class TestLetters {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly sender: Sender,
    private readonly untilWritten: UntilWritten,
  ) {}

  async handle({ id, candidateId }: Hint): Promise<void> {
    const lease = { id, candidateId, token: randomUUID() };
    const message = await this.database.asCandidate(candidateId, (tx) => this.take(tx, lease));
    if (!message) return;
    await whileLeased(
      () => this.database.asCandidate(candidateId, (tx) => tests.renew(tx, lease)),
      async () => {
        const outcome = await this.mailer.send(message, async () => true);
        if (outcome.kind === 'stopped') return;
        const { state, why } = settle(outcome, 1);
        await this.untilWritten.keepWriting({ followUp: id }, () =>
          this.database.asCandidate(candidateId, (tx) =>
            tests.settle(tx, lease, state === 'sent' ? 'sent' : 'failed', why),
          ),
        );
      },
    );
  }

  private async take(tx: EntityManager, lease: tests.Leased): Promise<OutgoingMessage | null> {
    const followUpId = await tests.take(tx, lease);
    if (followUpId === null) return null;
    const made = await this.make(tx, lease, followUpId).catch(notMade);
    if ('mime' in made) return made;
    await tests.settle(tx, lease, 'failed', made);
    return null;
  }

  private async make(
    tx: EntityManager,
    { id, candidateId }: tests.Leased,
    followUpId: string,
  ): Promise<OutgoingMessage | Sentence> {
    const candidate = await tx.findOneByOrFail(Candidate, { id: candidateId });
    const address = this.sender.addressOf(candidate);
    if (address === null) return say('sender_missing', { missing: 'address' });
    const row = await tx.findOneByOrFail(FollowUp, { id: followUpId });
    const mail = testMail((await mailOf(tx, row, this.sender)).mail, candidate);
    const mime = await composeMime({
      ...mail,
      from: { ...mail.from, address },
      to: { ...mail.to, address },
      messageId: this.sender.messageIdOf(id, address),
      date: await databaseNow(tx),
    });
    return { from: address, to: address, mime };
  }
}
