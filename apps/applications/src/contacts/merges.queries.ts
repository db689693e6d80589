/** What goes over when two entries become one, and what of it comes back. */
import { OCCUPYING_STATES, PENDING_STATES, say } from '@app/contracts';
import { addressMarks, type Contact, ContactMerge, FollowUp, withDeleted } from '@app/database';
import { endFollowUp } from '@app/follow-ups';
import type { Ids } from '@app/platform';
import { type EntityManager, In } from 'typeorm';
import { inTheWay } from './merge.policy.js';

/** Before the people themselves, as rows are locked. */
export async function lockApplicationsOf(tx: EntityManager, contactIds: readonly string[]): Promise<void> {
  await withDeleted(tx, () =>
    tx.query('select id from applications where contact_id = any($1) order by id for no key update', [contactIds]),
  );
}

export const isOnItsWay = (tx: EntityManager, contactIds: readonly string[]): Promise<boolean> =>
  tx.existsBy(FollowUp, { contactId: In([...contactIds]), state: 'sending' });

const TABLES = {
  touch: 'touches',
  application: 'applications',
  rejection: 'rejections',
  follow_up: 'follow_ups',
} as const;

/** Each row that goes over is written down. What was deleted goes too: it comes back with whoever it was with. */
type Going = Pick<ContactMerge, 'id' | 'candidateId' | 'contactId' | 'fromId'>;
export async function moveOver(tx: EntityManager, { id, candidateId, contactId, fromId }: Going): Promise<void> {
  for (const [what, table] of Object.entries(TABLES)) {
    await withDeleted(tx, () =>
      tx.query(
        `with moved as (update ${table} set contact_id = $3 where candidate_id = $1 and contact_id = $4 returning id)
         insert into contact_merge_rows (candidate_id, merge_id, what, row_id) select $1, $2, $5, id from moved`,
        [candidateId, id, contactId, fromId, what],
      ),
    );
  }
}

/**
 * One letter waits for a person, and one clock of each kind: what would be a second one ends, and comes back by itself when nothing stands
 * in its place. Before the rows become one person's.
 */
export async function makeRoom(tx: EntityManager, ids: Ids, contactIds: readonly string[]): Promise<void> {
  const waiting = await tx.find(FollowUp, {
    where: { contactId: In([...contactIds]), state: In([...OCCUPYING_STATES]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const of = (is: (row: FollowUp) => boolean) => inTheWay(waiting.filter(is));
  for (const row of of(({ audience }) => audience === 'contact')) {
    await endFollowUp(tx, ids, row, { by: 'stop_rule', code: 'already_pending', why: say('already_pending') });
  }
  for (const clock of ['check_in', 'half_year'] as const)
    for (const row of of(({ kind }) => kind === clock)) {
      await endFollowUp(tx, ids, row, { by: 'stop_rule', code: 'not_asked_for', why: say('not_asked_for') });
    }
}

/** What went over, is where it went and was not sent since; and what waits for an application that goes back. */
export async function moveBack(tx: EntityManager, merge: ContactMerge): Promise<void> {
  const { id, candidateId, contactId, fromId } = merge;
  await withDeleted(tx, async () => {
    await tx.query(
      `update follow_ups f set contact_id = $4 from contact_merges m
       where m.id = $2 and f.candidate_id = $1 and f.contact_id = $3 and (
         f.id in (select row_id from contact_merge_rows where merge_id = $2 and what = 'follow_up')
           and coalesce(f.sent_at, '-infinity') <= m.merged_at and not (f.state = 'unconfirmed' and f.updated_at > m.merged_at)
         or f.state = any($5) and f.application_id in (
           select a.id from contact_merge_rows r join applications a on a.id = r.row_id and a.contact_id = $3
           where r.merge_id = $2 and r.what = 'application'))`,
      [candidateId, id, contactId, fromId, [...PENDING_STATES]],
    );
    for (const what of ['touch', 'application', 'rejection'] as const) {
      await tx.query(
        `update ${TABLES[what]} set contact_id = $4 where candidate_id = $1 and contact_id = $3
           and id in (select row_id from contact_merge_rows where merge_id = $2 and what = $5)`,
        [candidateId, id, contactId, fromId, what],
      );
    }
  });
}

export const mergeOf = (tx: EntityManager, contactId: string, fromId: string): Promise<ContactMerge | null> =>
  tx.findOneBy(ContactMerge, { contactId, fromId });

/** Into whom somebody was taken up, so that they are not simply brought back. */
export const mergedInto = async (tx: EntityManager, fromId: string): Promise<string | null> =>
  (await tx.findOneBy(ContactMerge, { fromId }))?.contactId ?? null;

export async function mergesInto(tx: EntityManager, contactIds: string[]): Promise<Map<string, ContactMerge[]>> {
  const merges = await tx.find(ContactMerge, { where: { contactId: In(contactIds) }, order: { id: 'DESC' } });
  return Map.groupBy(merges, ({ contactId }) => contactId);
}

/** They were asked to be left in peace after they became one: nobody knows which of the two it was. By the database's own precision. */
export async function isOptedOutSince(tx: EntityManager, { id, candidateId }: ContactMerge): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `select 1 from contact_merges m join events e on e.candidate_id = m.candidate_id and e.contact_id = m.contact_id
     where m.id = $1 and m.candidate_id = $2 and e.type = 'contact.opted_out.v1' and e.occurred_at > m.merged_at limit 1`,
    [id, candidateId],
  );
  return found.length > 0;
}

/** The marks that the merge itself put on these addresses, and that nobody else who is not to be written to has as well. */
export async function takeBackMarks(
  tx: EntityManager,
  { id, candidateId, contactId, fromId }: ContactMerge,
  keys: readonly string[],
): Promise<void> {
  await withDeleted(tx, () =>
    tx.query(
      `delete from address_marks m using contact_merges merge, unnest($5::text[]) k
       where merge.id = $2 and m.candidate_id = $1 and m.kind = 'opted_out' and m.at = merge.merged_at
         and m.address_hash = address_hash($1, k) and not exists (
           select from contacts c where c.candidate_id = $1 and c.id not in ($3, $4) and c.do_not_contact
             and (c.email_key = k or k = any (c.former_keys)))`,
      [candidateId, id, contactId, fromId, keys],
    ),
  );
}

/** Whether one of these addresses says so by itself. */
export async function isMarked(tx: EntityManager, { candidateId }: Contact, keys: readonly string[]): Promise<boolean> {
  return (await addressMarks.of(tx, candidateId, keys)).optedOutAt !== null;
}

export async function keepLastTouch(tx: EntityManager, contactId: string): Promise<void> {
  await tx.query(
    'update contacts set last_touch_at = (select max(at) from touches where contact_id = $1) where id = $1',
    [contactId],
  );
}
