import { FollowUp, outbox } from '@app/database';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { Envelope } from './envelope.js';
import { KeepWarm } from './keep-warm.service.js';
import { Openings } from './openings.service.js';
import { Preparations } from './preparations.service.js';
import { RejectionPlan } from './rejection-plan.service.js';
import { applicationsAfter, applicationsAround, contactsAround, isBegunAnew } from './replan.queries.js';
import { WaitingRows } from './waiting-rows.service.js';

/** Few enough, and over soon enough on a slow machine, that a verb of the candidate never waits a second behind them. */
const SLICE = 10;
const SLICE_MS = 300;
/** Of more than these a walk through everything takes less from others than one transaction. */
const MOST_OF_A_CONTACT = 30;

/**
 * What should be planned now, derived from the rows, and what waits brought to it: called after every fact, edit, deletion and
 * changed setting, in the candidate's turn. A second call changes nothing.
 */
export class Replan {
  constructor(
    private readonly ids: Ids,
    private readonly rows: WaitingRows,
    private readonly rejections: RejectionPlan,
    private readonly keepWarm: KeepWarm,
    private readonly preparations: Preparations,
    private readonly openings: Openings,
  ) {}

  /** The application, and the clocks of those it has, or had, to do with. */
  async application(tx: EntityManager, candidateId: string, applicationId: string): Promise<void> {
    // An interview that moved takes its preparation along, which would end for want of it otherwise.
    await this.preparations.set(tx, candidateId, applicationId);
    await this.rows.ofApplication(tx, candidateId, applicationId);
    await this.rejections.complete(tx, candidateId, applicationId);
    await this.openings.complete(tx, candidateId, applicationId);
    for (const contactId of await contactsAround(tx, { candidateId, applicationId })) {
      await this.keepWarm.set(tx, candidateId, contactId);
    }
  }

  /** The clock of the contact, and every application that has, or had, to do with them. */
  async contact(tx: EntityManager, candidateId: string, contactId: string): Promise<void> {
    const applicationIds = await applicationsAround(tx, { candidateId, contactId });
    if (applicationIds.length > MOST_OF_A_CONTACT) await this.everything(tx, candidateId);
    else
      for (const applicationId of applicationIds) {
        await this.rows.ofApplication(tx, candidateId, applicationId);
        await this.rejections.complete(tx, candidateId, applicationId);
        await this.openings.complete(tx, candidateId, applicationId);
      }
    await this.keepWarm.set(tx, candidateId, contactId);
  }

  /** One time to say hello is over, so the next one follows. */
  async occasion(
    tx: EntityManager,
    { candidateId, data }: Envelope<'follow_up.cancelled.v1'> | Envelope<'follow_up.done.v1'>,
  ): Promise<void> {
    if (data.contactId === null || (data.kind !== 'check_in' && data.kind !== 'half_year')) return;
    await this.keepWarm.set(tx, candidateId, data.contactId);
  }

  /** An end is a fact like any other: what comes next follows, and what could not be planned beside it is. */
  async cancelled(tx: EntityManager, message: Envelope<'follow_up.cancelled.v1'>): Promise<void> {
    await this.occasion(tx, message);
    const { candidateId, data } = message;
    const row = await tx.findOneBy(FollowUp, { id: data.followUpId });
    if (row === null || row.attempt === 0) return;
    // While a server was reading it nothing could change it, and what it ended for has been heard of.
    const isByReason = row.endedBy === 'stop_rule' && data.applicationId !== null;
    if (isByReason) await this.application(tx, candidateId, data.applicationId!);
    if (row.priorState === 'unconfirmed') await this.rows.ofGaps(tx, candidateId);
  }

  /** They may have another address than it went to, or another contact; or somebody has to be found. */
  async failed(tx: EntityManager, { candidateId, data }: Envelope<'follow_up.failed.v1'>): Promise<void> {
    const isLetter = data.audience === 'contact' && data.applicationId !== null;
    if (isLetter) await this.application(tx, candidateId, data.applicationId!);
  }

  /** What the candidate took back. */
  async followUp(tx: EntityManager, { candidateId, data }: Envelope<'follow_up.restored.v1'>): Promise<void> {
    if (data.applicationId !== null) await this.application(tx, candidateId, data.applicationId);
    else if (data.contactId !== null) await this.contact(tx, candidateId, data.contactId);
  }

  /** A slice of everything, and a message for the next one, so that others get their turn in between. */
  async slice(tx: EntityManager, { id, candidateId, data }: Envelope<'plans.outdated.v1'>): Promise<void> {
    if (await isBegunAnew(tx, { candidateId, id })) return;
    if (data.after === null) await this.rows.ofNoApplication(tx, candidateId);
    const applicationIds = await applicationsAfter(tx, { candidateId, after: data.after, most: SLICE });
    const isOver = performance.now() + SLICE_MS;
    for (const [index, applicationId] of applicationIds.entries()) {
      await this.application(tx, candidateId, applicationId);
      const isLast = index === SLICE - 1 || (performance.now() > isOver && index < applicationIds.length - 1);
      if (isLast) return this.everything(tx, candidateId, applicationId);
    }
  }

  async everything(tx: EntityManager, candidateId: string, after: string | null = null): Promise<void> {
    await outbox.ask(tx, this.ids, { candidateId, type: 'plans.outdated.v1', data: { after } });
  }
}
