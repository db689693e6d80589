/** What keeps a command from being done twice, or half. */
const API = 'apps/applications/src/';
const KILLS = 'tests/torture/api-kills';

const SAID_LATER = [
  {
    file: 'libs/database/src/outbox.ts',
    find: 'await tx.createQueryBuilder().insert().into(OutboxMessage).values(waiting).updateEntity(false).execute();',
    put: `const later = tx.connection;
  setTimeout(() => {
    void later
      .transaction(async (own) => {
        await own.query("select set_config('app.candidate_id', $1, true)", [waiting[0]!.candidateId]);
        await own.insert(OutboxMessage, waiting);
      })
      .catch(() => undefined);
  }, 300);`,
  },
];

export const COMMANDS = [
  {
    guard: 'A repeated Idempotency-Key is answered from the first time',
    edits: [
      {
        file: `${API}http/commands.ts`,
        find: 'if (idempotency === null) return work(tx);',
        put: `if (idempotency === null || candidateId !== '') return work(tx);`,
      },
    ],
    harness: { spec: KILLS, tests: 'after the database heard it the HTTP service is killed recording' },
    expects: 'doubled',
  },
  {
    guard: 'One rejection stands, whoever is asked for it',
    edits: [
      {
        file: `${API}applications/rejections.service.ts`,
        find: 'requireRejectable(application.stage);',
        put: `if (application.stage === 'rejected') application.stage = 'interview';\n      requireRejectable(application.stage);`,
      },
      {
        file: 'libs/database/src/migrations/0001-first-tables.ts',
        find: 'create unique index one_standing_rejection',
        put: 'create index one_standing_rejection',
      },
    ],
    harness: { spec: KILLS, tests: 'two replicas take one request each' },
    expects: 'doubled',
  },
  {
    guard: 'What follows from a command is written in its transaction: HTTP services killed',
    edits: SAID_LATER,
    harness: { spec: KILLS, tests: 'killed at random under load' },
    expects: 'lost',
  },
  {
    guard: 'What follows from a command is written in its transaction: Postgres killed',
    edits: SAID_LATER,
    harness: { spec: 'tests/torture/postgres-faults', tests: 'kill: loses nothing' },
    expects: 'lost',
  },
];
