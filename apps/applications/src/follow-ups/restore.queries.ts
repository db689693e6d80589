/** What a restored follow-up asks of its rows, and what goes back with it. */
import { OCCUPYING_STATES, PENDING_STATES, say, type Settings, type StoredState, within } from '@app/contracts';
import { FollowUp, ledger, Rejection, Touch } from '@app/database';
import { endOf, reasonsNow } from '@app/follow-ups';
import { RuleViolation } from '@app/platform';
import { type EntityManager, In, Not } from 'typeorm';
import { deleteTouch } from '../contacts/touches.queries.js';
import { alreadyWritten } from './follow-up.policy.js';
import { isSkippedStill, type Restored } from './restore.policy.js';

/** A reason that holds does not refuse: it holds what was restored. */
export async function requireNothingEndsIt(
  tx: EntityManager,
  row: FollowUp,
  to: Restored,
  { settings, mail }: { settings: Settings; mail: { isCaptured: boolean } },
): Promise<void> {
  if (to.state === 'sent' || to.state === 'unconfirmed') return;
  if (row.state === 'skipped') await requireNotSkippedStill(tx, row, settings);
  if (row.audience === 'contact' && (await isWrittenAbout(tx, row))) throw alreadyWritten();
  const reasons = (await reasonsNow(tx, [row], mail)).get(row.id)!;
  const end = endOf(to, reasons);
  if (end) throw new RuleViolation(end);
}

/** One letter about a rejection, whoever it goes to. */
async function isWrittenAbout(tx: EntityManager, { id, rejectionId }: FollowUp): Promise<boolean> {
  if (rejectionId === null) return false;
  return tx.existsBy(FollowUp, { id: Not(id), rejectionId, audience: 'contact', state: In(GOES_OR_WENT) });
}
const GOES_OR_WENT: StoredState[] = [...PENDING_STATES, 'unconfirmed', 'sent', 'answered', 'bounced'];

async function requireNotSkippedStill(tx: EntityManager, row: FollowUp, settings: Settings): Promise<void> {
  const rejection = row.rejectionId ? await tx.findOneBy(Rejection, { id: row.rejectionId }) : null;
  const { enabled, minStage } = settings.feedbackRequest;
  const facts = {
    stageAtRejection: rejection?.stage ?? null,
    minStage,
    isEnabled: enabled,
    isOccupied: row.contactId !== null && (await occupies(tx, row)),
  };
  if (isSkippedStill(row.endedWhy, facts)) {
    const why = { code: row.whyCode, facts: row.whyFacts };
    throw new RuleViolation(why.code === row.endedWhy ? why : { code: row.endedWhy!, facts: within('why', why) });
  }
}

const occupies = (tx: EntityManager, { id, contactId }: FollowUp): Promise<boolean> =>
  tx.existsBy(FollowUp, { id: Not(id), contactId: contactId!, audience: 'contact', state: In([...OCCUPYING_STATES]) });

/** The clock of a contact has one hand of each kind: the one that was planned after it gives way. */
export async function giveWay(tx: EntityManager, { id, contactId, kind }: FollowUp): Promise<void> {
  if (contactId === null || (kind !== 'check_in' && kind !== 'half_year')) return;
  const later = await tx.find(FollowUp, {
    where: { id: Not(id), contactId, kind, state: In(['waiting', 'held', 'retrying']) },
    lock: { mode: 'pessimistic_write' },
  });
  for (const row of later) {
    const ended = {
      state: 'cancelled',
      endedBy: 'plan',
      endedWhy: 'replaced',
      heldWhy: null,
      heldUntil: null,
    } as const;
    await tx.update(FollowUp, { id: row.id }, { ...ended, updatedAt: () => 'now()' });
    await ledger.write(tx, row, { by: 'plan', what: say('cancelled'), why: say('one_before_restored') });
  }
}

/** The hello that `done` wrote down did not happen. */
export async function takeBackHello(tx: EntityManager, { id: followUpId, audience }: FollowUp): Promise<void> {
  if (audience !== 'candidate') return;
  for (const { id } of await tx.findBy(Touch, { followUpId })) await deleteTouch(tx, id);
}
