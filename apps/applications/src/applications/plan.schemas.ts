import { instant } from '@app/contracts';
import { z } from 'zod';
import { followUpAnswer } from '../follow-ups/follow-ups.schemas.js';
import { oneQuery } from '../http/paging.js';

const at = z.iso.datetime();

export const planAnswer = z
  .strictObject({
    now: at,
    timezone: z.string().meta({ description: "Of the application's contact of now; else the candidate's." }),
    from: at,
    to: at,
    steps: z.array(followUpAnswer).meta({ description: 'All of the application, the earliest due first.' }),
    openings: z
      .array(z.strictObject({ start: at, end: at }))
      .meta({ description: 'When a letter may arrive there, between `from` and `to`.' }),
    closedDays: z
      .array(
        z.strictObject({
          date: z.iso.date(),
          code: z.enum(['weekday', 'holiday']),
          name: z.string().nullable().meta({ description: 'Of the holiday, in English where that is known.' }),
        }),
      )
      .meta({ description: 'Days there on which none may, between `from` and `to`.' }),
  })
  .meta({ id: 'Plan' });
export type PlanAnswer = z.infer<typeof planAnswer>;

export const planQuery = z.strictObject({
  from: instant.optional().meta({ description: 'A day ago, when it is not said.' }),
  to: instant.optional().meta({
    description:
      'Two days after the last step of the next two weeks, when it is not said; at most 60 days after `from`.',
  }),
  ...oneQuery.shape,
});
export type PlanQuery = z.infer<typeof planQuery>;
