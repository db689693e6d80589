/** What keeps a reminder, alone or in a digest, from going after its reason is gone. */
const REMINDERS = 'apps/worker/src/effects/reminder/reminder-claims.service.ts';
const REASONS = 'libs/follow-ups/src/reasons/reminder-reasons.policy.ts';
const SIMULATION = { simulation: 42 };

const ANY_OF_A_DIGEST = [
  { file: REMINDERS, find: 'standing.length === claim.members.length', put: 'standing.length > 0' },
];

export const OF_REMINDERS = [
  {
    guard: 'A digest does not go with a reminder that was cancelled before 354',
    edits: ANY_OF_A_DIGEST,
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'A digest does not go with a reminder that was cancelled before 354: at that very moment',
    edits: ANY_OF_A_DIGEST,
    harness: { course: 'one of two is cancelled at the 354' },
    expects: 'late',
  },
  {
    guard: 'A digest does not go with a reminder that lost its reason before 354',
    edits: ANY_OF_A_DIGEST,
    harness: { course: 'one of two loses its reason at the 354' },
    expects: 'late',
  },
  {
    guard: 'A reminder whose reason is gone does not go',
    edits: [
      {
        file: REASONS,
        find: '    ...reminderEnds(situation),\n',
        put: '',
      },
    ],
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'A frozen digest is not repeated when one of its members has ended',
    edits: [{ file: REMINDERS, find: 'standing.length === rows.length', put: 'standing.length > 0' }],
    harness: SIMULATION,
    expects: 'wrong',
  },
  {
    guard: 'Nobody is reminded of a contact who was deleted',
    edits: [
      {
        file: REASONS,
        find: `contact === null && ends('contact_deleted')`,
        put: 'false',
      },
    ],
    harness: { course: 'the contact is deleted, and their day has come before anybody heard' },
    expects: 'late',
  },
];
