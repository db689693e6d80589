/** A page of contacts: which of them, in which order, and how many there are of each warmth. */
import { PENDING_STATES, type Warmth, WARMTHS } from '@app/contracts';
import { candidateWithSettings, Contact, databaseNow } from '@app/database';
import { warmth } from '@app/follow-ups';
import { type EntityManager, In } from 'typeorm';
import { inOrder, isBeyond, type Order } from '../http/keyset.js';
import { hasWords, wordsOf } from '../http/search.js';
import type { ContactSort, ContactsQuery } from './contacts.schemas.js';
import { turns } from './warmth-range.policy.js';

export interface ListedContact {
  contact: Contact;
  /** What it is sorted by, as the cursor carries it. */
  key: string | null;
}

/** The last touches that are as warm for sure, and whoever is so near to a turn that the calendar decided: in the order of `WARMTHS`. */
const RANK = `case
  when c.id = any($6::uuid[]) then 0 when c.id = any($7::uuid[]) then 1 when c.id = any($8::uuid[]) then 2
  when c.last_touch_at > $9 then 0 when c.last_touch_at > $10 then 1 else 2 end`;

const ORDERS: Record<ContactSort, Order> = {
  '-createdAt': { by: 'c.created_at', order: 'desc', type: 'timestamptz' },
  // A cursor has room for so much of a name.
  name: { by: 'left(lower(normalize(c.name, nfkc)), 40)', order: 'asc', type: 'text' },
  '-lastTouchAt': { by: 'c.last_touch_at', order: 'desc', type: 'timestamptz' },
  nextTouchAt: { by: 'next.due_at', order: 'asc', type: 'timestamptz' },
  // Whoever has no next hello stands behind those of the same warmth who have one.
  warmth: {
    by: `(${RANK} || coalesce(to_char(next.due_at at time zone 'UTC', ' YYYY-MM-DD HH24:MI:SS.US'), '~')) collate "C"`,
    order: 'asc',
    type: 'text',
  },
};
const BY_NEXT_TOUCH = new Set<ContactSort>(['nextTouchAt', 'warmth']);

/** One more than asked for, so that it shows whether there is a next page. */
export async function contactsPage(
  tx: EntityManager,
  candidateId: string,
  query: ContactsQuery,
): Promise<ListedContact[]> {
  const { limit, cursor, sort } = query;
  const order = ORDERS[sort];
  const [, key = null, last = null] = cursor ?? [];
  const rows: { id: string; key: string | null }[] = await tx.query(
    `select c.id, ${order.by}::text as key ${FROM} ${BY_NEXT_TOUCH.has(sort) ? NEXT_TOUCH : ''}
     where ${MATCHES} and ($11::int is null or ${RANK} = $11) and ${isBeyond(order, 'c.id', { key: 12, last: 13 })}
     order by ${inOrder(order, 'c.id')} limit $14`,
    [
      ...(await matching(tx, candidateId, query)),
      query.warmth === undefined ? null : WARMTHS.indexOf(query.warmth),
      key,
      last,
      limit + 1,
    ],
  );
  const found = await tx.findBy(Contact, { id: In(rows.map(({ id }) => id)) });
  const byId = new Map(found.map((contact) => [contact.id, contact]));
  return rows.map((row) => ({ contact: byId.get(row.id)!, key: row.key }));
}

/** Of all that match, however warm. */
export async function countsPerWarmth(
  tx: EntityManager,
  candidateId: string,
  query: ContactsQuery,
): Promise<Record<Warmth, number>> {
  const rows: { rank: number; count: number }[] = await tx.query(
    `select ${RANK} as rank, count(*)::int as count ${FROM} where ${MATCHES} group by 1`,
    await matching(tx, candidateId, query),
  );
  const counts = new Map(rows.map(({ rank, count }) => [rank, count]));
  return Object.fromEntries(WARMTHS.map((one, rank) => [one, counts.get(rank) ?? 0])) as Record<Warmth, number>;
}

const FROM = 'from contacts c left join companies o on o.id = c.company_id and o.candidate_id = $1';

const MATCHES = `c.candidate_id = $1 and (c.deleted_at is not null) = $2
  and ($3::uuid is null or c.company_id = $3)
  and ${hasWords(['c.name', 'c.email', 'o.name'], 4)}
  and ($5::text[] is null or c.role = any($5))
  and (not $2 or not exists (select from contact_merges m where m.from_id = c.id and m.candidate_id = $1))`;

async function matching(tx: EntityManager, candidateId: string, query: ContactsQuery): Promise<unknown[]> {
  const { deleted, companyId, q, role } = query;
  const { near, warmAfter, coolingAfter } = await warmths(tx, candidateId);
  return [
    candidateId,
    deleted,
    companyId ?? null,
    q === undefined ? [] : wordsOf(q),
    role ?? null,
    ...WARMTHS.map((one) => near[one]),
    warmAfter,
    coolingAfter,
  ];
}

/** As in what is shown: of letters, and of what keeps warm. */
const NEXT_TOUCH = `left join lateral (
  select min(f.due_at) as due_at from follow_ups f
  where f.contact_id = c.id and f.state in (${PENDING_STATES.map((state) => `'${state}'`).join(', ')})
    and (f.audience = 'contact' or f.kind in ('check_in', 'half_year'))) next on true`;

interface Warmths {
  near: Record<Warmth, string[]>;
  warmAfter: Date;
  coolingAfter: Date;
}

async function warmths(tx: EntityManager, candidateId: string): Promise<Warmths> {
  const { settings } = await candidateWithSettings(tx, candidateId);
  const now = await databaseNow(tx);
  const { keepWarm, timezone } = settings;
  const { cooling, cold } = turns(settings, now);
  const rows: { id: string; lastTouchAt: Date }[] = await tx.query(
    `select id, last_touch_at as "lastTouchAt" from contacts where candidate_id = $1
     and (last_touch_at between $2 and $3 or last_touch_at between $4 and $5)`,
    [candidateId, cooling.from, cooling.to, cold.from, cold.to],
  );
  const near: Record<Warmth, string[]> = { warm: [], cooling: [], cold: [] };
  for (const { id, lastTouchAt } of rows) near[warmth({ lastTouchAt, now, keepWarm, timezone })].push(id);
  return { near, warmAfter: cooling.to, coolingAfter: cold.to };
}
