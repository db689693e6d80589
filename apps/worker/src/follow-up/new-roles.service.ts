import { say } from '@app/contracts';
import {
  Application,
  Board,
  candidateWithSettings,
  databaseNow,
  ledger,
  type NewRoleNote,
  outbox,
} from '@app/database';
import { announcedRoles, insertPlanned, type NewRolesDetails, type WarmContact, warmContacts } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { planNewRoles } from './new-roles.policy.js';
import { lastToldOfRoles, pendingWordOfRoles, watchedCompanies } from './new-roles.queries.js';

/** As many as a program is told by name. */
const NAMED = 100;

/** New roles at a company where a contact is warm: an event, and a word in the digest that later ones join until it goes. */
@Injectable()
export class NewRolesFound {
  constructor(private readonly ids: Ids) {}

  /** False: the word that they would join is on its way; they are for the next one. */
  async tell(tx: EntityManager, note: NewRoleNote): Promise<boolean> {
    const { candidateId, boardId, announcedAt, toldApart } = note;
    const { settings } = await candidateWithSettings(tx, candidateId);
    if (!settings.looking) return true;
    const now = await databaseNow(tx);
    const names = await watchedCompanies(tx, { candidateId, boardId });
    const warm = await warmContacts(tx, candidateId, [...names.keys()], { settings, now });
    const [nearest] = warm;
    if (!nearest) return true;
    const { companyId } = nearest;
    const announcement = { boardId, at: announcedAt.toISOString(), toldApart };
    const { roles, total } = await announcedRoles(tx, { candidateId, companyId }, [announcement], NAMED);
    if (total === 0) return true;
    const pending = await pendingWordOfRoles(tx, { candidateId, companyId });
    if (pending?.isFixed) return false;
    const companyName = names.get(companyId)!;
    const contacts = warm.filter((contact) => contact.companyId === companyId);
    const sourceId = await this.say(tx, note, { companyId, companyName, contacts, roles, total });
    if (pending) {
      const details = { ...pending.details, announcements: [...pending.details.announcements, announcement] };
      await tx.query('update follow_ups set details = $2, updated_at = now() where id = $1', [pending.id, details]);
      const why = say('more_roles', { total, company: companyName });
      await ledger.write(tx, { id: pending.id, candidateId }, { by: 'plan', what: say('extended'), why });
      return true;
    }
    const [application] = await tx.find(Application, {
      where: { candidateId, companyId },
      order: { id: 'DESC' },
      take: 1,
    });
    const origin = {
      candidateId,
      sourceId,
      applicationId: application?.id ?? null,
      contactId: null,
      since: announcedAt,
    };
    const details: NewRolesDetails = { companyId, announcements: [announcement] };
    const lastToldAt = await lastToldOfRoles(tx, { candidateId, companyId });
    const facts = { total, companyName, contactName: nearest.name, details, lastToldAt, settings, now };
    await insertPlanned(tx, this.ids, origin, planNewRoles(facts));
    return true;
  }

  private async say(
    tx: EntityManager,
    { candidateId, boardId, announcedAt }: NewRoleNote,
    found: Found,
  ): Promise<string> {
    const { contacts, roles, ...rest } = found;
    const { provider, slug } = await tx.findOneByOrFail(Board, { id: boardId });
    const data = {
      ...rest,
      observedAt: announcedAt.toISOString(),
      board: { provider, slug },
      warmContactIds: contacts.map(({ id }) => id),
      roles: roles.map(({ postingId, title, url }) => ({ postingId, title, url })),
    };
    return outbox.append(tx, this.ids, { candidateId, type: 'company.roles_appeared.v1', data });
  }
}

interface Found {
  companyId: string;
  companyName: string;
  contacts: WarmContact[];
  roles: { postingId: string; title: string; url: string | null }[];
  total: number;
}
