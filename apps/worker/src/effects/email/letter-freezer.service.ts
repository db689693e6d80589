import { type Candidate, Contact, FollowUp, frozenLetters, Rejection } from '@app/database';
import { textsOf } from '@app/follow-ups';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { composeMime, htmlFromText } from './letter-mime.js';
import type { FrozenMail } from './claims.service.js';
import { Sender } from './sender.js';

/**
 * Makes the whole message once; every later try hands over the same bytes, Message-ID and Date included. In other words than
 * those it is made anew where no server can have it.
 */
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
    // Another address is another recipient: they have seen nothing of the frozen bytes.
    const isTheirs = frozen.recipient === to;
    const isInDoubt = isTheirs && (await frozenLetters.isInDoubt(tx, row.id));
    const isAnew = frozen.mime !== null && !isInDoubt;
    const text = (await textsOf(tx, [isAnew ? unwritten(row) : row], this.sender.publicUrl)).get(row.id)!;
    const isAsFrozen = isInDoubt || (isTheirs && text.subject === row.subject && text.body === row.body);
    if (frozen.mime && frozen.messageId && isAsFrozen) {
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

/** Without the words of an earlier try, unless the candidate wrote them. */
const unwritten = (row: FollowUp): FollowUp => (row.editedAt === null ? { ...row, subject: null, body: null } : row);

/** The thread of the rejection mail, when its Message-ID is known and it was with whom the letter goes to. */
async function threadOf(tx: EntityManager, row: FollowUp): Promise<{ inReplyTo?: string; references?: string[] }> {
  if (row.applicationId === null) return {};
  const rejection = await tx.findOneBy(Rejection, { applicationId: row.applicationId, revokedAt: IsNull() });
  const isTheirs = rejection !== null && rejection.contactId === row.contactId;
  return isTheirs && rejection.messageId ? { inReplyTo: rejection.messageId, references: [rejection.messageId] } : {};
}
