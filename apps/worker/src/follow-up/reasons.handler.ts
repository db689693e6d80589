import { OCCUPYING_STATES } from '@app/contracts';
import { FollowUp, LedgerLine } from '@app/database';
import { hasReasons, STOP_TEXT } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Envelope } from '../queue/envelope.js';
import { planLetter } from './letter-plan.policy.js';
import type { Planned } from './planned.js';
import { cancelPending, insertPlanned } from './planning.queries.js';
import { rejectedApplication } from './rejection-facts.queries.js';

/** Reasons that came after the rejection: a question that is already answered becomes a thank-you. */
@Injectable()
export class Reasons {
  constructor(private readonly ids: Ids) {}

  async handle(tx: EntityManager, { id, candidateId, data }: Envelope<'application.reasons_added.v1'>): Promise<void> {
    const found = await rejectedApplication(tx, data.applicationId);
    if (!found || !hasReasons(found.rejection)) return;
    const { application, rejection } = found;
    const asking = { applicationId: application.id, kinds: ['feedback_request'] } as const;
    const [stopped] = await cancelPending(tx, this.ids, asking, { by: 'stop_rule', why: STOP_TEXT.reasons_given });
    const question = stopped ?? (await this.stoppedBySender(tx, application.id));
    if (!question) return;
    const contact = found.facts.contact && {
      ...found.facts.contact,
      hasPendingLetter: await this.isBusy(tx, application.contactId),
    };
    const origin = {
      candidateId,
      sourceId: id,
      applicationId: application.id,
      contactId: application.contactId,
      since: rejection.receivedAt,
    };
    await insertPlanned(tx, this.ids, origin, inPlaceOf(question, planLetter({ ...found.facts, contact })));
  }

  /** Its time had come before this message was handled. */
  private async stoppedBySender(tx: EntityManager, applicationId: string): Promise<FollowUp | null> {
    return tx
      .createQueryBuilder(FollowUp, 'f')
      .innerJoin(LedgerLine, 'l', 'l.followUpId = f.id and l.why = :why', { why: STOP_TEXT.reasons_given })
      .where(`f.applicationId = :applicationId and f.kind = 'feedback_request'`, { applicationId })
      .andWhere(
        `not exists (select 1 from follow_ups t where t.application_id = f.application_id and t.kind = 'thank_you')`,
      )
      .getOne();
  }

  private async isBusy(tx: EntityManager, contactId: string | null): Promise<boolean> {
    if (!contactId) return false;
    return tx.existsBy(FollowUp, {
      contactId,
      audience: 'contact',
      state: In([...OCCUPYING_STATES]),
    });
  }
}

/** At the time of the question; and what the candidate held stays held. */
function inPlaceOf({ dueAt, heldWhy }: FollowUp, thanks: Planned): Planned {
  const isHeld = heldWhy === 'by_candidate' && thanks.state !== 'skipped';
  return { ...thanks, dueAt, ...(isHeld && { state: 'held', heldWhy, heldUntil: undefined }) };
}
