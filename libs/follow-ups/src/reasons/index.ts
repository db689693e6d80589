/** What others may ask of the reasons. */
export { lapsesAt, pausedUntil } from './letter-reasons.policy.js';
export { endOf, heldWhyOf } from './reason.policy.js';
export { type Mail, reasonsNow, type Subject } from './situations.queries.js';
export type { Reason } from './situation.js';
export { isInProcess } from './verdict.policy.js';
