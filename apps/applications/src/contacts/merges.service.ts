import { refusal } from '@app/contracts';
import { Contact, ContactMerge, databaseNow, deletion, outbox } from '@app/database';
import { Ids, RuleViolation } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { deletedById } from '../http/deleted.queries.js';
import { ContactDeletion } from './contact-deletion.service.js';
import { showContact } from './contact-answers.queries.js';
import { contactById } from './contacts.queries.js';
import type { ContactAnswer } from './contacts.schemas.js';
import { blankAgain, filledFrom, keysAdded, keysOf } from './merge.policy.js';
import * as merges from './merges.queries.js';
import { optOut } from './opt-outs.queries.js';

/** Two entries of one person become one, and two again. In the candidate's turn: whom an opt-out reaches is known only on the way. */
@Injectable()
export class Merges {
  constructor(
    private readonly commands: Commands,
    private readonly deletion: ContactDeletion,
    private readonly ids: Ids,
  ) {}

  merge(caller: Caller, id: string, fromId: string): Promise<ContactAnswer> {
    if (id === fromId) throw refused('merge_with_itself');
    return this.commands.inTurn(caller, async (tx) => {
      await merges.lockApplicationsOf(tx, [id, fromId]);
      const [stays, from] = await this.bothOf(tx, id, fromId);
      if (stays.sample !== from.sample) throw refused('merge_with_sample');
      await this.requireStill(tx, [id, fromId]);
      await merges.makeRoom(tx, this.ids, [id, fromId]);
      await this.takeUp(tx, stays, from);
      return showContact(tx, await contactById(tx, id));
    });
  }

  unmerge(caller: Caller, id: string, fromId: string): Promise<ContactAnswer> {
    return this.commands.inTurn(caller, async (tx) => {
      await merges.lockApplicationsOf(tx, [id]);
      const stays = await contactById(tx, id, 'with_key');
      const merge = await merges.mergeOf(tx, id, fromId);
      if (merge === null) throw new RuleViolation(refusal('not_merged'));
      if (merge.undoUntil <= (await databaseNow(tx))) throw new RuleViolation(refusal('merged_for_good'));
      await this.requireStill(tx, [id]);
      await this.giveBack(tx, stays, merge);
      return showContact(tx, await contactById(tx, id));
    });
  }

  private async bothOf(tx: EntityManager, id: string, fromId: string): Promise<[stays: Contact, from: Contact]> {
    const found = new Map<string, Contact>();
    for (const one of [id, fromId].toSorted()) {
      const contact = await tx.findOne(Contact, { where: { id: one }, lock: { mode: 'pessimistic_write' } });
      if (contact !== null) found.set(one, contact);
    }
    const [stays, from] = [found.get(id), found.get(fromId)];
    if (stays === undefined)
      throw new RuleViolation(refusal('not_found', { what: 'contact', id }), { kind: 'not_found' });
    if (from === undefined) throw refused('merge_with_nobody');
    return [stays, from];
  }

  private async requireStill(tx: EntityManager, contactIds: string[]): Promise<void> {
    if (await merges.isOnItsWay(tx, contactIds)) throw new RuleViolation(refusal('merge_while_sending'));
  }

  private async takeUp(tx: EntityManager, stays: Contact, from: Contact): Promise<void> {
    const { id, candidateId } = stays;
    const filled = filledFrom(stays, from);
    const addedKeys = keysAdded(stays, from);
    const merge = {
      id: this.ids.next(),
      candidateId,
      contactId: id,
      fromId: from.id,
      name: from.name,
      email: from.email,
      emailKey: from.emailKey,
      filled,
      addedKeys,
      wasOpen: !stays.doNotContact,
      fromWasOpen: !from.doNotContact,
    };
    await tx.insert(ContactMerge, merge as QueryDeepPartialEntity<ContactMerge>);
    await merges.moveOver(tx, merge);
    // One address is one person's among those who are there.
    await deletion.hide(tx, 'contact', from);
    const emailKey = filled.emailKey ?? stays.emailKey;
    const formerKeys = [...stays.formerKeys, ...addedKeys].filter((key) => key !== emailKey);
    const doNotContact = stays.doNotContact || from.doNotContact;
    await tx.update(Contact, { id }, { ...filled, formerKeys, doNotContact, updatedAt: () => 'now()' });
    await merges.keepLastTouch(tx, id);
    if (doNotContact && !stays.sample)
      await optOut(tx, this.ids, { candidateId, id, keys: keysOf({ emailKey, formerKeys }) });
    if (doNotContact && !stays.doNotContact) {
      await outbox.append(tx, this.ids, { candidateId, type: 'contact.opted_out.v1', data: { contactId: id } });
    }
    const data = { contactId: id, fromId: from.id };
    await outbox.append(tx, this.ids, { candidateId, type: 'contact.merged.v1', data });
  }

  private async giveBack(tx: EntityManager, stays: Contact, merge: ContactMerge): Promise<void> {
    const { contactId: id, candidateId, fromId } = merge;
    const from = await deletedById(tx, Contact, 'contact', fromId);
    const blank = blankAgain(stays, merge.filled);
    const isSaidSince = await merges.isOptedOutSince(tx, merge);
    const own = {
      emailKey: stays.emailKey,
      ...blank,
      formerKeys: stays.formerKeys.filter((key) => !merge.addedKeys.includes(key)),
    };
    if (!isSaidSince) {
      if (merge.wasOpen) await merges.takeBackMarks(tx, merge, keysOf(own));
      if (merge.fromWasOpen) await merges.takeBackMarks(tx, merge, keysOf(from));
    }
    const isOpenAgain = merge.wasOpen && !isSaidSince && !(await merges.isMarked(tx, stays, keysOf(own)));
    const doNotContact = stays.doNotContact && !isOpenAgain;
    await tx.update(Contact, { id }, { ...blank, formerKeys: own.formerKeys, doNotContact, updatedAt: () => 'now()' });
    await merges.moveBack(tx, merge);
    await merges.keepLastTouch(tx, id);
    await this.deletion.giveBack(tx, { ...from, doNotContact: from.doNotContact || isSaidSince });
    await tx.delete(ContactMerge, { id: merge.id });
    await outbox.append(tx, this.ids, { candidateId, type: 'contact.unmerged.v1', data: { contactId: id, fromId } });
  }
}

const refused = (code: 'merge_with_itself' | 'merge_with_nobody' | 'merge_with_sample') =>
  new RuleViolation(refusal(code), { kind: 'invalid', pointer: '/from' });
