/** What is known of a person and of every address they had: the gap, the opt-out, the dead address. */
const SITUATIONS = 'libs/follow-ups/src/reasons/situations.queries.ts';
const CONTACTS = 'apps/applications/src/contacts/';

export const OF_ADDRESSES = [
  {
    guard: 'The gap is of every address that who was written to has or had',
    edits: [
      {
        file: SITUATIONS,
        find: 'max(sent.at) as at from (select c.id union select id from readers where keys_had && had.keys) reader',
        put: 'max(sent.at) as at from (select c.id) reader',
      },
    ],
    harness: { course: 'written to at an address that somebody else has by now' },
    expects: 'doubled',
  },
  {
    guard: 'The gap is of every address that who was written to has or had: of a deleted one too',
    edits: [
      {
        file: 'libs/database/src/migrations/0004-deletion.ts',
        find: "perform set_config('app.deleted', 'shown', true);\n      return query",
        put: 'return query',
      },
    ],
    harness: { course: 'within the gap of a letter at another address of who is deleted and recorded anew' },
    expects: 'doubled',
  },
  {
    guard: 'The gap outlives who was written to',
    edits: [
      {
        file: SITUATIONS,
        find: 'greatest(letter.at, case when answer.at > marks.written then null else marks.written end)',
        put: 'letter.at',
      },
    ],
    harness: { spec: 'tests/integration/purge', project: 'parts', tests: 'is known as long as the gap lasts' },
    expects: 'red',
  },
  {
    guard: 'Who opted out is remembered by the address, whoever is recorded with it',
    edits: [
      { file: SITUATIONS, find: 'or marks.opted_out as', put: 'as' },
      { file: `${CONTACTS}contacts.queries.ts`, find: ' || optedOutAt !== null', put: '' },
    ],
    harness: { course: 'who opted out is deleted and recorded anew' },
    expects: 'late',
  },
  {
    guard: 'A dead address is remembered, whoever comes back to it',
    edits: [
      { file: SITUATIONS, find: 'or marks.dead as', put: 'as' },
      { file: `${CONTACTS}contact-reach.queries.ts`, find: 'bouncedAt: marks.deadAt', put: 'bouncedAt: null' },
    ],
    harness: { course: 'a dead address, and another, and the dead one again' },
    expects: 'late',
  },
];
