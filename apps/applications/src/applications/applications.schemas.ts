import {
  AUDIENCES,
  FOLLOW_UP_KINDS,
  id,
  instant,
  line,
  REASON_CATEGORIES,
  REJECTABLE_STAGES,
  RULES,
  SHOWN_STATES,
  type Stage,
  STAGES,
} from '@app/contracts';
import { z } from 'zod';
import { contactOfApplication } from '../contacts/contacts.schemas.js';
import {
  cursorOfItsOrder,
  fitsItsOrder,
  listOf,
  onlyDeleted,
  pageQuery,
  pageSchema,
  rowMoment,
} from '../http/paging.js';
import { search } from '../http/search.js';
import { sampleMark } from '../http/sample-mark.js';
import { noticeAnswer } from '../settings/settings.schemas.js';
import { isRejectable } from './application.policy.js';
import { rejectionBody } from './rejections.schemas.js';
import { vacancyDetails, vacancyTitle } from '../vacancies/vacancies.schemas.js';

const namesOneContact = (body: { contact?: unknown; contactId?: unknown }) =>
  body.contact === undefined || body.contactId === undefined;
const oneContact = { path: ['contactId'], message: RULES.two_contacts };

const details = z.object(vacancyDetails).partial().shape;
const contact = { contact: contactOfApplication.nullable().optional(), contactId: id.nullable().optional() };

export const applicationBody = z
  .strictObject({
    companyName: line(300),
    title: vacancyTitle,
    ...details,
    ...contact,
    stage: z.enum(STAGES).exclude(['rejected']).default('applied'),
    appliedAt: instant.optional(),
    rejection: rejectionBody
      .optional()
      .meta({ description: 'They said no already; `stage` is the one that it came at.' }),
  })
  .refine(namesOneContact, oneContact)
  .refine(({ stage, appliedAt }) => stage !== 'saved' || appliedAt === undefined, {
    path: ['appliedAt'],
    message: RULES.applied_though_saved,
  })
  .refine(({ stage, rejection }) => rejection === undefined || isRejectable(stage), {
    path: ['stage'],
    message: RULES.stage_not_rejectable,
  })
  .meta({
    id: 'ApplicationBody',
    description: '`contact` or `contactId`, not both. No `appliedAt` for what is only `saved`, and none in the future.',
  });
export type ApplicationBody = z.infer<typeof applicationBody>;

export const applicationPatch = z
  .strictObject({ title: vacancyTitle.optional(), ...details, ...contact, appliedAt: instant.optional() })
  .refine(namesOneContact, oneContact)
  .meta({
    id: 'ApplicationPatch',
    description:
      '`contact` or `contactId`, not both. No `appliedAt` for what is only `saved`, in the future or after the rejection.',
  });
export type ApplicationPatch = z.infer<typeof applicationPatch>;

export const stageBody = z
  .strictObject({
    stage: z.enum(STAGES),
    at: instant.optional(),
    scheduledAt: instant.optional().meta({ description: 'With the stage interview only: adds an interview.' }),
  })
  .refine(({ stage, scheduledAt }) => stage === 'interview' || scheduledAt === undefined, {
    path: ['scheduledAt'],
    message: RULES.scheduled_without_interview,
  })
  .meta({
    id: 'StageBody',
    description: '`at` is not in the future. `rejected` has a route of its own: `POST /applications/{id}/rejection`.',
  });
export type StageBody = z.infer<typeof stageBody>;

export const rejectionAnswer = z
  .strictObject({
    id,
    receivedAt: z.iso.datetime(),
    stage: z.enum(REJECTABLE_STAGES),
    reason: z.strictObject({ category: z.enum(REASON_CATEGORIES).nullable(), words: z.string().nullable() }),
    messageId: z.string().nullable(),
    subject: z.string().nullable(),
  })
  .meta({ id: 'Rejection' });

const interviewOfApplication = z
  .strictObject({ id, scheduledAt: z.iso.datetime() })
  .meta({ id: 'InterviewOfApplication' });

const nextFollowUp = z
  .strictObject({
    id,
    kind: z.enum(FOLLOW_UP_KINDS),
    audience: z.enum(AUDIENCES),
    state: z.enum(SHOWN_STATES),
    dueAt: z.iso.datetime(),
  })
  .meta({ id: 'NextFollowUp' });

export const applicationAnswer = z
  .strictObject({
    id,
    companyId: id,
    companyName: z.string(),
    vacancyId: id,
    title: z.string(),
    ...vacancyDetails,
    contactId: id.nullable(),
    contactName: z.string().nullable(),
    contactLastTouchAt: z.iso.datetime().nullable().meta({ description: 'How warm that still is follows from it.' }),
    stage: z.enum(STAGES),
    stageSince: z.iso.datetime(),
    furthestStage: z
      .enum(STAGES)
      .exclude(['rejected', 'withdrawn'])
      .meta({ description: 'How far it ever came; a step that was taken back at once does not count.' }),
    scheduledAt: z.iso.datetime().nullable().meta({ description: 'Of the next interview ahead.' }),
    nextFollowUp: nextFollowUp
      .nullable()
      .meta({ description: 'The nearest of its follow-ups that has not gone yet, drafts and held ones too.' }),
    appliedAt: z.iso.datetime().nullable(),
    rejection: rejectionAnswer.nullable(),
    interviews: z.array(interviewOfApplication).meta({ description: 'The earliest first, those that are over too.' }),
    notices: z
      .array(noticeAnswer)
      .meta({ description: 'Of the command that this answers; empty where it is only read.' }),
    sample: sampleMark,
    deletedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Application' });
export type ApplicationAnswer = z.infer<typeof applicationAnswer>;
export const applicationPage = z
  .strictObject({
    ...pageSchema(applicationAnswer).shape,
    counts: z
      .strictObject(Object.fromEntries(STAGES.map((stage) => [stage, z.int()])) as Record<Stage, z.ZodInt>)
      .meta({
        id: 'CountsPerStage',
        description: 'How many there are of each stage, of all that match but for `stage`.',
      }),
  })
  .meta({ id: 'ApplicationPage' });
export type ApplicationPage = z.infer<typeof applicationPage>;

export const APPLICATION_SORTS = ['-updatedAt', '-appliedAt', 'nextStep'] as const;
export type ApplicationSort = (typeof APPLICATION_SORTS)[number];

export const applicationsQuery = z
  .strictObject({
    ...pageQuery(z.tuple([z.enum(APPLICATION_SORTS), rowMoment.nullable(), z.uuid()])),
    q: search,
    stage: listOf(z.enum(STAGES)).optional(),
    companyId: id.optional(),
    contactId: id.optional(),
    importId: id.optional().meta({ description: 'What an import made.' }),
    sort: z.enum(APPLICATION_SORTS).default('-updatedAt').meta({
      description:
        'What changed last first, what was applied for last first, or by the next step, the nearest first; what has none stands last.',
    }),
    deleted: onlyDeleted,
  })
  .refine(fitsItsOrder, cursorOfItsOrder);
export type ApplicationsQuery = z.infer<typeof applicationsQuery>;
