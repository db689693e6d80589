/**
 * How a command locks a row that it changes: `true` lets others go on referring to it by its key, as every row that belongs to
 * it does when it is written; `with_key`, for a row whose key changes or that is deleted, lets them wait as well.
 */
export type RowLock = boolean | 'with_key';

export const rowLock = (lock: RowLock) =>
  lock === false
    ? {}
    : { lock: { mode: lock === 'with_key' ? ('pessimistic_write' as const) : ('for_no_key_update' as const) } };
