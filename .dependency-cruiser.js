/** Who may import whom. Each rule says why; tests/architecture/dependency-rules.spec.ts shows each catching a planted violation. */

const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const core = (...names) => `^(node:)?(${names.join('|')})$`;

const SPEC = '\\.spec\\.ts$';
const POLICY = '\\.policy\\.ts$';
// Plain data that a policy reads, such as `rejection-words.ts`, `letter-templates.ts` or a file in `templates/`.
const WORDS = '([/.-](words|templates?)|/templates/[^/.]+)\\.ts$';
const REASONS_DOOR = '^libs/follow-ups/src/reasons/index\\.ts$';
const FRONT_DOOR = '^libs/[^/]+/src/index\\.ts$';
const PURE_LIBRARIES = npm('temporal-polyfill', 'temporal-spec', 'date-holidays', 'csv-parse', 'ipaddr\\.js');

const QUEUE = npm('bullmq', '@nestjs/bullmq', 'ioredis');
const MAIL = npm('nodemailer', 'imapflow', 'smtp-server');
const PG = npm('pg', 'pg-copy-streams');
const SMTP_ADAPTER = '^apps/worker/src/effects/email/(smtp[a-z.-]*|[a-z-]*mime)\\.ts$';

// Rooms from the top floor down; those of one floor know nothing of each other.
const WORKER_FLOORS = [
  ['queue'],
  ['boards'],
  ['relay', 'effects', 'purge', 'imports'],
  ['follow-up'],
  ['message', 'http', 'parsers'],
];
const WEB_OVER_MANY = '(shell|today|plan|radar|look-back|first-run|settings|sign-in|captured-mail|import)';
const WEB_OF_ONE_THING = '(application|adding|contact|vacancy|rejection|reflection|follow-up|letter|session)';
const WEB_GROUND = '(api|live|look|time)';
const GENERATED = '^apps/web/src/api/generated/';
const BOARDS_FLOORS = [['sweeps', 'replay', 'addresses'], ['reading', 'telling'], ['rules']];

