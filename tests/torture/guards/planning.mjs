/** What keeps the plan to what the candidate did by hand, and one thing from being planned twice. */
const ROOM = 'libs/follow-ups/src/planning/';
const STEP = `${ROOM}letter-step.policy.ts`;
const VERBS = 'apps/applications/src/follow-ups/';

export const PLANNING = [
  {
    guard: 'A letter that the candidate cancelled stays cancelled, whoever it would be for now',
    edits: [
      {
        file: STEP,
        find: `if (rows.some(({ endedBy, state }) => state === 'cancelled' && endedBy === 'candidate')) return NONE;`,
        put: '',
      },
    ],
    harness: { course: 'cancelled by hand, and another contact' },
    expects: 'late',
  },
  {
    guard: 'One letter about a rejection, whoever it goes to',
    edits: [{ file: STEP, find: 'if (rows.some(({ state }) => IN_THE_WAY.has(state))) return NONE;', put: '' }],
    harness: { course: 'written to, and then another contact' },
    expects: 'doubled',
  },
  {
    guard: 'The letter to another person than it was meant for waits for a yes',
    edits: [{ file: STEP, find: `if (former.endedWhy === 'contact_changed') {`, put: `if (former.id === '') {` }],
    harness: {
      spec: 'tests/integration/life-of-contacts',
      project: 'parts',
      tests: 'a draft waits for the new one',
    },
    expects: 'red',
  },
  {
    guard: 'What an opt-out ended comes back as a draft',
    edits: [
      {
        file: `${ROOM}reconsider.policy.ts`,
        find: `endedWhy === 'do_not_contact' || endedWhy === 'contact_changed'`,
        put: `endedWhy === 'contact_changed'`,
      },
    ],
    harness: {
      spec: 'tests/integration/life-of-contacts',
      project: 'parts',
      tests: 'not a letter that goes by itself',
    },
    expects: 'red',
  },
  {
    guard: 'What was recorded anew after a letter waits for a yes',
    edits: [
      {
        file: 'libs/follow-ups/src/reasons/letter-reasons.policy.ts',
        find: '!isOutreach && recordedAnew(situation),',
        put: '',
      },
    ],
    harness: { course: 'a sent letter, and its application deleted and recorded anew' },
    expects: 'doubled',
  },
  {
    guard: 'What may have arrived is in doubt again when it is restored, and goes no further',
    edits: [
      {
        file: `${VERBS}restore.policy.ts`,
        find: `before === 'sending' ? 'waiting' : before`,
        put: `before === 'sending' || before === 'unconfirmed' ? 'waiting' : before`,
      },
    ],
    harness: { course: 'in doubt, cancelled, and then not' },
    expects: 'doubled',
  },
  {
    guard: 'A thread is for whom it was with',
    edits: [
      {
        file: 'libs/follow-ups/src/mail/letter-mail.queries.ts',
        find: 'rejection?.contactId === row.contactId ?',
        put: 'rejection ?',
      },
    ],
    harness: { course: 'another contact than the one who refused by mail, and a yes' },
    expects: 'misaddressed',
  },
  {
    guard: 'A reminder that is done says hello',
    edits: [
      {
        file: `${VERBS}follow-ups.service.ts`,
        find: 'if (body?.touched !== false) await recordHello',
        put: 'if (body?.touched === undefined && id === caller.candidateId) await recordHello',
      },
    ],
    harness: { course: 'hello was said before its day' },
    expects: 'lost',
  },
  {
    guard: 'An occasion to say hello is spent once',
    edits: [
      {
        file: `${ROOM}keep-warm.service.ts`,
        find: 'const next = nextOccasion(kind, clock, spent.occasions);',
        put: 'const next = nextOccasion(kind, clock, new Set());',
      },
    ],
    harness: { course: 'cancelled, and the next one' },
    expects: 'doubled',
  },
  {
    guard: 'A changed setting moves the letters that wait',
    edits: [
      {
        file: `${ROOM}waiting-rows.service.ts`,
        find: 'if (MOVED_BY_PLAN.has(row.kind)) isMoved',
        put: `if (row.kind === 'reflection') isMoved`,
      },
    ],
    harness: { course: 'more days before the letter' },
    expects: 'wrong',
  },
  {
    guard: 'A changed setting moves what is to be looked back at',
    edits: [
      {
        file: `${ROOM}waiting-rows.service.ts`,
        find: 'if (MOVED_BY_PLAN.has(row.kind)) isMoved',
        put: `if (MOVED_BY_PLAN.has(row.kind) && row.kind !== 'reflection') isMoved`,
      },
    ],
    harness: { course: 'more days before looking back' },
    expects: 'wrong',
  },
  {
    guard: 'A changed setting moves the hellos',
    edits: [
      {
        file: `${ROOM}keep-warm.service.ts`,
        find: 'if (at?.getTime() === pending.plannedDueAt?.getTime()) return;',
        put: 'if (at?.getTime() !== 0) return;',
      },
    ],
    harness: { course: 'another hour for reminders' },
    expects: 'wrong',
  },
  {
    guard: 'Each interview has a preparation of its own',
    edits: [
      {
        file: `${ROOM}interview.policy.ts`,
        find: 'const own = preparations.filter(({ interviewId }) => interviewId === interview.id);',
        put: 'const own = [...preparations];',
      },
    ],
    harness: { course: 'two rounds ahead' },
    expects: ['lost', 'wrong'],
  },
];
