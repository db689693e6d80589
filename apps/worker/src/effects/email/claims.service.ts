import { say } from '@app/contracts';
import { Database, FollowUp, FollowUpAttempt, ledger } from '@app/database';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { LEASE_SECONDS } from '../../lease.js';
import type { OutgoingMessage } from './mailer.js';

/** The bytes that every try hands over, and the words in them as the candidate is shown them from now on. */
export interface FrozenMail extends OutgoingMessage {
  messageId: string;
  subject: string;
  body: string;
}

/** A follow-up that this worker, and no other, is sending. */
export interface Claim {
  id: string;
  candidateId: string;
  attempt: number;
  token: string;
  envelope: OutgoingMessage;
}

/** The lease on a follow-up: taken with its frozen message, renewed while it lasts, checked by every later write. */
@Injectable()
export class Claims {
  constructor(private readonly database: Database) {}

  /** The row, locked, when it is this hint's turn; null when somebody else has it or there is nothing to do. */
  async lock(tx: EntityManager, id: string): Promise<FollowUp | null> {
    return tx.findOne(FollowUp, { where: { id }, lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } });
  }

  async take(tx: EntityManager, row: FollowUp, frozen: FrozenMail): Promise<Claim> {
    const attempt = row.attempt + 1;
    const token = randomUUID();
    await tx.query(
      `update follow_ups set state = 'sending', attempt = $2, lease_token = $3, lease_until = clock_timestamp() + make_interval(secs => $4),
         phase = 'connect', mime = $5, message_id = $6, recipient = $7,
         subject = $8, body = $9, queued_since = null, held_why = null, held_until = null,
         prior_state = null, prior_held_why = null, prior_held_until = null, updated_at = now() where id = $1`,
      [row.id, attempt, token, LEASE_SECONDS, frozen.mime, frozen.messageId, frozen.to, frozen.subject, frozen.body],
    );
    await tx.insert(FollowUpAttempt, { followUpId: row.id, attempt, candidateId: row.candidateId });
    await ledger.write(tx, row, { by: 'sender', what: say('sending'), why: say('try', { number: attempt }) });
    const { from, to, mime } = frozen;
    return { id: row.id, candidateId: row.candidateId, attempt, token, envelope: { from, to, mime } };
  }

  /** Before the point of no return what ran out is not renewed: a sender that slept past it decides anew. */
  async renew(claim: Claim): Promise<void> {
    await this.database.asCandidate(claim.candidateId, (tx) =>
      tx.query(
        `update follow_ups set lease_until = now() + make_interval(secs => $3)
         where id = $1 and lease_token = $2 and state = 'sending' and (phase = 'data' or lease_until >= now())`,
        [claim.id, claim.token, LEASE_SECONDS],
      ),
    );
  }

  /** Commits that the message is being handed over; false when the lease is not ours any more, or ran out: a sender that slept decides anew. */
  async enterData(tx: EntityManager, claim: Claim): Promise<boolean> {
    const [, entered]: [unknown, number] = await tx.query(
      `update follow_ups set phase = 'data', lease_until = now() + make_interval(secs => $3), updated_at = now()
       where id = $1 and lease_token = $2 and lease_until >= now() and state = 'sending' and phase = 'connect'`,
      [claim.id, claim.token, LEASE_SECONDS],
    );
    if (entered === 0) return false;
    await tx.query(
      `update follow_up_attempts set data_at = clock_timestamp() where follow_up_id = $1 and attempt = $2`,
      [claim.id, claim.attempt],
    );
    return true;
  }

  /** Ends the attempt; whether the follow-up is still ours to write to, under a lock until the transaction ends. */
  async end(
    tx: EntityManager,
    { id, attempt, token }: Claim,
    outcome: string,
    reply: string,
  ): Promise<FollowUp | null> {
    await tx.query(
      `update follow_up_attempts set ended_at = clock_timestamp(), outcome = $3, reply = $4 where follow_up_id = $1 and attempt = $2`,
      [id, attempt, outcome, reply.slice(0, 1_000)],
    );
    const row = await tx.findOne(FollowUp, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) return null;
    const holds = row.state === 'sending' && row.leaseToken === token;
    if (holds || row.attempt !== attempt) return holds ? row : null;
    // A late definite answer of this very attempt settles what was parked as unconfirmed meanwhile; that the letter arrived
    // settles it also when the candidate has asked for another try, which has not begun.
    const isOpen =
      row.state === 'unconfirmed' || (outcome === 'sent' && ['waiting', 'held', 'retrying'].includes(row.state));
    return isOpen ? row : null;
  }
}
