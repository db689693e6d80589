/** What keeps a mail server that refuses us from costing a letter, a contact, or its patience. */
const EMAIL = 'apps/worker/src/effects/email/';
const REFUSED = 'the mail server relays for nobody, and does so again';
const UNWANTED = 'the mail server wants nothing of ours, and takes it again';

export const OF_REFUSALS = [
  {
    guard: 'A refusal of us fails no letter',
    edits: [
      {
        file: `${EMAIL}letter-outcome.policy.ts`,
        find: "return { state: 'held', why, of: who };",
        put: "return { state: 'failed', why, endedWhy: null };",
      },
    ],
    harness: { course: REFUSED },
    expects: 'lost',
  },
  {
    guard: 'A refusal of us marks nobody',
    edits: [
      {
        file: `${EMAIL}refusal.policy.ts`,
        find: "if (says(RELAY_OR_LOGIN)) return 'account';",
        put: "if (says(RELAY_OR_LOGIN)) return 'recipient';",
      },
    ],
    harness: { course: REFUSED },
    expects: 'lost',
  },
  {
    guard: 'After two refusals in a row nothing goes but what the server is tried with',
    edits: [
      {
        file: 'libs/follow-ups/src/reasons/letter-reasons.policy.ts',
        find: "situation.isMailRefused && holds('mailbox_refused'),",
        put: '',
      },
    ],
    harness: { course: UNWANTED },
    expects: 'early',
  },
  {
    guard: 'The first mail that is taken lets the rest go',
    edits: [
      {
        file: `${EMAIL}mail-accounts.queries.ts`,
        find: 'and refused_at is not null and fingerprint = $2',
        put: 'and refused_at is null and fingerprint = $2',
      },
    ],
    harness: { spec: 'tests/integration/mailbox-refused', project: 'parts', tests: 'lets the rest go' },
    expects: 'red',
  },
];
