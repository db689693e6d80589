import { BOARD_PROVIDERS, type BoardProvider, type RadarHint } from '@app/contracts';
import type { EntityManager } from 'typeorm';
import type { Waiting } from './relay.queries.js';

/** Under way at once for each provider: enough to keep its gate busy, too few to fill the queue with one slow provider. */
const SWEEPS_OF_PROVIDER = 25;
/** Pages of any site share the places of one provider, and a host reads one of its pages after the other. */
const SWEEPS_OF_HOST = 3;
const PAGES: BoardProvider = 'jsonld';
const NOTES = 1_000;

/** Boards whose hour has come and what was left of them for candidates, by the database's clock. */
export async function findRadarHints(tx: EntityManager): Promise<Waiting<RadarHint>[]> {
  const boards = [...(await dueBoards(tx)), ...(await duePages(tx))];
  const notes: Waiting<Exclude<RadarHint, { kind: 'sweep' }>>[] = await tx.query(
    `(select 'sighting' as kind, id, candidate_id as "candidateId", retry_at::text as since from sightings s
        where parked_at is null and retry_at <= now()
          and not exists (select from watches w where w.vacancy_id = s.vacancy_id and w.paused)
        order by retry_at limit $1)
     union all
     (select 'new_roles', id, candidate_id, retry_at::text from new_role_notes
        where parked_at is null and retry_at <= now() order by retry_at limit $1)`,
    [NOTES],
  );
  return [...boards.map(({ id, since }) => ({ kind: 'sweep' as const, id, since })), ...notes];
}

interface DueBoard {
  id: string;
  since: string;
}

function dueBoards(tx: EntityManager): Promise<DueBoard[]> {
  return tx.query(
    `select due.id, due.since from unnest($1::text[]) as of(provider) cross join lateral (
       select id, next_sweep_at::text as since from boards
       where provider = of.provider and next_sweep_at <= now() and (lease_until is null or lease_until < now())
       order by next_sweep_at
       limit greatest(0, $2 - (
         select count(*) from boards leased where leased.provider = of.provider and leased.lease_until >= now()))
     ) due`,
    [BOARD_PROVIDERS.filter((provider) => provider !== PAGES), SWEEPS_OF_PROVIDER],
  );
}

/** Of each host its longest due ones. */
function duePages(tx: EntityManager): Promise<DueBoard[]> {
  const host = `substring(slug from '^[^/]+//([^/?#]+)')`;
  return tx.query(
    `with leased as materialized (select ${host} as host from boards where provider = $1 and lease_until >= now())
     select id, next_sweep_at::text as since from (
       select id, next_sweep_at, ${host} as host,
         row_number() over (partition by ${host} order by next_sweep_at) as place
       from boards where provider = $1 and next_sweep_at <= now() and (lease_until is null or lease_until < now())
     ) due
     where place <= $3 and place <= $3 - (select count(*) from leased where leased.host = due.host)
     order by next_sweep_at
     limit greatest(0, $2 - (select count(*) from leased))`,
    [PAGES, SWEEPS_OF_PROVIDER, SWEEPS_OF_HOST],
  );
}
