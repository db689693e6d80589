import type { Hint } from '@app/contracts';
import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';
import { whileLeased } from '../../lease.js';
import { UntilWritten } from '../until-written.service.js';
import { WorkerLogger } from '../../worker.logger.js';
import { Claims, type Claim } from './claims.service.js';
import { LetterClaims } from './letter-claims.service.js';
import { Mailer, type MailOutcome } from './mailer.js';
import { LetterOutcomes } from './letter-outcomes.service.js';
import { MailAccounts } from './mail-accounts.service.js';

/** Sends one letter by the protocol: claim, freeze, connect, commit the point of no return, settle. At most once. */
@Injectable()
export class Letters {
  constructor(
    private readonly database: Database,
    private readonly claims: Claims,
    private readonly letterClaims: LetterClaims,
    private readonly mailer: Mailer,
    private readonly outcomes: LetterOutcomes,
    private readonly accounts: MailAccounts,
    private readonly untilWritten: UntilWritten,
    private readonly logger: WorkerLogger,
  ) {}

  async handle({ id, candidateId }: Hint): Promise<void> {
    const claim = await this.database.inTurn(candidateId, (tx) => this.letterClaims.claim(tx, id));
    if (!claim) return;
    await whileLeased(
      () => this.claims.renew(claim),
      async () => {
        const outcome = await this.mailer.send(claim.envelope, () => this.passPointOfNoReturn(claim));
        this.logger.pino.info({ followUp: id, attempt: claim.attempt, outcome: outcome.kind }, 'letter');
        await this.untilWritten.keepWriting({ followUp: id }, () => this.record(claim, outcome));
        if (outcome.kind === 'refused' || outcome.kind === 'mailbox_refused') await this.accounts.tell(candidateId);
      },
    );
  }

  private record(claim: Claim, outcome: MailOutcome): Promise<void> {
    return this.database.inTurn(claim.candidateId, async (tx) => {
      if (outcome.kind === 'stopped') await this.claims.end(tx, claim, 'stopped', 'It was not to go any more.');
      else await this.outcomes.record(tx, claim, outcome);
    });
  }

  private passPointOfNoReturn(claim: Claim): Promise<boolean> {
    return this.database.inTurn(claim.candidateId, (tx) => this.letterClaims.enterData(tx, claim));
  }
}
