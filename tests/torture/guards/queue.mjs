/** What keeps a plan or a letter from being forgotten when queue, database or processes fail, and from being made twice. */
const RELAY = 'apps/worker/src/relay/relay.queries.ts';
const MESSAGES = 'apps/worker/src/queue/messages.service.ts';
const KILLS = 'tests/torture/worker-kills';
const REDIS = 'tests/torture/redis-faults';

const DELETED_FIRST = [
  {
    file: MESSAGES,
    find: 'const row = await tx.findOneBy(OutboxMessage, { id });',
    put: `const row = await this.database.asCandidate(candidateId, async (first) => {
          const found = await first.findOneBy(OutboxMessage, { id });
          if (found && !found.parkedAt) await first.delete(OutboxMessage, { id });
          return found;
        });`,
  },
];
const OFFERED_ONCE = [
  {
    file: 'apps/worker/src/relay/offered.ts',
    find: 'this.elapsed() - at < this.againAfterMs',
    put: 'this.againAfterMs > 0',
  },
];
const LEASES_FORGOTTEN = [
  {
    file: RELAY,
    find: `audience, lease_until from follow_ups\n           where state`,
    put: `audience, lease_until from follow_ups\n           where false and state`,
  },
];

export const QUEUE = [
  {
    guard: 'A message is forgotten in the transaction that handles it, not before: a worker killed there',
    edits: DELETED_FIRST,
    harness: { spec: KILLS, tests: 'COMMIT of the plan of a rejection before.*worker is killed' },
    expects: 'lost',
  },
  {
    guard: 'A message is forgotten in the transaction that handles it, not before: deaths at any commit',
    edits: DELETED_FIRST,
    harness: { simulation: 42 },
    expects: ['lost', 'wrong'],
  },
  {
    guard: 'The relay offers again what its row still calls for: Redis was wiped',
    edits: OFFERED_ONCE,
    harness: { spec: REDIS, tests: 'after a fact was queued', backend: 'redis' },
    expects: 'lost',
  },
  {
    guard: 'The relay offers again what its row still calls for: Redis came back empty',
    edits: OFFERED_ONCE,
    harness: { spec: REDIS, tests: 'killed and comes back empty', backend: 'redis' },
    expects: 'lost',
  },
  {
    guard: 'The relay goes on after an error: Redis was out of memory',
    edits: [
      {
        file: 'apps/worker/src/relay/relay.service.ts',
        find: '(err: Error) => this.sayItFails(err),',
        put: '(err: Error) => this.stopping.abort(err),',
      },
    ],
    harness: { spec: REDIS, tests: 'out of memory', backend: 'redis' },
    expects: 'lost',
  },
  {
    guard: 'The relay goes on after an error: every connection to Postgres was reset',
    edits: [
      {
        file: 'apps/worker/src/relay/relay.service.ts',
        find: '(err: Error) => this.sayItFails(err),',
        put: '(err: Error) => this.stopping.abort(err),',
      },
    ],
    harness: { spec: 'tests/torture/postgres-faults', tests: 'reset again and again' },
    expects: 'lost',
  },
  {
    guard: 'The relay offers what a dead worker had in hand',
    edits: LEASES_FORGOTTEN,
    harness: { spec: KILLS, tests: 'killed while the mail server is at mail' },
    expects: 'lost',
  },
  {
    guard: 'The relay offers the webhook that a dead worker had in hand',
    edits: [
      {
        file: RELAY,
        find: `from webhook_deliveries where state = 'sending' and lease_until`,
        put: `from webhook_deliveries where false and state = 'sending' and lease_until`,
      },
    ],
    harness: { simulation: 42 },
    expects: 'lost',
  },
  {
    guard: 'A process frozen inside a transaction loses it',
    edits: [{ file: 'libs/database/src/database.ts', find: ' -c idle_in_transaction_session_timeout=15s', put: '' }],
    harness: { spec: 'tests/torture/two-of-each', tests: 'inside a transaction' },
    expects: 'red',
    says: 'every letter',
  },
  {
    guard: 'Only the clock of the database says what is due',
    edits: [
      {
        file: 'apps/worker/src/effects/email/letter-claims.service.ts',
        find: 'const now = await databaseNow(tx);',
        put: 'const now = new Date();',
      },
      {
        file: RELAY,
        find: `where state in ('waiting', 'retrying') and due_at <= now()`,
        put: `where state in ('waiting', 'retrying') and due_at <= $2`,
      },
      { file: RELAY, find: '[LIMIT],', put: '[LIMIT, new Date()],' },
    ],
    harness: { spec: 'tests/torture/clocks', tests: 'by 200 days' },
    expects: 'early',
  },
  {
    guard: 'A message that cannot be handled is set aside',
    edits: [
      {
        file: 'apps/worker/src/message/message-retry.policy.ts',
        find: 'park: failures >= TRIES',
        put: 'park: failures < 0',
      },
    ],
    harness: { spec: 'tests/torture/poison', tests: 'an id that is none' },
    expects: 'red',
    says: 'the message being set aside',
  },
];
