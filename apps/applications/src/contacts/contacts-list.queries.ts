/** A page of contacts: which of them, and in which order. */
import { PENDING_STATES, type Warmth } from '@app/contracts';
import { candidateWithSettings, Contact, databaseNow } from '@app/database';
import { warmth } from '@app/follow-ups';
import { type EntityManager, In } from 'typeorm';
import { inOrder, isBeyond, type Order } from '../http/keyset.js';
import { hasWords, wordsOf } from '../http/search.js';
import type { ContactSort, ContactsQuery } from './contacts.schemas.js';
import { type Span, spanOf, turns } from './warmth-range.policy.js';

export interface ListedContact {
  contact: Contact;
  /** What it is sorted by, as the cursor carries it. */
  key: string | null;
}

const ORDERS: Record<ContactSort, Order> = {
  '-createdAt': { by: 'c.created_at', order: 'desc', type: 'timestamptz' },
  // A cursor has room for so much of a name.
  name: { by: 'left(lower(normalize(c.name, nfkc)), 40)', order: 'asc', type: 'text' },
  '-lastTouchAt': { by: 'c.last_touch_at', order: 'desc', type: 'timestamptz' },
  nextTouchAt: { by: 'next.due_at', order: 'asc', type: 'timestamptz' },
};

/** One more than asked for, so that it shows whether there is a next page. */
export async function contactsPage(
  tx: EntityManager,
  candidateId: string,
  query: ContactsQuery,
): Promise<ListedContact[]> {
  const { limit, cursor, companyId, deleted, q, sort } = query;
  const order = ORDERS[sort];
  const [, key = null, last = null] = cursor ?? [];
  const isWarm = query.warmth === undefined ? null : await asWarm(tx, candidateId, query.warmth);
  const rows: { id: string; key: string | null }[] = await tx.query(
    `select c.id, ${order.by}::text as key from contacts c
     left join companies o on o.id = c.company_id and o.candidate_id = $1
     ${sort === 'nextTouchAt' ? NEXT_TOUCH : ''}
     where c.candidate_id = $1 and (c.deleted_at is not null) = $2 and ($3::uuid is null or c.company_id = $3)
       and ${hasWords(['c.name', 'c.email', 'o.name'], 4)} and ${isBeyond(order, 'c.id', { key: 5, last: 6 })}
       and (not $7::boolean or c.id = any($8::uuid[]) or ($9::boolean and c.last_touch_at is null)
         or (c.last_touch_at > coalesce($10::timestamptz, '-infinity') and c.last_touch_at < coalesce($11::timestamptz, 'infinity')))
     order by ${inOrder(order, 'c.id')} limit $12`,
    [
      candidateId,
      deleted,
      companyId ?? null,
      q === undefined ? [] : wordsOf(q),
      key,
      last,
      isWarm !== null,
      isWarm?.near ?? [],
      query.warmth === 'cold',
      isWarm?.span.after ?? null,
      isWarm?.span.before ?? null,
      limit + 1,
    ],
  );
  const found = await tx.findBy(Contact, { id: In(rows.map(({ id }) => id)) });
  const byId = new Map(found.map((contact) => [contact.id, contact]));
  return rows.map((row) => ({ contact: byId.get(row.id)!, key: row.key }));
}

/** As in what is shown: of letters, and of what keeps warm. */
const NEXT_TOUCH = `left join lateral (
  select min(f.due_at) as due_at from follow_ups f
  where f.contact_id = c.id and f.state in (${PENDING_STATES.map((state) => `'${state}'`).join(', ')})
    and (f.audience = 'contact' or f.kind in ('check_in', 'half_year'))) next on true`;

/** The last touches that are as warm for sure, and whoever is so near to a turn that the calendar decided. */
async function asWarm(tx: EntityManager, candidateId: string, asked: Warmth): Promise<{ span: Span; near: string[] }> {
  const { settings } = await candidateWithSettings(tx, candidateId);
  const now = await databaseNow(tx);
  const { keepWarm, timezone } = settings;
  const { cooling, cold } = turns(settings, now);
  const rows: { id: string; lastTouchAt: Date }[] = await tx.query(
    `select id, last_touch_at as "lastTouchAt" from contacts where candidate_id = $1
     and (last_touch_at between $2 and $3 or last_touch_at between $4 and $5)`,
    [candidateId, cooling.from, cooling.to, cold.from, cold.to],
  );
  const near = rows.filter(({ lastTouchAt }) => warmth({ lastTouchAt, now, keepWarm, timezone }) === asked);
  return { span: spanOf(asked, { cooling, cold }), near: near.map(({ id }) => id) };
}
