import { candidateWithSettings, Database, databaseNow } from '@app/database';
import { warmContacts } from '@app/follow-ups';
import { Injectable } from '@nestjs/common';
import { type Page, pageOf } from '../http/paging.js';
import { companiesWithRoles, newestRoles } from './new-roles.queries.js';
import type { NewRolesAnswer, NewRolesQuery } from './new-roles.schemas.js';

/** What a reminder of new roles tells once a week, at any time: they are few, and a company without somebody warm is none of them. */
@Injectable()
export class NewRolesService {
  constructor(private readonly database: Database) {}

  list(candidateId: string, { limit, cursor }: NewRolesQuery): Promise<Page<NewRolesAnswer>> {
    return this.database.asReader(candidateId, async (tx) => {
      const { settings } = await candidateWithSettings(tx, candidateId);
      const companies = await companiesWithRoles(tx, candidateId);
      const ids = companies.map(({ id }) => id);
      const warm = await warmContacts(tx, candidateId, ids, { settings, now: await databaseNow(tx) });
      const contacts = Map.groupBy(warm, ({ companyId }) => companyId);
      const isBeyond = cursor === undefined ? () => true : beyond(cursor);
      const asked = companies.filter((company) => contacts.has(company.id) && isBeyond(company)).slice(0, limit + 1);
      const roles = Map.groupBy(
        await newestRoles(
          tx,
          candidateId,
          asked.map(({ id }) => id),
        ),
        ({ companyId }) => companyId,
      );
      return pageOf(
        asked,
        limit,
        ({ id, newest }) => [newest, id],
        ({ id, name, total }) => ({
          company: { id, name },
          contacts: contacts.get(id)!.map((contact) => ({ id: contact.id, name: contact.name })),
          roles: (roles.get(id) ?? []).map(({ boardId, postingId, title, url, locations, newSince }) => ({
            boardId,
            postingId,
            title,
            url,
            locations,
            newSince: newSince.toISOString(),
          })),
          total,
        }),
      );
    });
  }
}

/** Moments in one form, so that they sort as they read. */
const beyond =
  ([newest, id]: [string, string]) =>
  (company: { newest: string; id: string }): boolean =>
    company.newest < newest || (company.newest === newest && company.id < id);
