import { PENDING_STATES, type Sentence, within } from '@app/contracts';
import { candidateWithSettings, Contact, databaseNow, FollowUp, type LedgerBy } from '@app/database';
import { lapsesAt, type Reason, reasonsNow } from '../reasons/index.js';
import type { Ids } from '@app/platform';
import { type EntityManager, type FindOptionsWhere, In, IsNull } from 'typeorm';
import type { Mail } from '../reasons/index.js';
import * as changing from './changing.queries.js';
import { inWindow, type LetterPlace, spreadKeyOf } from './letter-plan.policy.js';
import { type Change, reconsider, type Standing } from './reconsider.policy.js';
import { type RejectedApplication, rejectedApplication } from './rejection-facts.queries.js';
import { plannedAgainAt } from './rejection-plan.service.js';
import { releasedTo, wantedAt } from '../wanted-moment.policy.js';

/** Brings what has not gone yet to what the rows say now: ends, holds, releases, asks again and moves, each with its reason. */
export class WaitingRows {
  constructor(
    private readonly ids: Ids,
    private readonly mail: Mail,
  ) {}

  async ofApplication(tx: EntityManager, candidateId: string, applicationId: string): Promise<void> {
    await this.reconsider(tx, await lockedPending(tx, { candidateId, applicationId }));
    const found = await rejectedApplication(tx, candidateId, applicationId);
    if (!found) return;
    const { id: rejectionId } = found.rejection;
    const rows = await lockedPending(tx, { candidateId, applicationId, rejectionId });
    let isMoved = false;
    for (const row of rows) {
      if (MOVED_BY_PLAN.has(row.kind)) isMoved = (await this.moveTo(tx, row, plannedAgainAt(row, found))) || isMoved;
      await this.keepLapse(tx, row, found);
    }
    // What is due sooner than before may have come into a gap.
    if (isMoved) await this.reconsider(tx, await lockedPending(tx, { candidateId, applicationId, rejectionId }));
  }

  /** Of all applications at once. */
  async ofLetters(tx: EntityManager, candidateId: string): Promise<void> {
    await this.reconsider(tx, await lockedPending(tx, { candidateId, audience: 'contact' }));
  }

  /** What concerns no application: no other walk through the plan comes by it. */
  async ofNoApplication(tx: EntityManager, candidateId: string): Promise<void> {
    await this.reconsider(tx, await lockedPending(tx, { candidateId, applicationId: IsNull() }));
  }

  /** Those held behind a letter that, as it turns out, did not arrive. */
  async ofGaps(tx: EntityManager, candidateId: string): Promise<void> {
    await this.reconsider(tx, await lockedPending(tx, { candidateId, heldWhy: 'contact_gap' }));
  }

  /** Those that a mail server refused, once it may be tried again. */
  async ofMailbox(tx: EntityManager, candidateId: string): Promise<void> {
    await this.reconsider(tx, await lockedPending(tx, { candidateId, heldWhy: 'mailbox_refused' }));
  }

  /** The server that was asked has said so. */
  async holdRefused(tx: EntityManager, row: FollowUp, said: Sentence): Promise<void> {
    const reason: Reason = { code: 'mailbox_refused', effect: 'holds', until: null, facts: within('last', said) };
    await this.hold(tx, row, reason, 'sender');
  }

  /** Rows of one candidate, locked by the caller. */
  async reconsider(tx: EntityManager, rows: readonly FollowUp[]): Promise<void> {
    const reasons = await reasonsNow(tx, rows, this.mail);
    for (const row of rows) {
      const standing = reasons.get(row.id)!.filter((reason) => concernsBeforeItsTurn(row, reason));
      await this.apply(tx, row, reconsider(row, standing), 'plan');
    }
  }

  /** At its turn. A row that is being sent, but not handed over, is judged like a waiting one. */
  async applyAtTurn(tx: EntityManager, row: FollowUp, reasons: readonly Reason[], as: Standing): Promise<void> {
    await this.apply(tx, row, reconsider(as, reasons), 'sender');
  }

