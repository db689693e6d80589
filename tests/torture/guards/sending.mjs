/** What keeps a letter from being sent twice, or from being said to be sent when it was not. */
const EMAIL = 'apps/worker/src/effects/email/';
const CLAIMS = `${EMAIL}claims.service.ts`;
const LETTERS = `${EMAIL}letter-claims.service.ts`;
const KILLS = 'tests/torture/worker-kills';

const TAKES_ANYTHING = [
  {
    file: LETTERS,
    find: `if (row.state !== 'sending' || row.leaseUntil === null || row.leaseUntil >= now) return false;`,
    put: `if (row.leaseUntil !== null && row.leaseUntil >= now) return false;`,
  },
];
const SENT_AGAIN = [
  { file: LETTERS, find: `if (row.phase !== 'data') return true;`, put: `if (row.phase) return true;` },
];

export const SENDING = [
  {
    guard: 'A claim takes a letter only in a state from which it may be sent: two relays',
    edits: TAKES_ANYTHING,
    harness: { spec: 'tests/torture/two-of-each', tests: 'two workers and two relays', backend: 'redis' },
    expects: 'doubled',
  },
  {
    guard: 'A claim takes a letter only in a state from which it may be sent: hints doubled and late',
    edits: TAKES_ANYTHING,
    harness: { simulation: 42 },
    expects: ['doubled', 'wrong'],
  },
  {
    guard: 'Every write after the claim needs its lease token',
    edits: [
      { file: LETTERS, find: `row.leaseToken !== claim.token || row.state !== 'sending'`, put: `row.state === 'held'` },
      {
        file: CLAIMS,
        find: `where id = $1 and lease_token = $2 and lease_until >= now() and state = 'sending' and phase = 'connect'`,
        put: `where id = $1 and $2::uuid is not null`,
      },
      { file: CLAIMS, find: `row.state === 'sending' && row.leaseToken === token`, put: `token !== ''` },
    ],
    harness: { spec: 'tests/torture/two-of-each', tests: 'freezes at data' },
    expects: 'doubled',
  },
  {
    guard: 'A sender that slept past its lease decides anew',
    edits: [
      {
        file: CLAIMS,
        find: ` and lease_until >= now() and state = 'sending' and phase`,
        put: ` and state = 'sending' and phase`,
      },
    ],
    harness: { simulation: 44 },
    expects: 'early',
  },
  {
    guard: 'A sender that slept past its lease decides anew: it wakes up in front of the 354',
    edits: [
      {
        file: CLAIMS,
        find: ` and lease_until >= now() and state = 'sending' and phase`,
        put: ` and state = 'sending' and phase`,
      },
    ],
    harness: { course: 'a sender sleeps for a day' },
    expects: 'early',
  },
  {
    guard: 'A lease that ran out is not renewed',
    edits: [
      {
        file: CLAIMS,
        find: ` and (phase = 'data' or lease_until >= now())`,
        put: '',
      },
    ],
    harness: { course: 'a sender sleeps for a day, and renews its lease first' },
    expects: 'early',
  },
  {
    guard: 'The lease of a digest that ran out is not renewed',
    edits: [
      {
        file: 'apps/worker/src/effects/reminder/reminder-mail.queries.ts',
        find: ` and (phase = 'data' or lease_until >= now())`,
        put: '',
      },
    ],
    harness: { course: 'the sender of both sleeps for a day, and renews its lease first' },
    expects: 'early',
  },
  {
    guard: 'No byte of the body leaves before the commit of the point of no return',
    edits: [
      {
        file: `${EMAIL}letters.service.ts`,
        find: 'return this.database.inTurn(claim.candidateId, (tx) => this.letterClaims.enterData(tx, claim));',
        put: `return new Promise((go) => {
      void this.database.inTurn(claim.candidateId, async (tx) => go(await this.letterClaims.enterData(tx, claim)));
    });`,
      },
    ],
    harness: { spec: KILLS, tests: 'COMMIT of the point of no return before.*worker is killed' },
    expects: 'doubled',
  },
  {
    guard: 'A drop after 354 is in doubt, not a reason to try again',
    edits: [
      {
        file: `${EMAIL}letter-outcome.policy.ts`,
        find: `return { state: 'unconfirmed', why: outcome.why };`,
        put: 'return again(outcome.why, attempt);',
      },
    ],
    harness: { spec: 'tests/torture/smtp-faults', tests: 'dies \\(reset\\) at accepted' },
    expects: 'doubled',
  },
  {
    guard: 'A drop before 354 is in no doubt',
    edits: [
      {
        file: `${EMAIL}smtp-outcome.ts`,
        find: `if (body.started) return`,
        put: `if (body.started || why.code !== '') return`,
      },
    ],
    harness: { spec: 'tests/torture/smtp-faults', tests: 'dies \\(drop\\) at rcpt' },
    expects: 'unexcused',
  },
  {
    guard: 'A lease that ran out after 354 is not sent again: a worker killed there',
    edits: SENT_AGAIN,
    harness: { spec: KILLS, tests: 'killed while the mail server is at accepted' },
    expects: 'doubled',
  },
  {
    guard: 'A lease that ran out after 354 is not sent again: deaths at any commit',
    edits: SENT_AGAIN,
    harness: { simulation: 42 },
    expects: 'doubled',
  },
  {
    guard: 'A refusal for now (4xx) is tried again',
    edits: [
      {
        file: `${EMAIL}refusal.policy.ts`,
        find: `if (!permanent) return says(RELAY_OR_LOGIN_FOR_NOW) ? 'account' : 'for_now';`,
        put: `if (!permanent && says(RELAY_OR_LOGIN_FOR_NOW)) return 'account';`,
      },
    ],
    harness: { spec: 'tests/torture/smtp-faults', tests: 'refuses at rcpt' },
    expects: 'lost',
  },
  {
    guard: 'The late answer of a frozen sender settles what was parked meanwhile',
    edits: [{ file: CLAIMS, find: 'return isOpen ? row : null;', put: 'return null;' }],
    harness: { spec: 'tests/torture/two-of-each', tests: 'freezes at final-dot' },
    expects: 'red',
    says: 'every letter',
  },
  {
    guard: 'The late answer of an earlier try decides nothing about a later one',
    edits: [{ file: CLAIMS, find: 'if (holds || row.attempt !== attempt) return', put: 'if (holds) return' }],
    harness: { spec: 'tests/torture/two-of-each', tests: 'hears a late no' },
    expects: 'doubled',
  },
  {
    guard: 'What a server answered is written until it is written',
    edits: [
      {
        file: 'apps/worker/src/effects/until-written.service.ts',
        find: 'if (this.life.isEnding && (lastTries += 1) >= LAST_TRIES) throw err;',
        put: 'if (this.life.isEnding || (lastTries += 1) < LAST_TRIES) throw err;',
      },
    ],
    harness: { spec: KILLS, tests: 'COMMIT of the outcome of a letter before.*connection is reset' },
    expects: 'red',
  },
  {
    guard: 'A lease is renewed while the mail server takes its time',
    edits: [{ file: 'apps/worker/src/lease.ts', find: 'void renew()', put: 'void Promise.resolve()' }],
    harness: { spec: 'tests/torture/smtp-faults', tests: 'slower than the lease' },
    expects: 'red',
    says: 'every letter',
  },
  {
    guard: 'Every try hands over the bytes of the first one',
    edits: [
      {
        file: `${EMAIL}letter-freezer.service.ts`,
        find: 'if (frozen.mime && ',
        put: `if (frozen.mime && to === '' && `,
      },
    ],
    harness: { course: 'in doubt, and sent again by hand' },
    expects: 'wrong',
  },
];
