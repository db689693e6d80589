/** One small tree in which every rule of .dependency-cruiser.js is broken, each by a file that breaks nothing else. */

export interface Planted {
  rule: string;
  file: string;
  source: string;
}

export const PLANTED: Planted[] = [
  plant(
    'policies-are-pure',
    'apps/worker/src/follow-up/typeorm.policy.ts',
    `import type { EntityManager } from 'typeorm'`,
  ),
  plant('policies-are-pure', 'apps/worker/src/follow-up/nest.policy.ts', `import { Injectable } from '@nestjs/common'`),
  plant('policies-are-pure', 'apps/worker/src/follow-up/node.policy.ts', `import { randomUUID } from 'node:crypto'`),
  plant('policies-are-pure', 'apps/worker/src/follow-up/rows.policy.ts', `import { outbox } from '@app/database'`),
  plant('policies-are-pure', 'libs/follow-ups/src/rows.policy.ts', `import { facts } from './facts.queries.js'`),
  plant(
    'policies-take-types-from-plain-files',
    'libs/follow-ups/src/value.policy.ts',
    `import { plain } from './plain.js'`,
  ),
  plant('words-are-data', 'apps/worker/src/follow-up/letter-words.ts', `import { readFileSync } from 'node:fs'`),
  plant('words-are-data', 'libs/follow-ups/src/templates.ts', `import { plain } from './plain.js'`),
  plant('contracts-know-zod-only', 'libs/contracts/src/rows.ts', `import { In } from 'typeorm'`),
  plant('contracts-know-zod-only', 'libs/contracts/src/ids.ts', `import { randomUUID } from 'node:crypto'`),
  plant(
    'platform-knows-nothing-of-ours',
    'libs/platform/src/words.service.ts',
    `import { STAGES } from '@app/contracts'`,
  ),
  plant(
    'database-knows-language-and-driver',
    'libs/database/src/nest.ts',
    `import { Injectable } from '@nestjs/common'`,
  ),
  plant('database-knows-language-and-driver', 'libs/database/src/plan.ts', `import { plan } from '@app/follow-ups'`),
  plant('follow-ups-decide-alike-everywhere', 'libs/follow-ups/src/ids.ts', `import { randomUUID } from 'node:crypto'`),
  plant('follow-ups-decide-alike-everywhere', 'libs/follow-ups/src/mail.ts', `import mailer from 'nodemailer'`),
  plant('recording-is-one-way-in', 'libs/recording/src/nest.ts', `import { Injectable } from '@nestjs/common'`),
  plant('recording-is-one-way-in', 'libs/recording/src/plan.ts', `import { plan } from '@app/follow-ups'`),
  plant(
    'reasons-are-asked-in-one-place',
    'libs/follow-ups/src/by-hand.queries.ts',
    `import { letterReasons } from './reasons/letter-reasons.policy.js'`,
  ),
  plant(
    'libraries-never-import-apps',
    'libs/platform/src/up.ts',
    `import { relay } from '../../../apps/worker/src/relay/relay.js'`,
  ),
  plant(
    'apps-never-import-apps',
    'apps/applications/src/across.ts',
    `import { relay } from '../../worker/src/relay/relay.js'`,
  ),
  plant(
    'apps-never-import-apps',
    'apps/local/src/across.ts',
    `import { relay } from '../../worker/src/relay/relay.js'`,
  ),
  plant('the-web-knows-words-only', 'apps/web/src/application/zod.ts', `import { STAGES } from '@app/contracts'`),
  plant('the-web-has-floors', 'apps/web/src/letter/up.ts', `import { today } from '../today/today.policy.js'`),
  plant('the-ground-of-the-web-knows-no-room', 'apps/web/src/live/up.ts', `import { paths } from '../paths.js'`),
  plant(
    'rooms-over-many-know-not-each-other',
    'apps/web/src/settings/across.ts',
    `import { today } from '../today/today.policy.js'`,
  ),
  plant('look-and-time-are-plain', 'apps/web/src/look/asks.ts', `import { answer } from '../api/answer.js'`),
  plant('screens-are-opened-by-routes', 'apps/web/src/shell/opens.ts', `export * from './frame.screen.js'`),
  plant(
    'the-generated-client-stays-behind-queries',
    'apps/web/src/application/calls.ts',
    `import { call } from '../api/generated/sdk.gen.js'`,
  ),
  plant('local-knows-database-and-platform', 'apps/local/src/plan.ts', `import { plan } from '@app/follow-ups'`),
  plant(
    'through-the-front-door',
    'apps/worker/src/back-door.ts',
    `import { plain } from '../../../libs/follow-ups/src/plain.js'`,
  ),
  plant('applications-know-no-queue-and-no-mail', 'apps/applications/src/queue.ts', `import { Queue } from 'bullmq'`),
  plant(
    'applications-know-no-queue-and-no-mail',
    'apps/applications/src/nest.ts',
    `import type { Q } from '@nestjs/bullmq'`,
  ),
  plant('applications-know-no-queue-and-no-mail', 'apps/applications/src/redis.ts', `import { Redis } from 'ioredis'`),
  plant('applications-know-no-queue-and-no-mail', 'apps/applications/src/mail.ts', `import mailer from 'nodemailer'`),
  plant(
    'applications-know-no-queue-and-no-mail',
    'apps/applications/src/inbox.ts',
    `import { ImapFlow } from 'imapflow'`,
  ),
  plant('applications-call-nobody', 'apps/applications/src/call.ts', `import { request } from 'node:https'`),
  plant('queue-in-relay-and-queue', 'apps/worker/src/effects/job.ts', `import { Queue } from 'bullmq'`),
  plant(
    'the-worker-has-floors',
    'apps/worker/src/follow-up/upwards.ts',
    `import { mailer } from '../effects/email/smtp.mailer.js'`,
  ),
  plant('the-worker-has-floors', 'apps/worker/src/effects/beside.ts', `import { relay } from '../relay/relay.js'`),
  plant('the-worker-has-floors', 'apps/worker/src/imports/beside.ts', `import { relay } from '../relay/relay.js'`),
  plant('the-worker-has-floors', 'apps/worker/src/message/up.ts', `import { plan } from '../follow-up/plan.js'`),
  plant('ground-files-know-no-room', 'apps/worker/src/lease.ts', `import { relay } from './relay/relay.js'`),
  plant('boards-have-walls', 'apps/worker/src/boards/rules/read.ts', `import { page } from '../reading/page.js'`),
  plant('boards-have-walls', 'apps/worker/src/boards/reading/tell.ts', `import { tell } from '../telling/tell.js'`),
  plant(
    'nodemailer-in-the-smtp-adapter',
    'apps/worker/src/effects/reminder/mail.ts',
    `import mailer from 'nodemailer'`,
  ),
  plant('nodemailer-in-the-smtp-adapter', 'apps/local/src/mail.ts', `import mailer from 'nodemailer'`),
  plant('pg-where-connections-are-made', 'apps/applications/src/rows.ts', `import { Client } from 'pg'`),
  plant('pg-where-connections-are-made', 'apps/worker/src/effects/rows.ts', `import type { Pool } from 'pg'`),
  plant('no-circular', 'apps/worker/src/relay/egg.ts', `import { hen } from './hen.js'`),
  plant('no-orphans', 'apps/worker/src/relay/forgotten.ts', ''),
  plant('not-to-unresolvable', 'apps/worker/src/relay/nowhere.ts', `import { nothing } from './nothing.js'`),
  plant('no-development-package-in-production', 'apps/worker/src/relay/dev.ts', `import fc from 'fast-check'`),
  plant('no-undeclared-package', 'apps/worker/src/relay/borrowed.ts', `import borrowed from 'undeclared-package'`),
  plant(
    'nobody-imports-a-spec',
    'tests/support/borrows.ts',
    `import { rule } from '../../apps/worker/src/relay/relay.spec.js'`,
  ),
  plant(
    'production-never-imports-tests',
    'apps/worker/src/relay/tested.ts',
    `import { relay } from '../../../../tests/support/builders.js'`,
  ),
];

