import { type Candidate, Contact, FollowUp, Rejection } from '@app/database';
import { textsOf } from '@app/follow-ups';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { composeMime, htmlFromText } from './letter-mime.js';
import type { FrozenMail } from './claims.service.js';
import { Sender } from '../../sender.js';

/** Makes the whole message once; every later try hands over the same bytes, Message-ID and Date included. */
@Injectable()
export class LetterFreezer {
  constructor(private readonly sender: Sender) {}

  async freeze(tx: EntityManager, row: FollowUp, candidate: Candidate, now: Date): Promise<FrozenMail> {
    const from = this.sender.addressOf(candidate)!;
    const contact = await tx.findOneByOrFail(Contact, { id: row.contactId! });
    const to = contact.email!;
    const frozen = await tx.findOneOrFail(FollowUp, {
      where: { id: row.id },
      select: { id: true, mime: true, messageId: true, recipient: true },
    });
    const text = (await textsOf(tx, [row], this.sender.publicUrl)).get(row.id)!;
    // Another address is another recipient: they have seen nothing of the frozen bytes.
    if (frozen.mime && frozen.messageId && frozen.recipient === to) {
      return { from, to, mime: frozen.mime, messageId: frozen.messageId, ...text };
    }
    const messageId = this.sender.messageIdOf(row.id, from);
    const mime = await composeMime({
      from: { name: candidate.name ?? '', address: from },
      to: { name: contact.name, address: to },
      subject: text.subject,
      text: text.body,
      html: htmlFromText(text.body),
      messageId,
      date: now,
      ...(await threadOf(tx, row)),
    });
    return { from, to, mime, messageId, ...text };
  }
}

/** The thread of the rejection mail, when its Message-ID is known and it was with whom the letter goes to. */
async function threadOf(tx: EntityManager, row: FollowUp): Promise<{ inReplyTo?: string; references?: string[] }> {
  const { candidateId, applicationId } = row;
  if (applicationId === null) return {};
  const rejection = await tx.findOneBy(Rejection, { candidateId, applicationId, revokedAt: IsNull() });
  const isTheirs = rejection !== null && rejection.contactId === row.contactId;
  return isTheirs && rejection.messageId ? { inReplyTo: rejection.messageId, references: [rejection.messageId] } : {};
}
