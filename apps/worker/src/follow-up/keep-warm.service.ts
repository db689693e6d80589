import type { Settings } from '@app/contracts';
import { Application, candidateWithSettings, Company, databaseNow, FollowUp, ledger, Rejection } from '@app/database';
import { addDuration, checkInAt, contactFacts, halfYearAt, STOP_TEXT } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { cancelPending, insertPlanned } from './planning.queries.js';

type Kind = 'check_in' | 'half_year';

/** Sets the one clock of a contact anew from the last touch; safe to call whenever something may have moved it. */
@Injectable()
export class KeepWarm {
  constructor(private readonly ids: Ids) {}

  async set(tx: EntityManager, candidateId: string, contactId: string): Promise<void> {
    const contact = await contactFacts(tx, contactId);
    const shownUnder = await latestRejected(tx, contactId);
    if (!contact || !shownUnder || contact.doNotContact) {
      const why = contact?.doNotContact ? STOP_TEXT.do_not_contact : STOP_TEXT.no_longer_rejected;
      await cancelPending(tx, this.ids, { contactId, kinds: ['check_in', 'half_year'] }, { by: 'stop_rule', why });
      return;
    }
    const { settings } = await candidateWithSettings(tx, candidateId);
    const clock = {
      lastTouchAt: contact.lastTouchAt,
      now: await databaseNow(tx),
      keepWarm: settings.keepWarm,
      at: settings.reminders.at,
      timezone: settings.timezone,
    };
    const cooldownUntil = await cooldownEnd(tx, shownUnder.companyId, settings);
    const due = {
      check_in: checkInAt(clock),
      half_year: settings.looking ? halfYearAt({ ...clock, cooldownUntil }) : null,
    };
    for (const kind of ['check_in', 'half_year'] as const) {
      if (due[kind])
        await this.place(tx, candidateId, contactId, shownUnder.id, kind, due[kind], clock.lastTouchAt ?? clock.now);
    }
  }

  private async place(
    tx: EntityManager,
    candidateId: string,
    contactId: string,
    applicationId: string,
    kind: Kind,
    dueAt: Date,
    since: Date,
  ): Promise<void> {
    const pending = await tx.findOneBy(FollowUp, {
      contactId,
      kind,
      state: In(['waiting', 'held', 'sending', 'retrying']),
    });
    if (!pending) {
      if (await wasEndedByHand(tx, { contactId, kind, since, dueAt })) return;
      const why =
        kind === 'check_in' ? 'A contact stays warm when somebody says hello.' : 'Half a year on, teams change.';
      const origin = { candidateId, sourceId: null, applicationId, contactId, since };
      await insertPlanned(tx, this.ids, origin, { kind, audience: 'candidate', state: 'waiting', dueAt, why });
      return;
    }
    // The same touch leaves it where it is: the candidate may have snoozed it.
    const isThere = pending.since.getTime() === since.getTime() && pending.applicationId === applicationId;
    if (isThere || pending.state === 'sending') return;
    await tx.update(FollowUp, { id: pending.id }, { dueAt, applicationId, since, updatedAt: () => 'now()' });
    await ledger.write(tx, pending, {
      by: 'clock',
      what: 'moved',
      why: `The last touch moved; now due ${dueAt.toISOString()}.`,
    });
  }
}

/** What the candidate cancelled or had done stays so until there is another touch. */
async function wasEndedByHand(
  tx: EntityManager,
  { contactId, kind, since, dueAt }: { contactId: string; kind: Kind; since: Date; dueAt: Date },
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from follow_ups f where contact_id = $1 and kind = $2 and since = $3 and due_at >= $4
       and exists (select 1 from follow_up_ledger l
         where l.follow_up_id = f.id and l.by = 'candidate' and l.what in ('cancelled', 'done'))`,
    [contactId, kind, since, dueAt],
  );
  return rows.length > 0;
}

export async function latestRejected(tx: EntityManager, contactId: string): Promise<Application | null> {
  const rows: { id: string }[] = await tx.query(
    `select a.id from applications a join rejections r on r.application_id = a.id and r.revoked_at is null
     where a.contact_id = $1 and a.stage = 'rejected' order by r.received_at desc, r.id desc limit 1`,
    [contactId],
  );
  return rows[0] ? tx.findOneBy(Application, { id: rows[0].id }) : null;
}

async function cooldownEnd(tx: EntityManager, companyId: string, settings: Settings): Promise<Date | null> {
  const company = await tx.findOneByOrFail(Company, { id: companyId });
  const at = await latestRejectionAt(tx, companyId);
  return at && addDuration(at, company.cooldown ?? settings.cooldown, settings.timezone);
}

/** When the company last said no, through whichever application. */
export async function latestRejectionAt(tx: EntityManager, companyId: string): Promise<Date | null> {
  const applications = await tx.findBy(Application, { companyId });
  const latest = await tx.findOne(Rejection, {
    where: { applicationId: In(applications.map(({ id }) => id)), revokedAt: IsNull() },
    order: { receivedAt: 'DESC' },
  });
  return latest?.receivedAt ?? null;
}
