import { candidateWithSettings, FollowUp } from '@app/database';
import { type FollowUpText, localDate, partsOf, reminderMail, renderDigest, textsOf } from '@app/follow-ups';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { composeMime } from '../email/letter-mime.js';
import { Sender } from '../../sender.js';
import { nextDigestName } from './digest.policy.js';

export interface FrozenReminders {
  messageId: string;
  mime: Buffer;
}

/** Makes the mail to the candidate: a reminder as it is, or several as the digest of the day. */
@Injectable()
export class ReminderFreezer {
  constructor(private readonly sender: Sender) {}

  /** The words of each reminder as the mail has them. */
  wordsOf(tx: EntityManager, rows: readonly FollowUp[]): Promise<Map<string, FollowUpText>> {
    return (rows.length === 1 ? textsOf : partsOf)(tx, rows, this.sender.publicUrl);
  }

  async freeze(
    tx: EntityManager,
    rows: readonly FollowUp[],
    words: Map<string, FollowUpText>,
    { address, now }: { address: string; now: Date },
  ): Promise<FrozenReminders> {
    const { candidateId, id } = rows[0]!;
    const { candidate, settings } = await candidateWithSettings(tx, candidateId);
    const { timezone } = settings;
    const isDigest = rows.length > 1;
    const name = isDigest
      ? nextDigestName(candidateId, localDate(now, timezone), await namesUsed(tx, candidateId))
      : id;
    const messageId = this.sender.messageIdOf(name, address);
    const own = words.get(id)!;
    const rendered = isDigest
      ? renderDigest(
          rows.map((row) => asPart(words.get(row.id)!)),
          { candidateName: candidate.name, publicUrl: this.sender.publicUrl, timezone, at: now },
        )
      : asPart(own);
    const mail = reminderMail({ candidate, address }, rendered);
    const mime = await composeMime({
      ...mail,
      from: { ...mail.from, address },
      to: { ...mail.to, address },
      messageId,
      date: now,
    });
    return { messageId, mime };
  }
}

const asPart = ({ subject, body }: FollowUpText) => ({ subject, text: body });

async function namesUsed(tx: EntityManager, candidateId: string): Promise<string[]> {
  const rows: { message_id: string }[] = await tx.query(
    `select distinct message_id from follow_ups where candidate_id = $1 and audience = 'candidate' and message_id like $2`,
    [candidateId, `<digest-${candidateId}-%`],
  );
  return rows.map(({ message_id }) => message_id);
}
