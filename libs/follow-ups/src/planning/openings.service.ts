import { Application, FollowUp } from '@app/database';
import { reasonsNow } from '../reasons/index.js';
import type { Ids } from '@app/platform';
import { type EntityManager, In } from 'typeorm';
import type { Mail } from '../reasons/index.js';
import { planAgain } from './changing.queries.js';
import { aboutTheNewest, inItsPlace, mayBeToldAgain, toldAgain, toTakeOver } from './openings.policy.js';
import { insertPlanned } from './planning.queries.js';

/** What was told of an opening comes back with what it is about; the draft goes over to whoever is the contact now. */
export class Openings {
  constructor(
    private readonly ids: Ids,
    private readonly mail: Mail,
  ) {}

  async complete(tx: EntityManager, candidateId: string, applicationId: string): Promise<void> {
    const rows = await tx.find(FollowUp, {
      where: { candidateId, applicationId, kind: In(['reopened_outreach', 'reopened', 'vacancy_closed']) },
      order: { updatedAt: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const ended = mayBeToldAgain(rows);
    const reasons = await reasonsNow(tx, ended, this.mail);
    const back = ended.filter(({ id }) => !reasons.get(id)!.some(({ effect }) => effect === 'ends'));
    for (const row of back) await planAgain(tx, this.ids, row, toldAgain(row));
    if (back.some(({ kind }) => kind === 'reopened_outreach')) return;
    await this.takeOver(
      tx,
      applicationId,
      rows.filter(({ kind }) => kind === 'reopened_outreach'),
    );
  }

  private async takeOver(tx: EntityManager, applicationId: string, letters: readonly FollowUp[]): Promise<void> {
    const { contactId } = (await tx.findOneBy(Application, { id: applicationId })) ?? { contactId: null };
    const former = toTakeOver(aboutTheNewest(letters), contactId);
    if (former === null) return;
    const { candidateId, since, dueAt, details } = former;
    const origin = { candidateId, sourceId: null, applicationId, contactId, since };
    const subject = { ...origin, id: this.ids.next(), kind: former.kind, dueAt, details };
    const reasons = (await reasonsNow(tx, [subject], this.mail)).get(subject.id)!;
    if (!reasons.some(({ effect }) => effect === 'ends')) await insertPlanned(tx, this.ids, origin, inItsPlace(former));
  }
}
