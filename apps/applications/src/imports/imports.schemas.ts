import { z } from 'zod';
import { noticeAnswer } from '../settings/settings.schemas.js';

export const importQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: 'Reads and judges the file, and writes nothing.' }),
  format: z.enum(['linkedin']).default('linkedin').meta({ description: 'Recognised by the header of the file.' }),
});
export type ImportQuery = z.infer<typeof importQuery>;

const count = z.int().min(0);

export const importAnswer = z
  .strictObject({
    dryRun: z.boolean(),
    rows: count,
    created: count.meta({ description: 'In a dry run: what would be.' }),
    unchanged: count.meta({ description: 'Rows whose URL and date are there already, or came twice in the file.' }),
    problems: z.array(
      z.strictObject({
        row: z.int().min(1).meta({ description: 'Counted from 1 below the header.' }),
        column: z.string().nullable().meta({ description: 'None when the row as a whole cannot be read.' }),
        code: z.enum(['malformed_row', 'invalid_value', 'invalid_date', 'in_the_future']),
        detail: z.string(),
      }),
    ),
    applications: z.array(z.uuid()).meta({ description: 'What was created, in the order of the file.' }),
    notices: z.array(noticeAnswer),
  })
  .meta({ id: 'Import' });
export type ImportAnswer = z.infer<typeof importAnswer>;
