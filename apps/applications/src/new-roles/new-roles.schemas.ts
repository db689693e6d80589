import { id } from '@app/contracts';
import { z } from 'zod';
import { pageQuery, pageSchema, rowMoment } from '../http/paging.js';

export const ROLES_SHOWN = 10;
export const DAYS_NEW = 30;

const at = z.iso.datetime();

const newRole = z
  .strictObject({
    boardId: id,
    postingId: z.string(),
    title: z.string().meta({ description: 'As the board shows it, like all of it.' }),
    url: z.string().nullable(),
    locations: z.array(z.string()),
    newSince: at,
  })
  .meta({ id: 'NewRole' });

export const newRolesAnswer = z
  .strictObject({
    company: z.strictObject({ id, name: z.string() }),
    contacts: z
      .array(z.strictObject({ id, name: z.string() }))
      .meta({ description: 'Who is warm there, whoever was in touch last first.' }),
    roles: z.array(newRole).meta({ description: `The newest ${ROLES_SHOWN}.` }),
    total: z.int(),
  })
  .meta({
    id: 'NewRolesAtCompany',
    description: `Roles of the last ${DAYS_NEW} days that a board which you watch never had before and you did not record, where somebody is warm.`,
  });
export type NewRolesAnswer = z.infer<typeof newRolesAnswer>;
export const newRolesPage = pageSchema(newRolesAnswer).meta({ id: 'NewRolesPage' });

/** The company with the newest role first. */
export const newRolesQuery = z.strictObject(pageQuery(z.tuple([rowMoment, z.uuid()])));
export type NewRolesQuery = z.infer<typeof newRolesQuery>;
