import { describe, expect, it } from '@jest/globals';
import { sourceFiles } from './source-tree.js';
import { queriesIn, saysWhose } from './tenant-queries.js';

const files = sourceFiles('apps/worker/src', 'libs').filter(
  ({ path }) => !path.endsWith('.spec.ts') && !path.includes('/migrations/'),
);
const migrations = sourceFiles('libs/database/src/migrations').map(({ text }) => text);
const entities = sourceFiles('libs/database/src/entities').map(({ text }) => text);

/** What has a candidate, as the migrations and the entities say. */
const TABLES = [...migrations.join('\n').matchAll(/create table (\w+) \(([^;]*)\);/g)].flatMap(([, table, columns]) =>
  /\bcandidate_id uuid/.test(columns!) ? [table!] : [],
);
const ENTITIES = entities
  .flatMap((text) => text.split('@Entity').slice(1))
  .flatMap((text) => (text.includes("'candidate_id'") ? [/class (\w+)/.exec(text)![1]!] : []));

/** Asked as nobody, for what the worker may see of everybody. */
const ACROSS_CANDIDATES = new Set([
  'apps/worker/src/boards/telling/gone.queries.ts isUntold',
  'apps/worker/src/boards/telling/gone.queries.ts leaveGone',
  'apps/worker/src/boards/telling/gone.queries.ts leaveGonePage',
  'apps/worker/src/boards/telling/new-role-notes.queries.ts leaveNewRoles',
  'apps/worker/src/boards/telling/watchers.queries.ts isWatched',
  'apps/worker/src/boards/telling/watchers.queries.ts leaveArrivals',
  'apps/worker/src/boards/telling/watchers.queries.ts leaveSightings',
  'apps/worker/src/boards/telling/watchers.queries.ts watchedPostings',
  'apps/worker/src/effects/email/mail-accounts.queries.ts reopenIfChanged',
  'apps/worker/src/purge/purge.queries.ts dropForsakenBoards',
  'apps/worker/src/purge/purge.queries.ts dropOutlivedMarks',
  'apps/worker/src/purge/purge.queries.ts duePurges',
  'apps/worker/src/purge/retention.queries.ts dropOldAttempts',
  'apps/worker/src/purge/retention.queries.ts dropOldDeliveries',
  'apps/worker/src/purge/retention.queries.ts dropOldImports',
  'apps/worker/src/purge/retention.queries.ts dropOldReadings',
  'apps/worker/src/purge/retention.queries.ts dropOldTests',
  'apps/worker/src/relay/radar.queries.ts findRadarHints',
  'apps/worker/src/relay/relay.queries.ts findHints',
  'apps/worker/src/relay/relay.queries.ts forgetOldKeys',
  'libs/database/src/database.ts candidateOfToken',
]);

describe('a query of the worker on rows of candidates', () => {
  const queries = files.flatMap((file) => queriesIn(file, TABLES, ENTITIES));

  it('is found', () => {
    expect(TABLES.length).toBeGreaterThan(20);
    expect(ENTITIES.length).toBeGreaterThan(20);
    expect(queries.length).toBeGreaterThan(150);
  });

  // The worker's policies on one table are two, and no index serves both: without the candidate Postgres reads it whole.
  it('names the candidate, or finds its row by its key', () => {
    const silent = queries.filter((query) => !saysWhose(query) && !ACROSS_CANDIDATES.has(query.place));
    expect(silent.map(({ place, text }) => `${place}: ${text}`)).toEqual([]);
  });
});
