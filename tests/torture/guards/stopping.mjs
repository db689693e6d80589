/** What keeps a letter from going too early, or after its reason is gone. */
const EMAIL = 'apps/worker/src/effects/email/';
const TURN = `${EMAIL}letter-turn.policy.ts`;
const LETTERS = `${EMAIL}letter-claims.service.ts`;
const REASONS = 'libs/follow-ups/src/reasons/letter-reasons.policy.ts';
const SIMULATION = { simulation: 42 };

/** Which of the reasons is met first, is drawn. */
const ANY_REASON = ['late', 'early', 'misaddressed'];
const NO_STOP_AT_CLAIM = {
  file: LETTERS,
  find: 'const reasons = (await reasonsNow(tx, [row], this.sender.mail)).get(row.id)!;',
  put: 'const reasons: never[] = [];',
};

export const STOPPING = [
  {
    guard: 'The stop rules are asked again when a letter is claimed, and a last time after 354',
    edits: [NO_STOP_AT_CLAIM],
    harness: SIMULATION,
    expects: ANY_REASON,
  },
  {
    guard: 'The stop rules are asked a last time after 354',
    edits: [{ file: LETTERS, find: 'if (!(await this.mayGo(tx, row))) return false;', put: '' }],
    harness: SIMULATION,
    expects: ANY_REASON,
  },
  {
    guard: 'Stop rules at all, with processes killed at random',
    edits: [
      NO_STOP_AT_CLAIM,
      {
        file: 'libs/follow-ups/src/planning/waiting-rows.service.ts',
        find: `await this.apply(tx, row, reconsider(row, standing), 'plan');`,
        put: '',
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
        find: `endedWhy: 'by_candidate', ...NO_LEASE }`,
        put: `endedWhy: 'by_candidate' }`,
      },
      { file: LETTERS, find: ` || row.state !== 'sending') return false`, put: ') return false' },
      { file: `${EMAIL}claims.service.ts`, find: `now() and state = 'sending' and phase`, put: 'now() and phase' },
    ],
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'Who wrote is not asked any more',
    edits: [{ file: REASONS, find: `isSince(contact?.lastMailInAt ?? null) && ends('contact_wrote'),`, put: '' }],
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'Who opted out is not written to',
    edits: [{ file: REASONS, find: `contact?.doNotContact === true && ends('do_not_contact'),`, put: '' }],
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'Who refused mail is not written to again',
    edits: [{ file: REASONS, find: `contact?.isBounced === true && ends('address_bounced'),`, put: '' }],
    harness: { spec: 'tests/torture/smtp-faults', tests: 'knows no such mailbox' },
    expects: 'unwanted',
  },
  {
    guard: 'A rejection that was taken back is not answered',
    edits: [
      {
        file: REASONS,
        find: `application !== null && (application.stage !== 'rejected' || isAnother) && ends('no_longer_rejected'),`,
        put: '',
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
      {
        file: LETTERS,
        find: `if (standing.state !== 'sending' && standing.dueAt > now) return null;`,
        put: '',
      },
    ],
    harness: SIMULATION,
    expects: 'early',
  },
  {
    guard: 'A letter that the candidate holds stays',
    edits: [
      {
        file: 'libs/follow-ups/src/planning/reconsider.policy.ts',
        find: `new Set<HeldWhy | null>(['by_candidate', 'out_of_office'])`,
        put: 'new Set<HeldWhy | null>()',
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
    harness: { course: 'another contact, and the day of their draft comes' },
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
    harness: { course: 'a day is full, and what filled it is deleted' },
    expects: 'early',
  },
  {
    guard: 'A gap between two letters to one contact',
    edits: [{ file: REASONS, find: 'return until > now ? until : null;', put: 'return null;' }],
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
];
