import {
  boardName,
  boardReference,
  httpUrl,
  id,
  instant,
  line,
  OBSERVED_STATUSES,
  prose,
  REOPENING_GRADES,
  STAGES,
  VACANCY_STATUSES,
  type VacancyStatus,
} from '@app/contracts';
import { z } from 'zod';
import { followUpAnswer } from '../follow-ups/follow-ups.schemas.js';
import { cursorOfItsOrder, fitsItsOrder, listOf, pageQuery, pageSchema, rowMoment } from '../http/paging.js';
import { sampleMark } from '../http/sample-mark.js';
import { search } from '../http/search.js';

/** What an application tells of its vacancy, too. */
export const vacancyDetails = {
  location: line(300).nullable(),
  url: httpUrl.nullable(),
  requirements: prose(100_000).nullable(),
};
export const vacancyTitle = line(500);
const details = { ...vacancyDetails, board: boardReference.nullable() };

export const vacancyBody = z
  .strictObject({ ...z.object(details).partial().shape, title: vacancyTitle, companyName: line(300) })
  .meta({ id: 'VacancyBody' });
export type VacancyBody = z.infer<typeof vacancyBody>;

export const vacancyPatch = z
  .strictObject({ title: vacancyTitle, ...details })
  .partial()
  .meta({ id: 'VacancyPatch' });
export type VacancyPatch = z.infer<typeof vacancyPatch>;

const observation = { postingId: line(200).nullable(), url: httpUrl.nullable() };

export const observationBody = z
  .strictObject({
    status: z.enum(OBSERVED_STATUSES),
    observedAt: instant.optional(),
    ...z.object(observation).partial().shape,
  })
  .meta({ id: 'ObservationBody', description: '`observedAt` is not in the future.' });
export type ObservationBody = z.infer<typeof observationBody>;

const at = z.iso.datetime();

const seenPosting = z.strictObject({
  postingId: z.string().nullable(),
  title: z.string().nullable().meta({ description: 'As the board shows it.' }),
  url: z.string().nullable(),
  seenAt: at.nullable(),
});

const vacancyReopening = z
  .strictObject({
    at: at.meta({ description: 'When it was seen.' }),
    closedAt: at.meta({ description: 'Since when it had been closed.' }),
    grade: z.enum(REOPENING_GRADES),
    matched: z.array(z.string()),
    daysAbsent: z.number(),
    before: seenPosting.meta({ description: 'The posting that had closed; `seenAt`: the last time.' }),
    now: seenPosting.meta({ description: 'The posting that is there since; `seenAt`: the first time.' }),
  })
  .meta({ id: 'VacancyReopening', description: 'What is not known of a posting is null.' });

const letterOfVacancy = followUpAnswer
  .omit({ messageId: true, digestId: true, createdAt: true, ledger: true })
  .meta({ id: 'LetterOfVacancy' });

/** What the radar knows of it. */
const radar = {
  watch: z
    .strictObject({
      boardId: id,
      ...boardName,
      postingId: z.string().nullable(),
      neverSeen: z.boolean(),
      lastSeenAt: at.nullable().meta({ description: 'When the board showed the posting last; null: it never did.' }),
    })
    .nullable()
    .meta({ description: 'Where it is watched; null: nowhere.' }),
  applications: z
    .array(z.strictObject({ id, stage: z.enum(STAGES) }))
    .meta({ description: 'Yours for it, the newest first.' }),
  reopening: vacancyReopening.nullable().meta({ description: 'The latest; it may have closed again since.' }),
  letters: z.array(letterOfVacancy).meta({
    description: 'While it is reopened: of each application the latest letter that was drafted about that.',
  }),
};

export const vacancyAnswer = z
  .strictObject({
    id,
    companyId: id,
    companyName: line(300),
    title: vacancyTitle,
    ...details,
    status: z.enum(VACANCY_STATUSES),
    observedAt: at.nullable(),
    closedAt: at.nullable(),
    ...radar,
    sample: sampleMark,
    createdAt: at,
    updatedAt: at,
  })
  .meta({ id: 'Vacancy' });
export type VacancyAnswer = z.infer<typeof vacancyAnswer>;
export const vacancyPage = z
  .strictObject({
    ...pageSchema(vacancyAnswer).shape,
    counts: z
      .strictObject(
        Object.fromEntries(VACANCY_STATUSES.map((status) => [status, z.int()])) as Record<VacancyStatus, z.ZodInt>,
      )
      .meta({
        id: 'CountsPerStatus',
        description: 'How many there are of each status, of all that match but for `status`.',
      }),
  })
  .meta({ id: 'VacancyPage' });
export type VacancyPage = z.infer<typeof vacancyPage>;

export const vacancyWithHistory = z
  .strictObject({
    ...vacancyAnswer.shape,
    history: z
      .array(
        z.strictObject({
          id,
          status: z.enum(OBSERVED_STATUSES),
          observedAt: at,
          ...observation,
          concluded: z.enum(['closed', 'reopened']).nullable(),
        }),
      )
      .meta({ description: 'The latest 100 observations, newest first.' }),
  })
  .meta({ id: 'VacancyWithHistory' });
export type VacancyWithHistory = z.infer<typeof vacancyWithHistory>;

export const VACANCY_SORTS = ['-createdAt', '-observedAt'] as const;
export type VacancySort = (typeof VACANCY_SORTS)[number];

export const vacanciesQuery = z
  .strictObject({
    ...pageQuery(z.tuple([z.enum(VACANCY_SORTS), rowMoment.nullable(), z.uuid()])),
    q: search,
    companyId: id.optional(),
    status: listOf(z.enum(VACANCY_STATUSES)).optional(),
    watched: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional()
      .meta({ description: 'Only those that are watched on a board, or that are not.' }),
    sort: z.enum(VACANCY_SORTS).default('-createdAt').meta({
      description: 'What was recorded last first, or what was seen to change last; what was never seen stands last.',
    }),
  })
  .refine(fitsItsOrder, cursorOfItsOrder);
export type VacanciesQuery = z.infer<typeof vacanciesQuery>;
