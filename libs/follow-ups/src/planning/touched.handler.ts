import { say } from '@app/contracts';
import { databaseNow, FollowUp, ledger, outbox, Touch } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { Envelope } from './envelope.js';
import { Replan } from './replan.service.js';

/** Something happened between candidate and contact: letters stop at a mail, the clock starts anew at anything. */
export class Touched {
  constructor(
    private readonly ids: Ids,
    private readonly replan: Replan,
  ) {}

  async handle(tx: EntityManager, { candidateId, data }: Envelope<'contact.touched.v1'>): Promise<void> {
    const touch = await tx.findOneBy(Touch, { id: data.touchId });
    if (touch?.kind === 'mail' && touch.direction === 'in') await this.markAnswered(tx, touch);
    await this.replan.contact(tx, candidateId, data.contactId);
  }

  /** A letter that nothing else answers is unanswered again, and what ended for it comes back. */
  async takenBack(tx: EntityManager, { candidateId, data }: Envelope<'contact.touch_taken_back.v1'>): Promise<void> {
    if (data.kind === 'mail' && data.direction === 'in') await this.markUnanswered(tx, { candidateId, ...data });
    await this.replan.contact(tx, candidateId, data.contactId);
  }

  private async markUnanswered(
    tx: EntityManager,
    { candidateId, contactId, at }: { candidateId: string; contactId: string; at: string },
  ): Promise<void> {
    const answers = await tx.findBy(Touch, { candidateId, contactId, kind: 'mail', direction: 'in' });
    const letters = await tx.findBy(FollowUp, { candidateId, contactId, audience: 'contact', state: 'answered' });
    for (const letter of letters) {
      const { sentAt } = letter;
      if (sentAt === null || sentAt >= new Date(at) || answers.some((touch) => touch.at > sentAt)) continue;
      await tx.update(FollowUp, { id: letter.id }, { state: 'sent', updatedAt: await databaseNow(tx) });
      await ledger.write(tx, letter, { by: 'plan', what: say('restored'), why: say('touch_taken_back') });
    }
  }

  private async markAnswered(tx: EntityManager, touch: Touch): Promise<void> {
    const { candidateId, contactId } = touch;
    const now = await databaseNow(tx);
    const letters = await tx.findBy(FollowUp, { candidateId, contactId, audience: 'contact', state: 'sent' });
    for (const letter of letters.filter(({ sentAt }) => (sentAt ?? now) < touch.at)) {
      await tx.update(FollowUp, { id: letter.id }, { state: 'answered', updatedAt: now });
      await ledger.write(tx, letter, { by: 'stop_rule', what: say('answered'), why: say('contact_wrote') });
      await outbox.append(tx, this.ids, {
        candidateId,
        type: 'follow_up.answered.v1',
        data: { ...ledger.factOf(letter), touchId: touch.id },
      });
    }
  }
}
