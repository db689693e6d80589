import { say, type Sentence } from '@app/contracts';
import { candidateWithSettings, Company, Contact, databaseNow, FollowUp } from '@app/database';
import { addDuration } from '../duration.policy.js';
import { reasonsNow, type Subject } from '../reasons/index.js';
import { type HalfYearClock, type KeepWarmKind, nextOccasion, type Occasion, occasionAt } from '../warmth.policy.js';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { Mail } from '../reasons/index.js';
import * as changing from './changing.queries.js';
import { endedByAReason, latestRejected, latestRejectionAt, spentOccasions } from './keep-warm.queries.js';
import type { Planned } from './planned.policy.js';
import { insertPlanned } from './planning.queries.js';
import { asItWas } from './reconsider.policy.js';
import { lockedPending, WaitingRows } from './waiting-rows.service.js';

const KINDS = ['check_in', 'half_year'] as const satisfies readonly KeepWarmKind[];

const WHY: Record<KeepWarmKind, Sentence> = {
  check_in: say('stays_warm'),
  half_year: say('teams_change'),
};

interface Clock extends HalfYearClock {
  candidateId: string;
  contactId: string;
  applicationId: string;
  since: Date;
}

/** Brings the one clock of a contact to its last touch and the settings; safe to call whenever something may have moved it. */
export class KeepWarm {
  constructor(
    private readonly ids: Ids,
    private readonly rows: WaitingRows,
    private readonly mail: Mail,
  ) {}

  async set(tx: EntityManager, candidateId: string, contactId: string): Promise<void> {
    const of = { candidateId, contactId };
    for (const kind of KINDS) await this.rows.reconsider(tx, await lockedPending(tx, { ...of, kind }));
    const contact = await tx.findOneBy(Contact, { id: contactId });
    const shownUnder = contact && (await latestRejected(tx, contact));
    if (!contact || !shownUnder || contact.lastTouchAt === null) return;
    const { settings } = await candidateWithSettings(tx, candidateId);
    const company = await tx.findOneByOrFail(Company, { id: shownUnder.companyId });
    const latest = await latestRejectionAt(tx, shownUnder);
    const clock = {
      candidateId,
      contactId,
      applicationId: shownUnder.id,
      since: contact.lastTouchAt,
      lastTouchAt: contact.lastTouchAt,
      now: await databaseNow(tx),
      keepWarm: settings.keepWarm,
      at: settings.reminders.at,
      timezone: settings.timezone,
      cooldownUntil: latest && addDuration(latest, company.cooldown ?? settings.cooldown, settings.timezone),
    };
    for (const kind of KINDS) await this.place(tx, clock, kind);
  }

  private async place(tx: EntityManager, clock: Clock, kind: KeepWarmKind): Promise<void> {
    const { candidateId, contactId, applicationId, since } = clock;
    const [pending] = await lockedPending(tx, { candidateId, contactId, kind });
    if (pending && pending.since.getTime() === since.getTime()) return this.keep(tx, pending, clock, kind);
    const next = await this.next(tx, clock, kind);
    if (next === null) return this.end(tx, pending);
    if (pending) return this.moveTo(tx, pending, clock, next, 'touch_moved');
    const origin = { candidateId, sourceId: null, applicationId, contactId, since };
    if (await this.wouldEnd(tx, { ...origin, kind, dueAt: next.at })) return;
    const planned: Planned = {
      kind,
      audience: 'candidate',
      state: 'waiting',
      dueAt: next.at,
      plannedDueAt: next.at,
      occasion: next.occasion,
      why: WHY[kind],
    };
    const ended = await endedByAReason(tx, { ...clock, kind }, next.occasion);
    if (!ended) return void (await insertPlanned(tx, this.ids, origin, planned));
    await changing.change(tx, ended, { applicationId });
    await changing.planAgain(tx, this.ids, { ...ended, applicationId }, asItWas(ended, planned));
  }

  private async wouldEnd(tx: EntityManager, thought: Omit<Subject, 'id' | 'details'>): Promise<boolean> {
    const subject = { ...thought, id: this.ids.next(), details: null };
    const reasons = (await reasonsNow(tx, [subject], this.mail)).get(subject.id)!;
    return reasons.some(({ effect }) => effect === 'ends');
  }

  /** The same touch: it moves with the settings only, and not before the moment that the candidate chose. */
  private async keep(tx: EntityManager, pending: FollowUp, clock: Clock, kind: KeepWarmKind): Promise<void> {
    if (pending.applicationId !== clock.applicationId) {
      await changing.change(tx, pending, { applicationId: clock.applicationId });
    }
    // Planned by an earlier version, which did not write down which one it is.
    if (pending.occasion === null) {
      const next = await this.next(tx, clock, kind);
      await changing.change(tx, pending, { occasion: next?.occasion ?? 1, plannedDueAt: next?.at ?? pending.dueAt });
      return;
    }
    const at = occasionAt(kind, clock, pending.occasion);
    if (at?.getTime() === pending.plannedDueAt?.getTime()) return;
    const next = at ? { occasion: pending.occasion, at } : await this.next(tx, clock, kind);
    if (next === null) return this.end(tx, pending);
    await this.moveTo(tx, pending, clock, next, 'settings_changed');
  }

  private async moveTo(
    tx: EntityManager,
    row: FollowUp,
    clock: Clock,
    to: Occasion,
    why: changing.Moved,
  ): Promise<void> {
    if (row.state === 'sending') return;
    const { applicationId, since, now } = clock;
    await changing.change(tx, row, { applicationId, since, occasion: to.occasion, plannedDueAt: to.at });
    const isSameTouch = row.since.getTime() === since.getTime();
    const earliest = isSameTouch && row.chosenAt ? row.chosenAt : now;
    const dueAt = new Date(Math.max(Number(to.at), Number(earliest), Number(now)));
    if (dueAt.getTime() !== row.dueAt.getTime()) await changing.move(tx, row, dueAt, why);
  }

  private async next(tx: EntityManager, clock: Clock, kind: KeepWarmKind): Promise<Occasion | null> {
    const spent = await spentOccasions(tx, { ...clock, kind });
    const next = nextOccasion(kind, clock, spent.occasions);
    // Ended under an earlier version, which did not write down which one it was.
    if (next === null || spent.untilWithoutNumber === null || next.at > spent.untilWithoutNumber) return next;
    return nextOccasion(kind, { ...clock, now: spent.untilWithoutNumber }, spent.occasions);
  }

  private async end(tx: EntityManager, pending: FollowUp | undefined): Promise<void> {
    if (!pending || pending.phase === 'data') return;
    await changing.end(tx, this.ids, pending, { by: 'stop_rule', code: 'not_asked_for', why: say('not_asked_for') });
  }
}