/** What the planted files lean on, and what is allowed although it looks alike: nothing here breaks a rule. */
export const INNOCENT: Record<string, string> = {
  'libs/contracts/src/words.ts': `export { z as WORDS } from 'zod';`,
  'apps/web/src/paths.ts': `export { WORDS as paths } from '@app/contracts/words';`,
  'apps/web/src/api/answer.ts': `export { call as answer } from './generated/sdk.gen.js';`,
  'apps/web/src/api/generated/sdk.gen.ts': `export { again as call } from './client.gen.js';`,
  'apps/web/src/api/generated/client.gen.ts': `export { call as again } from './sdk.gen.js';`,
  'apps/web/src/today/today.policy.ts': `export { again as today } from '../follow-up/order.policy.js';`,
  'apps/web/src/follow-up/order.policy.ts': `export { WORDS as again } from './follow-up.words.js';`,
  'apps/web/src/follow-up/follow-up.words.ts': `export const WORDS = 1;`,
  'apps/web/src/shell/frame.screen.tsx': `export { paths } from '../paths.js';`,
  'libs/contracts/src/index.ts': `export { z as STAGES } from 'zod';`,
  'libs/platform/src/index.ts': `export { pino as RuleViolation } from 'pino';`,
  'libs/database/src/index.ts': `export { In as outbox, Not as ledger } from 'typeorm';\nexport type { Client } from 'pg';`,
  'libs/follow-ups/src/index.ts': `export { plain as plan } from './plain.js';\nexport * from './pure.policy.js';`,
  'libs/follow-ups/src/reasons/letter-reasons.policy.ts': `export { STAGES as letterReasons } from '@app/contracts';`,
  'libs/follow-ups/src/plain.ts': `export { outbox as plain } from '@app/database';`,
  'libs/follow-ups/src/facts.queries.ts': `export type { EntityManager as facts } from 'typeorm';`,
  'libs/follow-ups/src/letter-templates.ts': `export { STAGES } from '@app/contracts';`,
  'libs/follow-ups/src/pure.policy.ts': [
    `import { RuleViolation } from '@app/platform';`,
    `import { STAGES } from './letter-templates.js';`,
    `import { Temporal } from 'temporal-polyfill';`,
    `import Holidays from 'date-holidays';`,
    `import type { Facts } from './plain.js';`,
    `export const pure = [RuleViolation, STAGES, Temporal, Holidays];`,
  ].join('\n'),
  'apps/worker/src/relay/relay.ts': `export { Queue as relay } from 'bullmq';`,
  'apps/worker/src/relay/relay.spec.ts': `import { relay } from './relay.js';\nexport const rule = relay;`,
  'apps/worker/src/relay/hen.ts': `export { egg as hen } from './egg.js';`,
  'apps/worker/src/follow-up/plan.ts': `export { ledger as plan } from '@app/database';`,
  'apps/worker/src/boards/reading/page.ts': `export { ledger as page } from '@app/database';`,
  'apps/worker/src/boards/telling/tell.ts': `export { ledger as tell } from '@app/database';`,
  'apps/worker/src/effects/email/smtp.mailer.ts': `export { default as mailer } from 'nodemailer';`,
  'apps/worker/src/main.ts': `process.exitCode = 0;`,
  'apps/local/src/postgres/cluster.ts': `export { Client } from 'pg';`,
  'tests/support/builders.ts': `export { relay } from '../../apps/worker/src/relay/relay.js';`,
};

export const PACKAGES = [
  '@nestjs/bullmq',
  '@nestjs/common',
  'bullmq',
  'date-holidays',
  'fast-check',
  'imapflow',
  'ioredis',
  'nodemailer',
  'pg',
  'pino',
  'temporal-polyfill',
  'typeorm',
  'undeclared-package',
  'zod',
];

function plant(rule: string, file: string, source: string): Planted {
  return { rule, file, source };
}
