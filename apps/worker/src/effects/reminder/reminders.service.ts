import type { Hint } from '@app/contracts';
import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';
import { MailAccounts } from '../email/mail-accounts.service.js';
import { Mailer } from '../email/mailer.js';
import { whileLeased } from '../../lease.js';
import { UntilWritten } from '../until-written.service.js';
import { ReminderClaims } from './reminder-claims.service.js';
import { ReminderOutcomes } from './reminder-outcomes.service.js';

/**
 * Brings reminders to the candidate by mail, those that are due together as one. At least once: a doubtful mail goes again,
 * the same bytes with the same Message-ID.
 */
@Injectable()
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly claims: ReminderClaims,
    private readonly mailer: Mailer,
    private readonly outcomes: ReminderOutcomes,
    private readonly accounts: MailAccounts,
    private readonly untilWritten: UntilWritten,
  ) {}

  async handle({ id, candidateId }: Hint): Promise<void> {
    const claim = await this.database.inTurn(candidateId, (tx) => this.claims.claim(tx, id));
    if (!claim) return;
    await whileLeased(
      () => this.claims.renew(claim),
      async () => {
        const outcome = await this.mailer.send(claim.envelope, () => this.claims.enterData(claim));
        if (outcome.kind === 'stopped') return;
        await this.untilWritten.keepWriting({ followUp: id }, () =>
          this.database.inTurn(candidateId, (tx) => this.outcomes.record(tx, claim, outcome)),
        );
        if (outcome.kind === 'refused' || outcome.kind === 'mailbox_refused') await this.accounts.tell(candidateId);
      },
    );
  }
}
