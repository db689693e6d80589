import { facts, IMPORT_FORMATS, IMPORT_STATES, importProblem, ROWS_OF_DRY_RUN, ROWS_OF_IMPORT } from '@app/contracts';
import { z } from 'zod';
import { byId, pageQuery, pageSchema } from '../http/paging.js';
import { noticeAnswer } from '../settings/settings.schemas.js';

export const importQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({
      description: `Reads and judges up to ${ROWS_OF_DRY_RUN} rows while you wait, and writes nothing. Without it up to ${ROWS_OF_IMPORT} rows are recorded after the answer.`,
    }),
  format: z.enum(IMPORT_FORMATS).default('linkedin').meta({ description: 'Recognised by the header of the file.' }),
});
export type ImportQuery = z.infer<typeof importQuery>;

/** Of a dry run. */
export const ROWS_SHOWN = 100;

const count = z.int().min(0);
const at = z.iso.datetime();

const problem = importProblem.extend({ detail: z.string() });
export type ProblemAnswer = z.infer<typeof problem>;

const found = {
  unchanged: count.meta({ description: 'Rows whose URL and date are there already, or came twice in the file.' }),
  problemCount: count,
  problems: z.array(problem).max(100).meta({ description: 'The first hundred.' }),
};

export const dryRunAnswer = z
  .strictObject({
    dryRun: z.literal(true),
    rows: count,
    created: count.meta({ description: 'That would be.' }),
    applications: z
      .array(z.strictObject({ companyName: z.string(), title: z.string(), appliedAt: at, isThere: z.boolean() }))
      .max(ROWS_SHOWN)
      .meta({ description: `The first ${ROWS_SHOWN} that the file names; \`isThere\`: recorded before.` }),
    ...found,
  })
  .meta({ id: 'ImportDryRun' });
export type DryRunAnswer = z.infer<typeof dryRunAnswer>;

export const importAnswer = z
  .strictObject({
    id: z.uuid(),
    format: z.enum(IMPORT_FORMATS),
    state: z.enum(IMPORT_STATES),
    rows: count.nullable().meta({ description: 'None before the file is read.' }),
    applications: count.nullable().meta({ description: 'That the file names, each once. None before it is read.' }),
    done: count.meta({ description: 'How many of the applications are dealt with: created, or unchanged.' }),
    created: count.meta({ description: 'Listed by GET /applications?importId=.' }),
    removed: count.meta({ description: 'Of those: taken back by POST /imports/{id}/undo, for 30 days.' }),
    kept: count.nullable().meta({ description: 'Left, because something was done to them; none before it is undone.' }),
    ...found,
    notices: z.array(noticeAnswer),
    why: z
      .strictObject({ code: z.string(), facts, detail: z.string() })
      .nullable()
      .meta({ description: 'Why it failed.' }),
    createdAt: at,
    startedAt: at.nullable(),
    endedAt: at.nullable().meta({ description: 'The file is deleted then, the rest of this 30 days later.' }),
  })
  .meta({ id: 'Import' });
export type ImportAnswer = z.infer<typeof importAnswer>;

export const importPage = pageSchema(importAnswer).meta({ id: 'ImportPage' });

export const importsQuery = z.strictObject({ ...pageQuery(byId), state: z.enum(IMPORT_STATES).optional() });
export type ImportsQuery = z.infer<typeof importsQuery>;

export const noBody = z.strictObject({}).optional();
