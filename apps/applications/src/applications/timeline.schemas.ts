import { DIRECTIONS, facts, id, type TimelineCode } from '@app/contracts';
import { z } from 'zod';
import { cursorMoment, oneQuery, order, pageQuery, pageSchema } from '../http/paging.js';

export const TIMELINE_TYPES = [
  'recorded',
  'stage_changed',
  'interview_scheduled',
  'interview_moved',
  'interview_cancelled',
  'rejected',
  'touch',
  'follow_up',
  'vacancy_closed',
  'vacancy_reopened',
] as const satisfies readonly TimelineCode[];

export const timelineItem = z
  .strictObject({
    at: z.iso.datetime(),
    type: z.enum(TIMELINE_TYPES),
    text: z.string().meta({ description: 'What happened, in a sentence.' }),
    code: z.string().meta({ description: 'Of the sentence: its `type`.' }),
    facts,
    kind: z.string().optional().meta({ description: 'Of a touch or a follow-up.' }),
    direction: z.enum(DIRECTIONS).optional().meta({ description: 'Of a touch.' }),
    what: z.string().optional().meta({ description: 'What was done with a follow-up, as a code.' }),
    from: z
      .string()
      .optional()
      .meta({ description: 'The stage, or the hour of an interview, that it was moved from.' }),
    to: z.string().optional().meta({ description: 'The stage, or the hour of an interview, that it was moved to.' }),
    contactId: id.optional(),
    followUpId: id.optional(),
    interviewId: id.optional(),
    rejectionId: id.optional(),
    touchId: id.optional(),
    vacancyId: id.optional(),
  })
  .meta({ id: 'TimelineItem' });
export type TimelineItem = z.infer<typeof timelineItem>;
export const timelinePage = pageSchema(timelineItem).meta({ id: 'TimelinePage' });

export const timelineQuery = z.strictObject({
  ...pageQuery(z.tuple([cursorMoment, z.enum(TIMELINE_TYPES), z.string().regex(/^[\da-f-]{1,40}$/)])),
  order,
  ...oneQuery.shape,
});
export type TimelineQuery = z.infer<typeof timelineQuery>;
