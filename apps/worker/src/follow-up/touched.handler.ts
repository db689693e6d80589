import { databaseNow, FollowUp, ledger, outbox, Touch } from '@app/database';
import { STOP_TEXT } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Envelope } from '../queue/envelope.js';
import { KeepWarm } from './keep-warm.service.js';
import { cancelPending } from './planning.queries.js';

/** Something happened between candidate and contact: letters stop at a mail, the clock starts anew at anything. */
@Injectable()
export class Touched {
  constructor(
    private readonly ids: Ids,
    private readonly keepWarm: KeepWarm,
  ) {}

  async handle(tx: EntityManager, { candidateId, data }: Envelope<'contact.touched.v1'>): Promise<void> {
    const touch = await tx.findOneBy(Touch, { id: data.touchId });
    if (!touch) return;
    const { contactId } = touch;
    if (touch.kind === 'mail' && touch.followUpId === null) {
      const why = touch.direction === 'in' ? STOP_TEXT.contact_wrote : STOP_TEXT.candidate_wrote;
      await cancelPending(tx, this.ids, { contactId, audience: 'contact' }, { by: 'stop_rule', why, since: touch.at });
      if (touch.direction === 'in') await this.markAnswered(tx, touch);
    }
    await this.keepWarm.set(tx, candidateId, contactId);
  }

  /** The candidate was reminded of them: the next time is another half-year on. */
  async cooling(tx: EntityManager, { candidateId, data }: Envelope<'contact.cooling.v1'>): Promise<void> {
    await this.keepWarm.set(tx, candidateId, data.contactId);
  }

  private async markAnswered(tx: EntityManager, touch: Touch): Promise<void> {
    const now = await databaseNow(tx);
    const letters = await tx.findBy(FollowUp, { contactId: touch.contactId, audience: 'contact', state: 'sent' });
    for (const letter of letters.filter(({ sentAt }) => (sentAt ?? now) < touch.at)) {
      await tx.update(FollowUp, { id: letter.id }, { state: 'answered', updatedAt: now });
      await ledger.write(tx, letter, { by: 'stop_rule', what: 'answered', why: STOP_TEXT.contact_wrote });
      await outbox.append(tx, this.ids, {
        candidateId: letter.candidateId,
        type: 'follow_up.answered.v1',
        data: { ...ledger.factOf(letter), touchId: touch.id },
      });
    }
  }
}
