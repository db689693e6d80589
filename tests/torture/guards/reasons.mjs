/** The reasons for which a letter must not go, must wait, or needs a yes. */
const REASONS = 'libs/follow-ups/src/reasons/letter-reasons.policy.ts';
const LETTERS = 'apps/worker/src/effects/email/letter-claims.service.ts';
const SIMULATION = { simulation: 42 };

/** Nobody asks for it: neither planner, claim and point of no return, nor the verbs of the API. */
const without = (find) => [{ file: REASONS, find, put: '' }];

const NOBODY_CHANGED = without(`application !== null &&
      asked.contactId !== null &&
      application.contactId !== asked.contactId &&
      ends('contact_changed'),`);
const OPEN_FOR_EVER = without(`isOutreach && isClosedAgain(situation) && ends('closed_again'),`);
const ALWAYS_LOOKING = without(
  `application !== null && !settings.looking && !asked.despiteNotLooking && holds('not_looking'),`,
);
const ALWAYS_ENABLED = without(`!isOutreach && !settings.feedbackRequest.enabled && holds('disabled'),`);
const NEVER_PAUSED = without(`...pauseReason(asked, settings, now)`);
const NO_REVIEW = without(
  `!isOutreach && settings.approval === 'review' && asked.approvedAt === null && NOT_APPROVED,`,
);

const NEVER_DELETED = without(`application === null && ends('application_deleted'),`);

export const OF_REASONS = [
  {
    guard: 'A letter is for the contact of now',
    edits: NOBODY_CHANGED,
    harness: SIMULATION,
    expects: 'misaddressed',
  },
  {
    guard: 'A letter is for the contact of now: another one at the 354',
    edits: NOBODY_CHANGED,
    harness: { course: 'another contact at the 354' },
    expects: 'misaddressed',
  },
  {
    guard: 'A letter is for the address of now, also at the 354',
    edits: [{ file: LETTERS, find: 'if (await this.isFor(tx, row, claim)) return', put: 'if (claim) return' }],
    harness: SIMULATION,
    expects: 'misaddressed',
  },
  {
    guard: 'A letter is for the address of now, also at the 354 and when everybody knows',
    edits: [{ file: LETTERS, find: 'if (await this.isFor(tx, row, claim)) return', put: 'if (claim) return' }],
    harness: { course: 'another address at the 354, and everybody knows' },
    expects: 'misaddressed',
  },
  {
    guard: 'What is locked at the point of no return is locked first, in one order',
    edits: [{ file: LETTERS, find: 'await this.lockFacts(tx, claim.id);', put: '' }],
    harness: { spec: 'tests/integration/letter-last-moment', project: 'parts', tests: 'at that very moment' },
    expects: 'red',
  },
  {
    guard: 'What is locked at the point of no return is locked first, in one order: the letter last',
    edits: [
      {
        file: LETTERS,
        find: 'await this.lockFacts(tx, claim.id);',
        put: `await tx.query('select 1 from follow_ups where id = $1 for update', [claim.id]);
    await this.lockFacts(tx, claim.id);`,
      },
    ],
    harness: { spec: 'tests/integration/letter-last-moment', project: 'parts', tests: 'at that very moment' },
    expects: 'red',
  },
  {
    guard: 'Nobody hears of an opening that is over',
    edits: OPEN_FOR_EVER,
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'Nobody hears of an opening that is over: closed at the 354',
    edits: OPEN_FOR_EVER,
    harness: { course: 'the vacancy closed again at the 354' },
    expects: 'late',
  },
  {
    guard: 'A letter that would come too late does not go',
    edits: without(
      `!isOutreach && now > lapsesAt(asked, settings) && ends('too_late', { since: asked.since.toISOString() }),`,
    ),
    harness: { course: 'two months of a shut laptop' },
    expects: 'late',
  },
  {
    guard: 'What is held ends one day',
    edits: [
      {
        file: LETTERS,
        find: `return isPast(row.heldUntil, now) || (row.lapsesAt !== null && row.lapsesAt < now);`,
        put: `return isPast(row.heldUntil, now);`,
      },
    ],
    harness: { course: 'letters are switched off while one waits' },
    expects: 'lost',
  },
  {
    guard: 'While the candidate does not look, letters wait',
    edits: ALWAYS_LOOKING,
    harness: SIMULATION,
    expects: ['early', 'wrong'],
  },
  {
    guard: 'While the candidate does not look, letters wait: the search ends before the letter goes',
    edits: ALWAYS_LOOKING,
    harness: { course: 'the search ends while a letter waits' },
    expects: ['early', 'wrong'],
  },
  {
    guard: 'Letters that are switched off wait',
    edits: ALWAYS_ENABLED,
    harness: SIMULATION,
    expects: ['early', 'wrong'],
  },
  {
    guard: 'Letters that are switched off wait: at the 354',
    edits: ALWAYS_ENABLED,
    harness: { course: 'letters are switched off at the 354' },
    expects: 'early',
  },
  {
    guard: 'While the candidate lets none go, letters wait',
    edits: NEVER_PAUSED,
    harness: { course: 'letters wait for a moment' },
    expects: ['early', 'wrong'],
  },
  {
    guard: 'While the candidate lets none go, letters wait: at the 354',
    edits: NEVER_PAUSED,
    harness: { course: 'no letters for a while, said at the 354' },
    expects: 'early',
  },
  {
    guard: 'Who wants to see every letter sees those that waited',
    edits: NO_REVIEW,
    harness: SIMULATION,
    expects: ['early', 'wrong'],
  },
  {
    guard: 'Who wants to see every letter sees those that waited: at the 354',
    edits: NO_REVIEW,
    harness: { course: 'every letter is to be seen, said at the 354' },
    expects: 'early',
  },
  {
    guard: 'Who accepted an offer asks nobody else',
    edits: without(
      `wasAcceptedSince(situation) && ends('offer_accepted', { at: situation.acceptedAt!.toISOString() }),`,
    ),
    harness: SIMULATION,
    expects: 'late',
  },
  {
    guard: 'An acceptance is a moment, not for life',
    edits: [{ file: REASONS, find: 'acceptedAt > asked.since', put: 'acceptedAt < new Date()' }],
    harness: { course: 'an offer was accepted years ago' },
    expects: 'lost',
  },
  {
    guard: 'Nobody is written to where nobody reads',
    edits: without(`contact?.isUnread === true && ends('unread_address', { address: contact.email }),`),
    harness: { course: 'an address where nobody reads' },
    expects: 'misaddressed',
  },
  {
    guard: 'What was deleted is not written about',
    edits: NEVER_DELETED,
    harness: SIMULATION,
    expects: ['late', 'lost'],
  },
  {
    guard: 'What was deleted is not written about: its day has come before anybody heard',
    edits: NEVER_DELETED,
    harness: { course: 'deleted, and its day has come before anybody heard' },
    expects: 'late',
  },
];
