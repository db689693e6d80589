import { Database, databaseNow, FollowUp } from '@app/database';
import { mailOf, type MailToSend, senderLack } from '@app/follow-ups';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import { shownBy } from './follow-up-brief.queries.js';
import { followUpById } from './follow-ups.queries.js';
import { readMail } from './frozen-mail.js';
import { goesAt, isAsFrozen } from './letter-when.policy.js';
import type { LetterAnswer } from './letter.schemas.js';
import { lastTest, showTest } from './test-letters.queries.js';

/** A follow-up as the mail that it was or will be, made by what makes it when it goes. */
@Injectable()
export class LettersService {
  constructor(
    private readonly database: Database,
    @Inject(ENV) private readonly env: Env,
  ) {}

  get(candidateId: string, id: string): Promise<LetterAnswer> {
    return this.database.asReader(candidateId, async (tx) => {
      const row = await followUpById(tx, id);
      const { mail } = await mailOf(tx, row, shownBy(this.env));
      const frozen = await frozenOf(tx, row);
      const mime = frozen && isAsFrozen(row.state, frozen.recipient, mail.to.address) ? frozen.mime : null;
      const now = await databaseNow(tx);
      const test = await lastTest(tx, id);
      const tested = test && showTest(test, mail.from.address);
      return this.show(row, mime ? await readMail(mime) : mail, { isFixed: mime !== null, now, tested });
    });
  }

  private show(
    row: FollowUp,
    { from, to, subject, text, html, thread }: MailToSend,
    { isFixed, now, tested }: { isFixed: boolean; now: Date; tested: LetterAnswer['lastTest'] },
  ): LetterAnswer {
    return {
      followUpId: row.id,
      from,
      to,
      replyTo: from,
      subject,
      text,
      html,
      thread,
      messageId: row.messageId,
      when: goesAt(row, now)?.toISOString() ?? null,
      isFixed,
      lastTest: tested,
      missing: isFixed ? [] : this.lacking(row, from, to),
    };
  }

  private lacking({ audience }: FollowUp, from: MailToSend['from'], to: MailToSend['to']): LetterAnswer['missing'] {
    const name = audience === 'contact' ? from.name || null : 'Rekindle';
    const lack = senderLack({ name, email: from.address }, shownBy(this.env).mail.isCaptured);
    return [
      ...(lack === 'name' || lack === 'name_and_address' ? (['sender_name'] as const) : []),
      ...(lack === 'address' || lack === 'name_and_address' ? (['sender_address'] as const) : []),
      ...(audience === 'contact' && to.address === null ? (['recipient_address'] as const) : []),
    ];
  }
}

/** Of a digest, the bytes are with one of its members. */
function frozenOf(tx: EntityManager, { id, digestId }: FollowUp): Promise<FollowUp | null> {
  return tx.findOne(FollowUp, { where: { id: digestId ?? id }, select: { id: true, mime: true, recipient: true } });
}
