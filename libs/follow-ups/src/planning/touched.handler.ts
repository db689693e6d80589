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
