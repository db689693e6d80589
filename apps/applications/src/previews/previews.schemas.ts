import { AUDIENCES, facts, FOLLOW_UP_KINDS, HELD_WHYS, SHOWN_STATES } from '@app/contracts';
import { z } from 'zod';
import { noticeAnswer } from '../settings/settings.schemas.js';

const at = z.iso.datetime();

const plannedStep = z
  .strictObject({
    id: z.uuid().nullable().meta({ description: 'Null: there is none yet.' }),
    kind: z.enum(FOLLOW_UP_KINDS),
    audience: z.enum(AUDIENCES),
    state: z.enum(SHOWN_STATES).meta({ description: 'That it would have then.' }),
    dueAt: at,
    why: z.string().meta({ description: 'Of what starts, why there is one, or none; else why it stops or moves.' }),
    whyCode: z.string(),
    whyFacts: facts,
    heldWhy: z.enum(HELD_WHYS).nullable(),
    heldUntil: at.nullable(),
    contact: z.strictObject({ name: z.string(), timezone: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'PlannedStep' });
export type PlannedStep = z.infer<typeof plannedStep>;

const movedStep = plannedStep
  .extend({ was: at.meta({ description: 'When it is due as things are.' }) })
  .meta({ id: 'MovedStep' });

export const previewAnswer = z
  .strictObject({
    starts: z
      .array(plannedStep)
      .meta({ description: 'What is planned, or comes back; `skipped`: what is not, and why.' }),
    stops: z.array(plannedStep),
    moves: z.array(movedStep).meta({ description: 'What goes at another moment, is held, or waits for a yes.' }),
    notices: z.array(noticeAnswer),
  })
  .meta({
    id: 'Preview',
    description: 'What the command would do to the plan, found out by doing it and undoing it. The earliest first.',
  });
export type PreviewAnswer = z.infer<typeof previewAnswer>;

export const dryRunQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: 'Nothing is done: the answer, 200, is a `Preview` of what it would start, stop and move.' }),
});
export type DryRunQuery = z.infer<typeof dryRunQuery>;