  private async apply(tx: EntityManager, row: FollowUp, change: Change, by: LedgerBy): Promise<void> {
    switch (change.kind) {
      case 'keep':
        return;
      case 'end':
        return changing.endFor(tx, this.ids, row, change.reason);
      case 'done':
        return changing.done(tx, row, change.reason);
      case 'ask':
        return changing.backToDraft(tx, row, change.reason);
      case 'hold':
        return this.hold(tx, row, change.reason, by);
      case 'release': {
        const now = await databaseNow(tx);
        return changing.release(tx, row, { dueAt: await this.notBefore(tx, row, releasedTo(row, now)), now });
      }
    }
  }

  private async hold(tx: EntityManager, row: FollowUp, reason: Reason, by: LedgerBy): Promise<void> {
    const { settings } = await candidateWithSettings(tx, row.candidateId);
    const lapses = row.rejectionId !== null && row.audience === 'contact' ? lapsesAt(row, settings) : null;
    const due = reason.until ? { dueAt: await this.notBefore(tx, row, reason.until) } : {};
    await changing.hold(tx, row, reason, { by, ...due, lapsesAt: lapses });
  }

  /** Not what its sender has in hand, and not before the moment that the candidate chose. */
  private async moveTo(tx: EntityManager, row: FollowUp, planned: Date): Promise<boolean> {
    if (row.state === 'sending' || row.state === 'retrying') return false;
    if (row.plannedDueAt?.getTime() === planned.getTime()) return false;
    // Planned by an earlier version, which did not write down what it would have; its thanks stay what they are.
    if (row.plannedDueAt === null && row.kind === 'thank_you') return false;
    await changing.change(tx, row, { plannedDueAt: planned });
    if (row.plannedDueAt === null || row.atOnce) return false;
    const earliest = new Date(Math.max(Number(wantedAt(row, planned)), Number(row.heldUntil)));
    const dueAt = await this.notBefore(tx, row, earliest);
    if (dueAt.getTime() === row.dueAt.getTime()) return false;
    await changing.move(tx, row, dueAt, 'settings_or_contact_changed');
    return true;
  }

  /** What is held ends one day, and that day moves with the settings. */
  private async keepLapse(tx: EntityManager, row: FollowUp, { settings }: RejectedApplication): Promise<void> {
    if (row.state !== 'held' || row.heldWhy === 'by_candidate' || row.audience === 'candidate') return;
    const lapses = lapsesAt(row, settings);
    if (lapses.getTime() !== row.lapsesAt?.getTime()) await changing.change(tx, row, { lapsesAt: lapses });
  }

  /** A letter goes in a window; what was due before now goes in the next one. */
  private async notBefore(tx: EntityManager, row: FollowUp, at: Date): Promise<Date> {
    const now = await databaseNow(tx);
    const from = at > now ? at : now;
    if (row.audience === 'candidate') return from;
    const { settings } = await candidateWithSettings(tx, row.candidateId);
    const contact = row.contactId ? await tx.findOneBy(Contact, { id: row.contactId }) : null;
    const spreadKey = row.rejectionId === null ? row.id : spreadKeyOf(row.rejectionId);
    const place: LetterPlace = { contact, settings, spreadKey };
    return inWindow(place, from);
  }
}

const MOVED_BY_PLAN = new Set<FollowUp['kind']>(['feedback_request', 'thank_you', 'reflection']);

/** That there is nowhere to remind the candidate is seen when the reminder is due, and until it passes. */
const concernsBeforeItsTurn = ({ audience, state }: FollowUp, { effect }: Reason): boolean =>
  audience === 'contact' || effect !== 'holds' || state === 'held';

export function lockedPending(
  tx: EntityManager,
  where: Pick<
    FindOptionsWhere<FollowUp>,
    'candidateId' | 'applicationId' | 'contactId' | 'rejectionId' | 'kind' | 'audience' | 'heldWhy'
  >,
): Promise<FollowUp[]> {
  return tx.find(FollowUp, {
    where: { ...where, state: In([...PENDING_STATES]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}
