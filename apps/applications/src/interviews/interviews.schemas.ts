import { id, instant } from '@app/contracts';
import { z } from 'zod';
import { cursorMoment, pageQuery, pageSchema } from '../http/paging.js';

const scheduledAt = instant.meta({
  description: 'Not in the past. One application has one interview at one moment, and fifty at most.',
});

export const interviewBody = z.strictObject({ scheduledAt }).meta({ id: 'InterviewBody' });
export type InterviewBody = z.infer<typeof interviewBody>;

export const interviewPatch = z.strictObject({ scheduledAt: scheduledAt.optional() }).meta({ id: 'InterviewPatch' });
export type InterviewPatch = z.infer<typeof interviewPatch>;

export const interviewAnswer = z
  .strictObject({
    id,
    applicationId: id,
    scheduledAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Interview' });
export type InterviewAnswer = z.infer<typeof interviewAnswer>;
export const interviewPage = pageSchema(interviewAnswer).meta({ id: 'InterviewPage' });

/** The earliest first; no two of an application are at the same hour. */
export const interviewsQuery = z.strictObject(pageQuery(z.tuple([cursorMoment])));
export type InterviewsQuery = z.infer<typeof interviewsQuery>;
