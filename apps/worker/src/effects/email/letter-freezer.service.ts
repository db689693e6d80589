import { FollowUp } from '@app/database';
import { mailOf } from '@app/follow-ups';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { composeMime } from './letter-mime.js';
import type { FrozenMail } from './claims.service.js';
import { Sender } from '../../sender.js';

/** Makes the whole message once; every later try hands over the same bytes, Message-ID and Date included. */
@Injectable()
export class LetterFreezer {
  constructor(private readonly sender: Sender) {}

  /** There is an address to write from, and one to write to: a reason speaks against it else. */
  async freeze(tx: EntityManager, row: FollowUp, now: Date): Promise<FrozenMail> {
    const { mail, words } = await mailOf(tx, row, this.sender);
    const [from, to] = [mail.from.address!, mail.to.address!];
    const frozen = await tx.findOneOrFail(FollowUp, {
      where: { id: row.id },
      select: { id: true, mime: true, messageId: true, recipient: true },
    });
    // Another address is another recipient: they have seen nothing of the frozen bytes.
    if (frozen.mime && frozen.messageId && frozen.recipient === to) {
      return { from, to, mime: frozen.mime, messageId: frozen.messageId, ...words };
    }
    const messageId = this.sender.messageIdOf(row.id, from);
    const mime = await composeMime({
      ...mail,
      ...mail.thread,
      from: { ...mail.from, address: from },
      to: { ...mail.to, address: to },
      messageId,
      date: now,
    });
    return { from, to, mime, messageId, ...words };
  }
}
