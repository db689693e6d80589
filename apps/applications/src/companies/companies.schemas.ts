import { duration, httpUrl, line } from '@app/contracts';
import { z } from 'zod';
import { byId, onlyDeleted, pageQuery, pageSchema } from '../http/paging.js';
import { sampleMark } from '../http/sample-mark.js';

const fields = {
  name: line(300),
  website: httpUrl.nullable(),
  careersUrl: httpUrl.nullable(),
  cooldown: duration.nullable().meta({ description: 'How long they ask to wait before applying again: `P180D`.' }),
};

export const companyBody = z
  .strictObject({ ...fields, ...z.object(fields).omit({ name: true }).partial().shape })
  .meta({ id: 'CompanyBody' });
export type CompanyBody = z.infer<typeof companyBody>;

export const companyPatch = z.strictObject(fields).partial().meta({ id: 'CompanyPatch' });
export type CompanyPatch = z.infer<typeof companyPatch>;

export const companyAnswer = z
  .strictObject({
    id: z.uuid(),
    ...fields,
    sample: sampleMark,
    deletedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Company' });
export type CompanyAnswer = z.infer<typeof companyAnswer>;

export const companyPage = pageSchema(companyAnswer).meta({ id: 'CompanyPage' });
export const companiesQuery = z.strictObject({ ...pageQuery(byId), deleted: onlyDeleted });
export type CompaniesQuery = z.infer<typeof companiesQuery>;
