import type { MessageData, Sentence } from '@app/contracts';
import type { EntityManager } from 'typeorm';
import { LedgerLine, type FollowUp } from './entities/index.js';

/** `candidate`: by a verb. `plan`: by a policy when planned. `stop_rule`, `clock`: by themselves. `sender`: while being sent. */
export type LedgerBy = 'candidate' | 'plan' | 'stop_rule' | 'clock' | 'sender';

/** One line on a follow-up's ledger: what was done, by whom, why. In the transaction that does it. */
export async function write(
  tx: EntityManager,
  followUp: Pick<FollowUp, 'id' | 'candidateId'>,
  { by, what, why = null }: { by: LedgerBy; what: Sentence; why?: Sentence | null },
): Promise<void> {
  await tx.insert(LedgerLine, {
    candidateId: followUp.candidateId,
    followUpId: followUp.id,
    by,
    whatCode: what.code,
    whatFacts: what.facts,
    whyCode: why?.code ?? null,
    whyFacts: why?.facts ?? {},
  });
}

/** What every event about a follow-up says of it. */
export function factOf(
  followUp: Pick<FollowUp, 'id' | 'kind' | 'audience' | 'applicationId' | 'contactId' | 'dueAt'>,
): MessageData<'follow_up.planned.v1'> {
  return {
    followUpId: followUp.id,
    kind: followUp.kind,
    audience: followUp.audience,
    applicationId: followUp.applicationId,
    contactId: followUp.contactId,
    dueAt: followUp.dueAt.toISOString(),
  };
}
