import { boardReference, httpUrl, id, instant, line, OBSERVED_STATUSES, prose, VACANCY_STATUSES } from '@app/contracts';
import { z } from 'zod';
import { byId, pageQuery, pageSchema } from '../http/paging.js';
import { sampleMark } from '../http/sample-mark.js';

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

export const vacancyAnswer = z
  .strictObject({
    id,
    companyId: id,
    companyName: line(300),
    title: vacancyTitle,
    ...details,
    status: z.enum(VACANCY_STATUSES),
    observedAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime().nullable(),
    sample: sampleMark,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Vacancy' });
export type VacancyAnswer = z.infer<typeof vacancyAnswer>;
export const vacancyPage = pageSchema(vacancyAnswer).meta({ id: 'VacancyPage' });

export const vacancyWithHistory = z
  .strictObject({
    ...vacancyAnswer.shape,
    history: z
      .array(
        z.strictObject({
          id,
          status: z.enum(OBSERVED_STATUSES),
          observedAt: z.iso.datetime(),
          ...observation,
          concluded: z.enum(['closed', 'reopened']).nullable(),
        }),
      )
      .meta({ description: 'The latest 100 observations, newest first.' }),
  })
  .meta({ id: 'VacancyWithHistory' });
export type VacancyWithHistory = z.infer<typeof vacancyWithHistory>;

export const vacanciesQuery = z.strictObject({
  ...pageQuery(byId),
  companyId: id.optional(),
  status: z.enum(VACANCY_STATUSES).optional(),
});
export type VacanciesQuery = z.infer<typeof vacanciesQuery>;
