import { addressKey, OWNER_ID, type Sentence } from '@app/contracts';
import { Candidate, Database, databaseNow, type FollowUp, outbox } from '@app/database';
import { whyOf } from '@app/follow-ups';
import { Ids, Sealer } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Sender } from '../../sender.js';
import { WorkerLogger } from '../../worker.logger.js';
import type { RefusedOfUs } from './letter-outcome.policy.js';
import * as accounts from './mail-accounts.queries.js';
import { saidWithoutAddresses } from './refusal.policy.js';

/** What is known to all workers of a server that refuses us: one mail is tried every hour, and the first that is taken lets the rest go. */
@Injectable()
export class MailAccounts implements OnModuleInit {
  private readonly fingerprint: string;

  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly sealer: Sealer,
    private readonly sender: Sender,
    private readonly logger: WorkerLogger,
    private readonly smtpUrl: string,
  ) {
    this.fingerprint = sealer.fingerprint(smtpUrl, 'mail_accounts|fingerprint');
  }

  async onModuleInit(): Promise<void> {
    await this.database.acrossCandidates(async (tx) => {
      await accounts.reopenIfChanged(tx, this.fingerprint);
      const host = URL.parse(this.smtpUrl)?.hostname;
      if (host && !this.sender.mail.isCaptured) await accounts.nameServer(tx, this.fingerprint, host);
    });
  }

  /** Whether a closed account is tried with this mail; an open one needs no trying. */
  async takeTry(tx: EntityManager, row: FollowUp): Promise<boolean> {
    return !this.sender.mail.isCaptured && (await accounts.takeTry(tx, row, await databaseNow(tx)));
  }

  giveTryBack(tx: EntityManager, row: FollowUp): Promise<void> {
    return accounts.giveTryBack(tx, row);
  }

  endTry(tx: EntityManager, row: FollowUp): Promise<void> {
    return accounts.endTry(tx, row);
  }

  async accepted(tx: EntityManager, row: FollowUp): Promise<void> {
    if (!this.sender.mail.isCaptured) await accounts.accepted(tx, row, this.fingerprint);
  }

  /** The rows of one mail, which are left alone for a while; the refusal counts against the account unless it takes others. */
  async refused(
    tx: EntityManager,
    rows: readonly FollowUp[],
    { to, why, of }: { to: string; why: Sentence; of: RefusedOfUs },
  ): Promise<void> {
    let isAlone = true;
    for (const row of rows) isAlone = (await accounts.hasTakenOthers(tx, row)) && isAlone;
    for (const row of rows) await accounts.leaveAlone(tx, row, isAlone);
    if (isAlone || this.sender.mail.isCaptured) return;
    const { fingerprint } = this;
    const recipient = this.sealer.fingerprint(addressKey(to), 'mail_accounts|refused_recipient');
    const id = of === 'account' ? accounts.SHARED : rows[0]!.candidateId;
    await accounts.refused(tx, { id, fingerprint, recipient, why: saidWithoutAddresses(why) });
  }

  /** Once for each row of refusals, and not by mail: of the account its owner, of a sender the candidate. */
  async tell(candidateId: string): Promise<void> {
    if (this.sender.mail.isCaptured) return;
    for (const id of new Set([candidateId, OWNER_ID])) {
      await this.database
        .asCandidate(id, (tx) => this.tellOf(tx, id))
        .catch((err: Error) => this.logger.pino.warn({ err }, 'that mail is refused could not be told yet'));
    }
  }

  private async tellOf(tx: EntityManager, candidateId: string): Promise<void> {
    if (!(await tx.existsBy(Candidate, { id: candidateId }))) return;
    const ids = candidateId === OWNER_ID ? [accounts.SHARED, OWNER_ID] : [candidateId];
    for (const { id, since, ...said } of await accounts.markTold(tx, ids)) {
      const of = id === accounts.SHARED ? 'account' : 'sender';
      const data = { of, since: since.toISOString(), ...whyOf(said) } as const;
      await outbox.append(tx, this.ids, { candidateId, type: 'mailbox.refused.v1', data });
      this.logger.pino.error(
        { of, why: data.why },
        'the mail server refuses our mail: it waits, and is tried again every hour',
      );
    }
  }
}
