/** A letter as it would go now, read in the transaction of whoever sends it or shows it. */
import { Candidate, Contact, type FollowUp, Rejection } from '@app/database';
import { IsNull, type EntityManager } from 'typeorm';
import { type FollowUpText, textsOf } from '../follow-up-texts.queries.js';
import type { Mail as WayOut } from '../reasons/index.js';
import { senderAddress } from '../sender.policy.js';
import { letterMail, type Mail, reminderMail } from './mail.policy.js';

export interface Via {
  mail: WayOut;
  /** Where links in reminders lead. */
  publicUrl: string;
}

export interface Made {
  mail: Mail;
  /** As the candidate is shown it. */
  words: FollowUpText;
}

/** A reminder, as it comes where it goes by itself. */
export async function mailOf(tx: EntityManager, row: FollowUp, via: Via): Promise<Made> {
  const candidate = await tx.findOneByOrFail(Candidate, { id: row.candidateId });
  const words = (await textsOf(tx, [row], via.publicUrl)).get(row.id)!;
  const rendered = { subject: words.subject, text: words.body };
  const fromAddress = senderAddress(candidate, via.mail);
  if (row.audience === 'candidate') {
    return { mail: reminderMail({ candidate, address: fromAddress }, rendered), words };
  }
  const contact = row.contactId === null ? null : await tx.findOneBy(Contact, { id: row.contactId });
  const answered = await answeredBy(tx, row);
  return { mail: letterMail({ candidate, fromAddress, contact, answered }, rendered), words };
}

/** The rejection mail, when its Message-ID is known and it was with whom the letter goes to. */
async function answeredBy(tx: EntityManager, row: FollowUp): Promise<string | null> {
  const { candidateId, applicationId } = row;
  if (applicationId === null) return null;
  const rejection = await tx.findOneBy(Rejection, { candidateId, applicationId, revokedAt: IsNull() });
  return rejection?.contactId === row.contactId ? rejection.messageId : null;
}
