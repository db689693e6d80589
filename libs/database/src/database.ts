import type { PoolClient } from 'pg';
import { DataSource, type EntityManager, QueryFailedError, type QueryRunner } from 'typeorm';
import { CHANNEL } from './changes/change-listener.js';
import { ChangeSet } from './changes/change-set.js';
import { ChangeTeller } from './changes/change-teller.js';
import { readSaying } from './changes/change-payload.js';
import { type CredentialKind, ENTITIES } from './entities/index.js';
import { Turns } from './turns.js';

/**
 * A process that is frozen or cut off in the middle of a transaction must not keep its locks from others: no transaction of
 * ours waits for anything but the database, so one that is idle for so long has nobody behind it. `app.tells`: what is written on
 * these connections is said on them (migration 17).
 */
const OPTIONS = '-c timezone=UTC -c idle_in_transaction_session_timeout=15s -c app.tells=on';

const CALLER_OF = 'select candidate_id as "candidateId", id, scopes from caller_of($1, $2)';

export interface CredentialHolder {
  candidateId: string;
  /** Of the credential. */
  id: string;
  /** Null: everything that the account may. */
  scopes: string[] | null;
}

/** There was no connection to be had, as opposed to a statement that failed on one. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
  readonly code: string | undefined;
  constructor(cause: Error & { code?: string }) {
    super(`The database cannot be reached: ${cause.message}`, { cause });
    this.code = cause.code;
  }
}

/** Rolls a transaction back that did what it should. */
class Undone<T> extends Error {
  override readonly name = 'Undone';
  answer: T | undefined;
}

/** The way to the rows. Everything happens in one transaction, as one candidate, unless it says otherwise. */
export class Database {
  private readonly turns = new Turns();
  private readonly teller = new ChangeTeller((payloads) =>
    this.source.query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [CHANNEL, payloads]),
  );

  private constructor(private readonly source: DataSource) {}

  /** `url` carries the service's own role; see `prepareDatabase`. */
  static async connect(url: string, options: { name: string; poolSize?: number }): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      applicationName: options.name,
      poolSize: options.poolSize ?? 10,
      entities: ENTITIES,
      installExtensions: false,
      extra: { connectionTimeoutMillis: 10_000, keepAlive: true, options: OPTIONS },
    });
    return new Database(await source.initialize());
  }

  /** Row level security lets this transaction see and touch this candidate's rows only. */
  asCandidate<T>(candidateId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction(async (tx) => {
      await tx.query(`select set_config('app.candidate_id', $1, true)`, [candidateId]);
      return work(tx);
    });
  }

  /** The same, of one moment however many queries it takes, and able to read only. */
  asReader<T>(candidateId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction(async (tx) => {
      await tx.query(
        `select set_config('app.candidate_id', $1, true), set_config('transaction_read_only', 'on', true)`,
        [candidateId],
      );
      return work(tx);
    }, 'REPEATABLE READ');
  }

  /**
   * One after the other for this candidate, in whatever process. In this one they queue up without a connection, so that a
   * crowd behind one candidate keeps nobody else from the database, and a process that freezes has one lock at most to lose.
   */
  inTurn<T>(candidateId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.turns.take(candidateId, () =>
      this.asCandidate(candidateId, async (tx) => {
        await lockCandidate(tx, candidateId);
        return work(tx);
      }),
    );
  }

  /** The same, and nothing of it stays but the answer. */
  async inTurnUndone<T>(candidateId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const undone = new Undone<T>();
    await this.inTurn(candidateId, async (tx) => {
      undone.answer = await work(tx);
      throw undone;
    }).catch((error: unknown) => {
      if (error !== undone) throw error;
    });
    return undone.answer!;
  }

  /** As nobody: what is visible is what the role's named policies show across candidates. */
  acrossCandidates<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction(work);
  }

  /** Who shows this, in one prepared statement; the hash itself opens exactly that row, as long as it holds. */
  async callerOf(hash: Buffer, kind: CredentialKind): Promise<CredentialHolder | null> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await connected(runner)) as PoolClient;
      const { rows } = await client
        .query<CredentialHolder>({ name: 'caller_of', text: CALLER_OF, values: [hash, kind] })
        .catch((error: Error) => {
          throw new QueryFailedError(CALLER_OF, [kind], error);
        });
      return rows[0] ?? null;
    } finally {
      await runner.release();
    }
  }

  async isReachable(): Promise<boolean> {
    return this.source.query('select 1').then(
      () => true,
      () => false,
    );
  }

  /** To everybody, that anything may have changed: a process that died before this one may not have told its last commit. */
  tellAll(): void {
    const changes = new ChangeSet();
    changes.addAll(null);
    this.teller.tell(changes);
  }

  async close(): Promise<void> {
    await this.teller.close();
    await this.source.destroy();
  }

  private async transaction<T>(
    work: (tx: EntityManager) => Promise<T>,
    isolation: 'READ COMMITTED' | 'REPEATABLE READ' = 'READ COMMITTED',
  ): Promise<T> {
    const runner = this.source.createQueryRunner();
    const changes = new ChangeSet();
    let isDone = false;
    const note = ({ message }: { message?: string | undefined }) => {
      for (const { candidateId, change } of readSaying(message)) changes.add(candidateId, change);
    };
    try {
      const client = (await connected(runner)) as PoolClient;
      client.on('notice', note);
      try {
        return await runner.manager.transaction(isolation, async (tx) => {
          const result = await work(tx);
          isDone = true;
          return result;
        });
      } finally {
        client.off('notice', note);
      }
    } finally {
      await runner.release();
      // A commit whose answer is lost may have been one.
      if (isDone && !changes.isEmpty) this.teller.tell(changes);
    }
  }
}

function connected(runner: QueryRunner): Promise<unknown> {
  return runner.connect().catch((error: Error) => {
    throw new DatabaseUnreachable(error);
  });
}

/** The transaction's time on the database's clock: the only clock that decides. */
export async function databaseNow(tx: EntityManager): Promise<Date> {
  const rows: { now: Date }[] = await tx.query('select now() as now');
  return rows[0]!.now;
}

/** Planning for one candidate happens one after the other; the lock ends with the transaction. */
export async function lockCandidate(tx: EntityManager, candidateId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [candidateId]);
}
