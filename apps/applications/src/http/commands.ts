/**
 * Runs a command in one transaction as its candidate. A repeated `Idempotency-Key` is answered from the first time:
 * key and answer are written in the command's own transaction, so both are there or neither is.
 */
import { refusal } from '@app/contracts';
import { Database, IdempotencyKey } from '@app/database';
import { RuleViolation, Sealer } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Caller, Rehearsal } from './caller.js';
import { tagged, tagOf } from './entity-tag.js';

/** `route` is stored as its hash: an index takes no row of any length. */
type Claim = NonNullable<Caller['idempotency']> & { candidateId: string };

@Injectable()
export class Commands {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  /** `work` returns what the request answers with. */
  run<T>(caller: Caller, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (caller.rehearsal !== null) return this.rehearsed(caller.candidateId, caller.rehearsal, work);
    return this.database.asCandidate(caller.candidateId, (tx) => this.once(tx, caller, work));
  }

  /**
   * The same in the candidate's turn: before a sender's point of no return or after it. Turn comes before key, in every command
   * that takes both.
   */
  inTurn<T>(caller: Caller, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (caller.rehearsal !== null) return this.rehearsed(caller.candidateId, caller.rehearsal, work);
    return this.database.inTurn(caller.candidateId, (tx) => this.once(tx, caller, work));
  }

  /** Always in the candidate's turn, since what is planned from it is. No key is kept: there is nothing to repeat. */
  private rehearsed<T>(candidateId: string, rehearsal: Rehearsal, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.inTurnUndone(candidateId, async (tx) => {
      let answer!: T;
      await rehearsal(tx, async () => (answer = await work(tx)));
      return answer;
    });
  }

  private async once<T>(
    tx: EntityManager,
    { candidateId, idempotency }: Caller,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    if (idempotency === null) return work(tx);
    const claim = { ...idempotency, candidateId };
    if (!(await claimed(tx, claim))) return this.answerOf(tx, claim);
    const answer = await work(tx);
    await this.keepAnswer(tx, claim, answer);
    return answer;
  }

  private async answerOf<T>(tx: EntityManager, claim: Claim): Promise<T> {
    const { candidateId, route, key, bodyHash, hashAsRead } = claim;
    const first = await tx.findOneByOrFail(IdempotencyKey, { candidateId, route: hashOf(route), key });
    if (!bodyHash.equals(first.bodyHash) && !(first.hashedAsRead && hashAsRead().equals(first.bodyHash))) {
      throw new RuleViolation(refusal('idempotency_key_reused'), { kind: 'invalid' });
    }
    const { sealed, tag } = first.answer as { sealed: string; tag?: string };
    const answer = JSON.parse(this.sealer.open(sealed, aad(claim))) as T & object;
    return tag === undefined ? answer : tagged(answer, tag);
  }

  /** Sealed, because some answers carry a secret that is shown once. */
  private async keepAnswer(tx: EntityManager, claim: Claim, answer: unknown): Promise<void> {
    const { candidateId, route, key } = claim;
    const sealed = this.sealer.seal(JSON.stringify(answer ?? null), aad(claim));
    await tx.update(
      IdempotencyKey,
      { candidateId, route: hashOf(route), key },
      { answer: { sealed, tag: tagOf(answer) } },
    );
  }
}

const hashOf = (route: string) => createHash('sha256').update(route).digest('hex');

const aad = ({ candidateId, route, key }: Claim) => `idempotency|${candidateId}|${route}|${key}`;

/** Waits for a request with the same key that is under way; false when the key was used within the day. */
async function claimed(tx: EntityManager, { candidateId, route, key, bodyHash }: Claim): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into idempotency_keys as k (candidate_id, route, key, body_hash) values ($1, $2, $3, $4)
     on conflict (candidate_id, route, key) do update
       set body_hash = excluded.body_hash, hashed_as_read = false, answer = null, created_at = now()
       where k.created_at < now() - interval '24 hours'
     returning key`,
    [candidateId, hashOf(route), key, bodyHash],
  );
  return rows.length === 1;
}