/** For every room: those above it and beside it. */
const floorRules = (house, floors, name, comment) =>
  floors.flatMap((rooms, floor) =>
    rooms.flatMap((room) => {
      const forbidden = [...floors.slice(0, floor).flat(), ...rooms.filter((other) => other !== room)];
      if (forbidden.length === 0) return [];
      const [from, to] = [`${house}/${room}/`, `${house}/(${forbidden.join('|')})/`].map((path) => ({
        path: `^${path}`,
      }));
      return [{ name, comment, severity: 'error', from, to }];
    }),
  );

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'policies-are-pure',
      comment:
        'A policy is a decision: what it needs comes as an argument, so that a test is a table of values. ' +
        'It may know the language, other policies, the words beside it, RuleViolation and pure date or parse libraries.',
      severity: 'error',
      from: { path: `^(.+)/[^/]+${POLICY}` },
      to: {
        pathNot: [
          '^libs/contracts/src/index\\.ts$',
          '^libs/platform/src/(index|errors)\\.ts$',
          // A policy of an app reaches the shared policies through the front door of their library.
          '^libs/(follow-ups|recording)/src/index\\.ts$',
          // And one of the library asks the reasons through theirs.
          REASONS_DOOR,
          POLICY,
          WORDS,
          '^$1/[^/.]+\\.ts$',
          PURE_LIBRARIES,
        ],
      },
    },
    {
      name: 'policies-take-types-from-plain-files',
      comment:
        'A type from the file beside it is gone when the policy runs; a value would bring in whatever that file imports.',
      severity: 'error',
      from: { path: `^(.+)/[^/]+${POLICY}` },
      to: { path: '^$1/[^/.]+\\.ts$', pathNot: WORDS, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'words-are-data',
      comment: 'A policy reads words and templates, so they have to be as pure as the policy.',
      severity: 'error',
      from: { path: WORDS, pathNot: '^(libs/contracts|apps/local)/' },
      to: { pathNot: ['^libs/contracts/src/(index|words)\\.ts$', POLICY, WORDS, '\\.verbs\\.ts$', PURE_LIBRARIES] },
    },
    {
      name: 'contracts-know-zod-only',
      comment: 'The language is spoken by everybody, a browser included: it must drag nothing along.',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: SPEC },
      to: { pathNot: ['^libs/contracts/', npm('zod')] },
    },
    {
      name: 'platform-knows-nothing-of-ours',
      comment: 'Platform serves every part, so it may lean on none: no business word gets in.',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: SPEC },
      to: { path: '^libs/(?!platform/)' },
    },
    {
      name: 'database-knows-language-and-driver',
      comment:
        'Tables are written in the language and stored by TypeORM and pg; what follows from a row is decided elsewhere.',
      severity: 'error',
      from: { path: '^libs/database/', pathNot: SPEC },
      to: {
        path: ['^libs/', '(^|/)node_modules/'],
        pathNot: ['^libs/(contracts|platform|database)/', npm('typeorm', 'pg')],
      },
    },
    {
      name: 'follow-ups-decide-alike-everywhere',
      comment:
        'Both services ask the same decisions, so the library must not bring the way in or the way out of either.',
      severity: 'error',
      from: { path: '^libs/follow-ups/', pathNot: SPEC },
      to: { pathNot: ['^libs/(contracts|platform|database|follow-ups)/', npm('typeorm'), PURE_LIBRARIES] },
    },
    {
      name: 'recording-is-one-way-in',
      comment:
        'What is typed in and what comes in a file is recorded alike, so the library must not bring the way in or the way out of either.',
      severity: 'error',
      from: { path: '^libs/recording/', pathNot: SPEC },
      to: {
        pathNot: [
          '^libs/(contracts|platform|database|recording)/',
          npm('typeorm'),
          PURE_LIBRARIES,
          core('buffer', 'crypto', 'timers/promises'),
        ],
      },
    },
    {
      name: 'reasons-are-asked-in-one-place',
      comment:
        'Whoever builds the facts of a reason by hand forgets the next one: reasonsNow reads them, and nobody else decides from them.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^libs/follow-ups/src/reasons/', SPEC] },
      to: { path: '^libs/follow-ups/src/reasons/', pathNot: REASONS_DOOR, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'libraries-never-import-apps',
      comment: 'The arrow points from the apps to the libraries.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-never-import-apps',
      comment: 'Two services share facts, not code; apps/local starts them as processes.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'local-knows-database-and-platform',
      comment:
        'The embedded default prepares a database and starts processes; the business is theirs. What it is told is judged by the shapes that they judge it by.',
      severity: 'error',
      from: { path: '^apps/local/' },
      to: { path: '^libs/', pathNot: '^libs/(contracts|database|platform)/' },
    },
    {
      name: 'through-the-front-door',
      comment: 'A library is what its index.ts offers; a deep import would make every file of it public.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/', pathNot: '^apps/web/' },
      to: { path: '^libs/', pathNot: [FRONT_DOOR, '^$1/$2/'] },
    },
    {
      name: 'the-web-knows-words-only',
      comment:
        'What the app knows, a program knows: the API. Of the language it takes the words, without zod, which calls eval.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/', pathNot: '^libs/contracts/src/words\\.ts$' },
    },
    {
      name: 'the-web-has-floors',
      comment:
        'Rooms over many things stand on rooms of one thing, and those on the ground; an arrow up would tie all screens together.',
      severity: 'error',
      from: { path: `^apps/web/src/${WEB_OF_ONE_THING}/` },
      to: { path: `^apps/web/src/(${WEB_OVER_MANY}/|(routes|frame-routes|room-routes|settings-routes|main)\\.)` },
    },
    {
      name: 'the-ground-of-the-web-knows-no-room',
      comment: 'Looks, times, the client and the stream serve every room.',
      severity: 'error',
      from: { path: `^apps/web/src/${WEB_GROUND}/` },
      to: {
        path: `^apps/web/src/(${WEB_OVER_MANY}/|${WEB_OF_ONE_THING}/|(routes|frame-routes|room-routes|settings-routes|main|paths)\\.)`,
      },
    },
    {
      name: 'rooms-over-many-know-not-each-other',
      comment: 'They link to each other by paths.ts; what two of them show belongs to a room of one thing.',
      severity: 'error',
      from: { path: `^apps/web/src/${WEB_OVER_MANY}/` },
      to: { path: `^apps/web/src/${WEB_OVER_MANY}/`, pathNot: '^apps/web/src/$1/' },
    },
    {
      name: 'look-and-time-are-plain',
      comment: 'A button knows no word of ours, no address and no answer; so it can be looked at alone.',
      severity: 'error',
      from: { path: '^apps/web/src/(look|time)/', pathNot: SPEC },
      to: {
        pathNot: [
          '^apps/web/src/$1/',
          '^libs/contracts/src/words\\.ts$',
          npm('react', '@base-ui/react', '@fontsource-variable/[^/]+', '@types/react'),
        ],
      },
    },
    {
      name: 'screens-are-opened-by-routes',
      comment: 'One table says what opens where, and loads it when it is needed.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: '^apps/web/src/(routes|room-routes|settings-routes)\\.tsx$' },
      to: { path: '\\.screen\\.tsx$' },
    },
    {
      name: 'the-generated-client-stays-behind-queries',
      comment: 'What a screen reads is a named query; keys and calls are written down once, and go stale in one place.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: ['^apps/web/src/(api|live)/', '\\.queries\\.ts$'] },
      to: { path: GENERATED },
    },
    {
      name: 'applications-know-no-queue-and-no-mail',
      comment:
        'The HTTP service writes rows and outbox messages in one transaction. A queue or a mail server in there would be a second truth.',
      severity: 'error',
      from: { path: '^apps/applications/' },
      to: { path: [QUEUE, MAIL] },
    },
    {
      name: 'applications-call-nobody',
      comment:
        'The HTTP service only resolves and accepts what a user names; the worker alone connects, behind the guard.',
      severity: 'error',
      // The edge takes the names of the status codes from node:http.
      from: { path: '^apps/applications/', pathNot: [SPEC, '^apps/applications/src/http/'] },
      to: {
        path: [core('http', 'https', 'http2', 'tls', 'dgram'), npm('undici', 'axios', 'request-filtering-agent')],
      },
    },
    {
      name: 'queue-in-relay-and-queue',
      comment: 'The queue carries hints. Handlers and effects work from rows, whatever carried the hint.',
      severity: 'error',
      from: { path: '^apps/worker/', pathNot: '^apps/worker/src/(relay|queue)/' },
      to: { path: QUEUE },
    },
    ...floorRules(
      'apps/worker/src',
      WORKER_FLOORS,
      'the-worker-has-floors',
      'Arrows run down: a room that knows the one above it cannot be read, tested or moved without it.',
    ),
    {
      name: 'ground-files-know-no-room',
      comment:
        'What lies beside the rooms (lease, sender, logger) serves all of them; only the module and main bring them together.',
      severity: 'error',
      from: { path: '^apps/worker/src/[^/]+\\.ts$', pathNot: ['/(main|worker\\.module)\\.ts$', SPEC] },
      to: { path: '^apps/worker/src/[^/]+/' },
    },
    ...floorRules(
      'apps/worker/src/boards',
      BOARDS_FLOORS,
      'boards-have-walls',
      'Reading knows nothing of what is told, the rules know neither, and a replay decides by the rules alone.',
    ),
    {
      name: 'nodemailer-in-the-smtp-adapter',
      comment: 'The point of no return lies inside the SMTP conversation: there is one place that holds it.',
      severity: 'error',
      from: { path: '^(apps/(?!applications/)|libs/platform/)', pathNot: SMTP_ADAPTER },
      to: { path: npm('nodemailer') },
    },
    {
      name: 'pg-where-connections-are-made',
      comment:
        'Rows are reached through libs/database, where every transaction is one candidate. ' +
        'Only what starts a cluster, prepares it or gives the queue its pool speaks to the driver itself.',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: ['^libs/', '^apps/local/src/(postgres|database)/', '^apps/worker/src/(queue|relay)/'],
      },
      to: { path: PG },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one thing, or a third thing is missing.',
      severity: 'error',
      from: { pathNot: GENERATED },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nothing does nothing.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^apps/[^/]+/src/.*main\\.ts$',
          // Started or preloaded by its path.
          '^apps/local/src/(postgres/keeper|services/end-with-parent)\\.ts$',
          '^tests/support/shifted-clock\\.js$',
          '^apps/web/(vite\\.config\\.ts|src/.*\\.css)$',
        ],
      },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      comment:
        'An import that leads nowhere fails at the start of the process. What is built first (dist/) is the exception.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '/dist/' },
    },
    {
      name: 'no-development-package-in-production',
      comment: 'The image is pruned to the production packages.',
      severity: 'error',
      // The web is bundled: what it takes stands in its files.
      from: { path: '^(apps|libs)/', pathNot: [SPEC, '^apps/web/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    {
      name: 'no-undeclared-package',
      comment: 'A package that is there because another one needs it is gone the day the other one changes its mind.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'nobody-imports-a-spec',
      comment: 'What two specs share belongs into tests/support.',
      severity: 'error',
      from: {},
      to: { path: SPEC },
    },
    {
      name: 'production-never-imports-tests',
      comment: 'The image has no tests in it.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: ['(^|/)node_modules/', '(^|/)dist/'] },
    // `import type` is a dependency too: a policy that names an EntityManager knows TypeORM.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
