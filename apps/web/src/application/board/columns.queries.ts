import type { Stage } from '@app/contracts/words';
import { applicationsQuery } from '../application.queries.js';
import { CLOSED, COLUMNS } from './columns.policy.js';

/** What each column asks for, in their order. */
export const STAGES_OF_COLUMNS: readonly (readonly Stage[])[] = [...COLUMNS.map((stage) => [stage]), CLOSED];
export const boardQueries = (q: string | undefined) =>
  STAGES_OF_COLUMNS.map((stage) => applicationsQuery({ q, stage }));
