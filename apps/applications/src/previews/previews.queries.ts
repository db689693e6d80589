/** The plan before a command and after it, both seen inside its transaction. */
import { PENDING_STATES } from '@app/contracts';
import { withDeleted } from '@app/database';
import type { EntityManager } from 'typeorm';
import type { Standing, Written } from './preview.policy.js';

/** What has not gone yet, by id. */
export async function waitingSteps(tx: EntityManager, candidateId: string): Promise<Map<string, Standing>> {
  const rows: (Standing & { id: string })[] = await tx.query(
    `select id, state, due_at as "dueAt", held_why as "heldWhy", held_until as "heldUntil" from follow_ups
     where candidate_id = $1 and state = any($2)`,
    [candidateId, [...PENDING_STATES]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What this transaction wrote. Somebody whom it deleted is still the one whom it was about. */
export const writtenSteps = (tx: EntityManager, candidateId: string): Promise<Written[]> =>
  withDeleted(tx, () => tx.query(WRITTEN, [candidateId]));

const WRITTEN = `
select f.id, f.kind, f.audience, f.state, f.due_at as "dueAt", f.held_why as "heldWhy", f.held_until as "heldUntil",
  f.why_code as "whyCode", f.why_facts as "whyFacts", f.created_at = now() as "isNew", line.said,
  case when c.id is not null then jsonb_build_object('name', c.name, 'timezone', c.timezone) end as contact
from follow_ups f
left join contacts c on c.id = f.contact_id and c.candidate_id = $1
left join lateral (
  select jsonb_build_object('code', why_code, 'facts', why_facts) as said from follow_up_ledger
  where follow_up_id = f.id and xmin = pg_current_xact_id()::xid and why_code is not null order by id desc limit 1) line on true
where f.candidate_id = $1 and f.xmin = pg_current_xact_id()::xid`;
