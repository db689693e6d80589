/** What happens to one candidate, recorded as the HTTP service records it, and what the worker made of it. */
import type { Fact, Stage, StoredState } from '@app/contracts';
import {
  Application,
  Contact,
  type Database,
  EventRecord,
  FollowUp,
  Interview,
  LedgerLine,
  outbox,
  OutboxMessage,
  Rejection,
  StageChange,
  Touch,
} from '@app/database';
import { UuidV7Ids } from '@app/platform';
import { type EntityManager, IsNull } from 'typeorm';
import { aRejection, type Arranged, type Arrangement } from './arrange.js';
import { eventually } from './eventually.js';
import { lineOf } from './sentences.js';

const ids = new UuidV7Ids();
/** Types that a handler plans something from; the rest is only told. */
const PLANNED_FROM = /^(application|contact|vacancy|settings|company|plans)\./;

export class CandidateLife {
  constructor(
    readonly id: string,
    private readonly api: Database,
  ) {}

  do<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.api.asCandidate(this.id, work);
  }

  /** A fact without rows of its own; answers the id of its message. */
  say(message: Fact): Promise<string> {
    return this.do((tx) => outbox.append(tx, ids, { candidateId: this.id, ...message }));
  }

  /** Until every message that something follows from is handled. */
  async handled(): Promise<void> {
    await eventually(
      async () => {
        const open = await this.do((tx) => tx.find(OutboxMessage));
        return !open.some(({ type, parkedAt }) => parkedAt === null && PLANNED_FROM.test(type));
      },
      { what: 'every message being handled' },
    );
  }

  async isRejected(given: Arrangement = {}): Promise<Arranged> {
    const arranged = await aRejection(this.api, given, this.id);
    await this.handled();
    return arranged;
  }

  async touches(contactId: string, given: Partial<Touch> = {}): Promise<void> {
    const at = given.at ?? new Date();
    const touch = { id: ids.next(), kind: 'mail' as const, direction: 'in' as const, text: null, ...given };
    await this.do(async (tx) => {
      await tx.insert(Touch, { candidateId: this.id, contactId, followUpId: null, ...touch, at });
      await tx.query('update contacts set last_touch_at = greatest(last_touch_at, $2) where id = $1', [contactId, at]);
      const data = { contactId, touchId: touch.id, kind: touch.kind, direction: touch.direction, at: at.toISOString() };
      await outbox.append(tx, ids, { candidateId: this.id, type: 'contact.touched.v1', data });
    });
    await this.handled();
  }

  async reaches(applicationId: string, to: Stage, scheduledAt: Date | null = null): Promise<void> {
    await this.do(async (tx) => {
      const { stage: from } = await tx.findOneByOrFail(Application, { id: applicationId });
      const at = new Date();
      await tx.update(Application, { id: applicationId }, { stage: to });
      await tx.update(Rejection, { applicationId, revokedAt: IsNull() }, { revokedAt: at });
      const change = { id: ids.next(), candidateId: this.id, applicationId, fromStage: from, toStage: to };
      await tx.insert(StageChange, { ...change, at, scheduledAt });
      const data = { applicationId, from, to, at: at.toISOString(), scheduledAt: scheduledAt?.toISOString() ?? null };
      await outbox.append(tx, ids, { candidateId: this.id, type: 'application.stage_changed.v1', data });
      if (scheduledAt !== null) await this.schedule(tx, applicationId, scheduledAt);
    });
    await this.handled();
  }

  /** A round beside those that are there; answers its id. */
  async schedules(applicationId: string, scheduledAt: Date): Promise<string> {
    const interviewId = await this.do((tx) => this.schedule(tx, applicationId, scheduledAt));
    await this.handled();
    return interviewId;
  }

  private async schedule(tx: EntityManager, applicationId: string, scheduledAt: Date): Promise<string> {
    const interviewId = ids.next();
    await tx.insert(Interview, { id: interviewId, candidateId: this.id, applicationId, scheduledAt });
    const data = { applicationId, interviewId, scheduledAt: scheduledAt.toISOString() };
    await outbox.append(tx, ids, { candidateId: this.id, type: 'application.interview_scheduled.v1', data });
    return interviewId;
  }

  async takesBack(rejected: Arranged, stage?: Stage): Promise<void> {
    await this.takeBackUnseen(rejected, stage);
    await this.handled();
  }

  /** Without waiting for what follows. */
  async takeBackUnseen({ applicationId, rejectionId }: Arranged, stage: Stage = 'interview'): Promise<void> {
    await this.do(async (tx) => {
      await tx.update(Rejection, { id: rejectionId }, { revokedAt: new Date() });
      await tx.update(Application, { id: applicationId }, { stage });
      const change = { id: ids.next(), candidateId: this.id, applicationId, toStage: stage };
      await tx.insert(StageChange, { ...change, fromStage: 'rejected', at: new Date(), scheduledAt: null });
      const data = { applicationId, rejectionId, stage };
      await outbox.append(tx, ids, { candidateId: this.id, type: 'application.rejection_revoked.v1', data });
    });
  }

  async changesContact(contactId: string, change: Partial<Contact>, fields: string[]): Promise<void> {
    await this.do((tx) => tx.update(Contact, { id: contactId }, change));
    await this.say(
      change.doNotContact
        ? { type: 'contact.opted_out.v1', data: { contactId } }
        : { type: 'contact.changed.v1', data: { contactId, fields } },
    );
    await this.handled();
  }

  followUps(where: Partial<Pick<FollowUp, 'applicationId' | 'contactId' | 'kind' | 'audience'>> = {}) {
    return this.do((tx) => tx.find(FollowUp, { where: where as object, order: { createdAt: 'ASC', id: 'ASC' } }));
  }

  /** The one follow-up of this kind. */
  async the(kind: FollowUp['kind'], where: { applicationId?: string; contactId?: string } = {}): Promise<FollowUp> {
    const rows = await this.followUps({ ...where, kind });
    if (rows.length !== 1) throw new Error(`There are ${rows.length} follow-ups of the kind ${kind}.`);
    return rows[0]!;
  }

  becomes(followUpId: string, state: StoredState): Promise<FollowUp> {
    return eventually(
      async () => {
        const row = await this.do((tx) => tx.findOneByOrFail(FollowUp, { id: followUpId }));
        return row.state === state && row;
      },
      { what: `the follow-up being ${state}` },
    );
  }

  /** `by what: why`, in order. */
  async ledger(followUpId: string): Promise<string[]> {
    const lines = await this.do((tx) => tx.find(LedgerLine, { where: { followUpId }, order: { id: 'ASC' } }));
    return lines.map((line) => {
      const { what, why } = lineOf(line);
      return `${line.by} ${what}: ${why ?? ''}`;
    });
  }

  events(type: Fact['type']): Promise<EventRecord[]> {
    return this.do((tx) => tx.find(EventRecord, { where: { type }, order: { id: 'ASC' } }));
  }
}
