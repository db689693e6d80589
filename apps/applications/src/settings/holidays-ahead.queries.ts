import type { EntityManager } from 'typeorm';
import { NAMED, type PlaceOfPeople } from './holidays-ahead.policy.js';

/** Where people are who may be written to, the places of most of them first. Who has no time zone is on the candidate's clock. */
export function placesOfPeople(
  tx: EntityManager,
  { candidateId, timezone, most }: { candidateId: string; timezone: string; most: number },
): Promise<PlaceOfPeople[]> {
  return tx.query(
    `select coalesce(timezone, $2) as timezone, country, region, count(*)::int as people,
       (array_agg(name order by last_touch_at desc nulls last, id))[1:${NAMED}] as names
     from contacts
     where candidate_id = $1 and not do_not_contact and (country is not null or region is not null)
     group by 1, 2, 3 order by people desc, 2, 3, 1 limit $3`,
    [candidateId, timezone, most],
  );
}

export async function peopleOfNoCountry(tx: EntityManager, candidateId: string): Promise<number> {
  const [{ people }]: [{ people: number }] = await tx.query(
    `select count(*)::int as people from contacts
     where candidate_id = $1 and not do_not_contact and country is null and region is null`,
    [candidateId],
  );
  return people;
}
