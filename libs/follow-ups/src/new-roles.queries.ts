/** What a reminder of new roles has to tell now: whatever of them is still there, and who at the company is warm. */
import type { Settings } from '@app/contracts';
import { candidateWithSettings, Company, databaseNow, type FollowUp } from '@app/database';
import type { EntityManager } from 'typeorm';
import type { NewRole, NewRoles } from './new-roles.policy.js';
import { warmth } from './warmth.policy.js';

/** One sweep that showed roles which the board never had before. */
export interface Announcement {
  boardId: string;
  /** ISO 8601. */
  at: string;
  /** Postings that this candidate hears of in another way. */
  toldApart: string[];
}

/** What the planner keeps of a reminder of new roles: where to look, so that it tells what is there when it goes. */
export interface NewRolesDetails {
  companyId: string;
  announcements: Announcement[];
}

export interface WarmContact {
  id: string;
  companyId: string;
  name: string;
}

const SHOWN = 10;

export async function newRolesNow(
  tx: EntityManager,
  { candidateId, details }: Pick<FollowUp, 'candidateId' | 'details'>,
): Promise<NewRoles> {
  const { companyId, announcements } = details as NewRolesDetails;
  const { settings } = await candidateWithSettings(tx, candidateId);
  const company = await tx.findOneBy(Company, { id: companyId });
  const contacts = await warmContacts(tx, candidateId, [companyId], { settings, now: await databaseNow(tx) });
  const announced = await announcedRoles(tx, { candidateId, companyId }, announcements, SHOWN);
  return { companyName: company?.name ?? null, contactNames: contacts.map(({ name }) => name), ...announced };
}

/** Those who may be written to, the one touched last first. An agency's recruiter is at the agency. */
export async function warmContacts(
  tx: EntityManager,
  candidateId: string,
  companyIds: readonly string[],
  { settings, now }: { settings: Settings; now: Date },
): Promise<WarmContact[]> {
  const rows: (WarmContact & { lastTouchAt: Date })[] = await tx.query(
    `select at.company_id as "companyId", c.id, c.name, c.last_touch_at as "lastTouchAt"
     from contacts c cross join lateral (
       select c.company_id where c.company_id is not null
       union select a.company_id from applications a
         where c.company_id is null and c.role <> 'agency_recruiter' and a.contact_id = c.id) at
     where c.candidate_id = $2 and at.company_id = any($1) and not c.do_not_contact and c.last_touch_at is not null
     order by c.last_touch_at desc, c.id`,
    [companyIds, candidateId],
  );
  const { keepWarm, timezone } = settings;
  const warm = rows.filter(({ lastTouchAt }) => warmth({ lastTouchAt, now, keepWarm, timezone }) === 'warm');
  return warm.map(({ id, companyId, name }) => ({ id, companyId, name }));
}

/** Without those that have closed again, that turned out to be an old one anew, or whose board is watched no more. */
export async function announcedRoles(
  tx: EntityManager,
  { candidateId, companyId }: { candidateId: string; companyId: string },
  announcements: readonly Announcement[],
  most: number,
): Promise<{ roles: (NewRole & { postingId: string })[]; total: number }> {
  const rows: (NewRole & { postingId: string; total: number })[] = await tx.query(
    `with watched as materialized (
       select distinct w.board_id from vacancies v join watches w on w.vacancy_id = v.id
       where v.candidate_id = $4 and v.company_id = $2 and not w.paused)
     select p.posting_id as "postingId", p.title, p.url, p.locations, count(*) over ()::integer as total
     from watched
     join jsonb_to_recordset($1) as a ("boardId" uuid, at timestamptz, "toldApart" jsonb) on a."boardId" = watched.board_id
     join postings p on p.board_id = a."boardId" and p.announced_at = a.at
     where p.status <> 'closed' and p.succeeds is null and not a."toldApart" ? p.posting_id
     order by p.announced_at desc, p.title, p.posting_id limit $3`,
    [JSON.stringify(announcements), companyId, most, candidateId],
  );
  const roles = rows.map(({ postingId, title, url, locations }) => ({ postingId, title, url, locations }));
  return { roles, total: rows[0]?.total ?? 0 };
}
