/** What keeps a letter from going too early, or after its reason is gone. */
const EMAIL = 'apps/worker/src/effects/email/';
const TURN = `${EMAIL}letter-turn.policy.ts`;
const LETTERS = `${EMAIL}letter-claims.service.ts`;
const STOPS = 'libs/follow-ups/src/stop.policy.ts';
const REMINDERS = 'apps/worker/src/effects/reminder/reminder-claims.service.ts';
const SIMULATION = { simulation: 42 };

const NO_STOP_AT_CLAIM = { file: TURN, find: 'if (stop) return', put: 'if (stop && facts.senderLack) return' };

export const STOPPING = [
  {
    guard: 'The stop rules are asked again when a letter is claimed, and a last time after 354',
    edits: [NO_STOP_AT_CLAIM],
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'The stop rules are asked a last time after 354',
    edits: [{ file: LETTERS, find: `if (turn?.kind === 'go') return`, put: 'if (facts) return' }],
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'Stop rules at all, with processes killed at random',
    edits: [
      NO_STOP_AT_CLAIM,
      {
        file: 'apps/worker/src/follow-up/planning.queries.ts',
        find: `rows.filter((row) => row.phase !== 'data' &&`,
        put: `rows.filter((row) => row.attempt < 0 &&`,
      },
    ],
    harness: { spec: 'tests/torture/random-kills', tests: '', ops: 300, patience: 150 },
    expects: 'unwanted',
  },
  {
    guard: 'A cancelled letter does not go, whatever its conversation has come to before 354',
    edits: [
      {
        file: 'apps/applications/src/follow-ups/follow-ups.service.ts',
        find: `{ ...NO_HOLD, ...NO_LEASE }, what: 'cancelled'`,
        put: `NO_HOLD, what: 'cancelled'`,
      },
      { file: LETTERS, find: ` || row.state !== 'sending') return false`, put: ') return false' },
      { file: `${EMAIL}claims.service.ts`, find: `now() and state = 'sending' and phase`, put: 'now() and phase' },
    ],
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'Who wrote is not asked any more',
    edits: [{ file: STOPS, find: `if (isSince(contact.lastMailInAt)) return 'contact_wrote';`, put: '' }],
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'Who opted out is not written to',
    edits: [{ file: STOPS, find: `if (contact.doNotContact) return 'do_not_contact';`, put: '' }],
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'Who refused mail is not written to again',
    edits: [{ file: STOPS, find: `if (contact.bouncedAt !== null) return 'address_bounced';`, put: '' }],
    harness: { spec: 'tests/torture/smtp-faults', tests: 'knows no such mailbox' },
    expects: 'unwanted',
  },
  {
    guard: 'A rejection that was taken back is not answered',
    edits: [
      {
        file: STOPS,
        find: `if (application?.stage !== 'rejected') return 'no_longer_rejected';\n  if (kind === 'feedback_request' && application.hasReasons)`,
        put: `if (kind === 'feedback_request' && application?.hasReasons)`,
      },
    ],
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'A letter goes when it is due, however early its hint comes',
    edits: [
      {
        file: LETTERS,
        find: `if (row.state === 'waiting' || row.state === 'retrying') return row.dueAt <= now;`,
        put: `if (row.state === 'waiting' || row.state === 'retrying') return true;`,
      },
    ],
    harness: SIMULATION,
    expects: 'early',
  },
  {
    guard: 'A letter that the candidate holds stays',
    edits: [
      {
        file: LETTERS,
        find: `if (row.state === 'held') return this.isHoldOver(tx, row, now);`,
        put: `if (row.state === 'held') return true;`,
      },
    ],
    harness: SIMULATION,
    expects: 'early',
  },
  {
    guard: 'A draft does not go without a yes',
    edits: [
      {
        file: LETTERS,
        find: `if (row.state === 'waiting' || row.state`,
        put: `if (row.state === 'draft' || row.state === 'waiting' || row.state`,
      },
      {
        file: 'apps/worker/src/relay/relay.queries.ts',
        find: `from follow_ups\n           where state in ('waiting',`,
        put: `from follow_ups\n           where state in ('draft', 'waiting',`,
      },
      {
        file: 'libs/database/src/migrations/0001-first-tables.ts',
        find: `state in ('waiting', 'retrying', 'held', 'sending'));`,
        put: `state in ('draft', 'waiting', 'retrying', 'held', 'sending'));`,
      },
    ],
    harness: SIMULATION,
    expects: 'early',
  },
  {
    guard: 'Letters go in the sending window',
    edits: [{ file: TURN, find: 'if (!insideWindow({ at: now, ...place })) {', put: 'if (facts.senderLack) {' }],
    harness: SIMULATION,
    expects: 'early',
  },
  {
    guard: 'No more letters a day than the cap',
    edits: [
      {
        file: TURN,
        find: 'if (facts.sentToday >= settings.mailbox.dailyCap) {',
        put: 'if (facts.sentToday >= 1_000) {',
      },
    ],
    harness: SIMULATION,
    expects: 'early',
  },
  {
    guard: 'A gap between two letters to one contact',
    edits: [{ file: STOPS, find: 'return until > now ? until : null;', put: 'return null;' }],
    harness: SIMULATION,
    expects: 'doubled',
  },
  {
    guard: 'One letter to a contact at a time',
    edits: [
      {
        file: 'libs/database/src/migrations/0001-first-tables.ts',
        find: 'create unique index one_letter_per_contact',
        put: 'create index one_letter_per_contact',
      },
    ],
    harness: SIMULATION,
    expects: 'doubled',
  },
  {
    guard: 'What was frozen is not edited',
    edits: [
      {
        file: 'apps/applications/src/follow-ups/follow-ups.service.ts',
        find: 'requireNotFrozen(await isFrozen(tx, id));',
        put: 'requireNotFrozen(false);',
      },
    ],
    harness: SIMULATION,
    expects: 'wrong',
  },
  {
    guard: 'A digest does not go with a reminder that was cancelled before 354',
    edits: [{ file: REMINDERS, find: 'standing.length === claim.members.length', put: 'standing.length > 0' }],
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'A frozen digest is not repeated when one of its members has ended',
    edits: [{ file: REMINDERS, find: 'standing.length === rows.length', put: 'standing.length > 0' }],
    harness: SIMULATION,
    expects: 'wrong',
  },
];
