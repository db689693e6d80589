import { databaseNow, FollowUp, ledger } from '@app/database';
import { STOP_TEXT } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Envelope } from '../queue/envelope.js';
import { KeepWarm, latestRejected } from './keep-warm.service.js';
import { planLetter } from './letter-plan.policy.js';
import { cancelPending, insertPlanned } from './planning.queries.js';
import { searchForContact } from './rejected.policy.js';
import { isYetToBePlanned, rejectedApplication } from './rejection-facts.queries.js';

const NO_HOLD = { heldWhy: null, heldUntil: null };

/** Somebody to write to was found, changed, opted out, or cannot be reached. */
@Injectable()
export class ContactChanges {
  constructor(
    private readonly ids: Ids,
    private readonly keepWarm: KeepWarm,
  ) {}

  async ofApplication(tx: EntityManager, message: Envelope<'application.contact_changed.v1'>): Promise<void> {
    const { applicationId, contactId } = message.data;
    const letters = ['feedback_request', 'thank_you', 'reopened_outreach'] as const;
    const pending = await tx.findBy(FollowUp, { applicationId, kind: In([...letters]) });
    for (const former of new Set(pending.map((row) => row.contactId))) {
      if (former === null || former === contactId) continue;
      const why = 'The application has another contact now.';
      await cancelPending(
        tx,
        this.ids,
        { applicationId, contactId: former, audience: 'contact' },
        { by: 'stop_rule', why },
      );
      await this.keepWarm.set(tx, message.candidateId, former);
    }
    await this.writeTo(tx, message, applicationId);
    if (contactId !== null) await this.keepWarm.set(tx, message.candidateId, contactId);
  }

  async ofContact(tx: EntityManager, message: Envelope<'contact.changed.v1'>): Promise<void> {
    const { contactId } = message.data;
    const looking = await tx.findBy(FollowUp, {
      contactId,
      kind: 'find_contact',
      state: In(['waiting', 'held', 'sending', 'retrying', 'sent']),
    });
    for (const { applicationId } of looking) if (applicationId) await this.writeTo(tx, message, applicationId);
    await this.keepWarm.set(tx, message.candidateId, contactId);
  }

  async optedOut(tx: EntityManager, { candidateId, data }: Envelope<'contact.opted_out.v1'>): Promise<void> {
    const { contactId } = data;
    const reason = { by: 'stop_rule', why: STOP_TEXT.do_not_contact } as const;
    await cancelPending(tx, this.ids, { contactId, audience: 'contact' }, reason);
    await this.keepWarm.set(tx, candidateId, contactId);
  }

  async bounced(tx: EntityManager, { id, candidateId, data }: Envelope<'contact.bounced.v1'>): Promise<void> {
    const { contactId } = data;
    const reason = { by: 'stop_rule', why: STOP_TEXT.address_bounced } as const;
    await cancelPending(tx, this.ids, { contactId, audience: 'contact' }, reason);
    const application = await latestRejected(tx, contactId);
    if (!application) return;
    const now = await databaseNow(tx);
    const origin = { candidateId, sourceId: id, applicationId: application.id, contactId, since: now };
    await insertPlanned(tx, this.ids, origin, searchForContact(now));
  }

  /** Plans the letter that had nobody to go to, once somebody with an address is there. */
  private async writeTo(
    tx: EntityManager,
    { id, candidateId }: Envelope<'application.contact_changed.v1' | 'contact.changed.v1'>,
    applicationId: string,
  ): Promise<void> {
    const found = await rejectedApplication(tx, applicationId);
    const contact = found?.facts.contact;
    if (!found || !contact?.email || contact.bouncedAt !== null) return;
    // Its own message plans the letter to whoever is there by then.
    if (await isYetToBePlanned(tx, found.rejection)) return;
    const { contactId } = found.application;
    const kinds = ['feedback_request', 'thank_you'] as const;
    const already = await tx.existsBy(FollowUp, {
      applicationId,
      kind: In([...kinds]),
      state: In(['draft', 'waiting', 'held', 'sending', 'retrying', 'unconfirmed', 'sent', 'answered']),
    });
    if (already) return;
    const origin = { candidateId, sourceId: id, applicationId, contactId, since: found.rejection.receivedAt };
    await insertPlanned(tx, this.ids, origin, planLetter(found.facts));
    await this.endSearch(tx, applicationId);
  }

  private async endSearch(tx: EntityManager, applicationId: string): Promise<void> {
    const searches = await tx.findBy(FollowUp, {
      applicationId,
      kind: 'find_contact',
      state: In(['waiting', 'held', 'retrying', 'sent']),
    });
    for (const search of searches) {
      await tx.update(FollowUp, { id: search.id }, { ...NO_HOLD, state: 'done', updatedAt: () => 'now()' });
      await ledger.write(tx, search, { by: 'plan', what: 'done', why: 'A contact with an address was found.' });
    }
  }
}
