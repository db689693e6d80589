/** What keeps a plan true while life, or a server, changes what it was made from. */
const ROOM = 'libs/follow-ups/src/planning/';
const of = (spec, tests) => ({ spec: `tests/integration/${spec}`, project: 'parts', tests });

export const OF_CHANGES = [
  {
    guard: 'What was said by hand of the letter before goes over to the one that comes back',
    edits: [
      {
        file: `${ROOM}letter-step.policy.ts`,
        find: 'const kept = former === own ? planned : inPlaceOf(former, planned, own.editedAt === null);',
        put: 'const kept = planned;',
      },
    ],
    harness: of('life-by-hand', 'held as thanks is held as a question'),
    expects: 'red',
  },
  {
    guard: 'A clock is not planned that would end at once',
    edits: [
      {
        file: `${ROOM}keep-warm.service.ts`,
        find: 'return reasons.some(({ effect }) => effect ===',
        put: 'return reasons.length > 99 && reasons.some(({ effect }) => effect ===',
      },
    ],
    harness: of('life-of-opt-outs', 'plans nothing that would end at once'),
    expects: 'red',
  },
  {
    guard: 'One letter at a time to whoever reads at an address',
    edits: [
      {
        file: 'apps/worker/src/effects/email/letter-turn.policy.ts',
        find: 'if (facts.isBesideAnother) {',
        put: 'if (facts.isBesideAnother && facts.sentToday < 0) {',
      },
    ],
    harness: {
      spec: 'apps/worker/src/effects/email/letter-turn.policy',
      project: 'unit',
      tests: 'beside another letter to the same address',
    },
    expects: 'red',
  },
  {
    guard: 'What surely did not arrive is made anew after a hold',
    edits: [
      {
        file: 'libs/database/src/frozen-letters.ts',
        find: 'and mime is not null and not',
        put: 'and mime is null and not',
      },
    ],
    harness: of('life-while-sending', 'is in words that are true by now'),
    expects: 'red',
  },
];
