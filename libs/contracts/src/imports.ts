/** Files of applications that came into being elsewhere. */
import { z } from 'zod';
import { IMPORT_PROBLEMS } from './import-sentences.js';
import { facts } from './sentence-shapes.js';

export const IMPORT_FORMATS = ['linkedin'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

export const IMPORT_STATES = ['waiting', 'running', 'done', 'stopped', 'failed', 'undoing', 'undone'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const importProblem = z.strictObject({
  row: z.int().min(1).meta({ description: 'Counted from 1 below the header.' }),
  column: z.string().nullable().meta({ description: 'None when the row as a whole cannot be read.' }),
  code: z.enum(IMPORT_PROBLEMS),
  facts,
});
export type ImportProblem = z.infer<typeof importProblem>;

/** What one file may hold; and what is judged while the caller waits. */
export const ROWS_OF_IMPORT = 50_000;
export const ROWS_OF_DRY_RUN = 10_000;
