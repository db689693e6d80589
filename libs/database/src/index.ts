export * from './candidate.queries.js';
export * from './database.js';
export * from './entities/index.js';
export * as ledger from './ledger.js';
export type { LedgerBy } from './ledger.js';
export * as outbox from './outbox.js';
export * from './prepare.js';
export * from './row-lock.js';
