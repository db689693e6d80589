/**
 * What has the words, of each kind. All rows of the candidate are looked through: row level security looks at a row before `like` may,
 * so that an index of trigrams is never asked (decision 34).
 */
import type { EntityManager } from 'typeorm';
import { beginsWithEach, hasEach, searched } from '../http/search.js';
import type { Found, FoundKind } from './search.schemas.js';

const MOST_OF_A_KIND = 8;

interface Source {
  from: string;
  id: string;
  title: string;
  subtitle: string;
  /** Beside the title. */
  also: readonly string[];
  /** What changed last comes first. */
  changedAt: string;
}

const SOURCES: Record<FoundKind, Source> = {
  application: {
    from: `applications a join vacancies v on v.id = a.vacancy_id and v.candidate_id = $1
      join companies o on o.id = a.company_id and o.candidate_id = $1 where a.candidate_id = $1`,
    id: 'a.id',
    title: 'v.title',
    subtitle: 'o.name',
    also: ['o.name'],
    changedAt: 'a.updated_at',
  },
  contact: {
    from: `contacts c left join companies o on o.id = c.company_id and o.candidate_id = $1 where c.candidate_id = $1`,
    id: 'c.id',
    title: 'c.name',
    subtitle: `nullif(concat_ws(' · ', o.name, c.email), '')`,
    also: ['c.email'],
    changedAt: 'greatest(c.last_touch_at, c.updated_at)',
  },
  company: {
    from: 'companies o where o.candidate_id = $1',
    id: 'o.id',
    title: 'o.name',
    subtitle: 'null::text',
    also: [],
    changedAt: 'o.updated_at',
  },
  vacancy: {
    from: `vacancies v join companies o on o.id = v.company_id and o.candidate_id = $1 where v.candidate_id = $1`,
    id: 'v.id',
    title: 'v.title',
    subtitle: 'o.name',
    also: ['o.name'],
    changedAt: 'v.updated_at',
  },
};

interface Asked {
  candidateId: string;
  words: readonly string[];
}

export async function foundOf(tx: EntityManager, kind: FoundKind, { candidateId, words }: Asked): Promise<Found[]> {
  const { from, id, title, subtitle, also, changedAt } = SOURCES[kind];
  return tx.query(
    `with row as materialized (
       select ${id} as id, ${title} as title, ${subtitle} as subtitle, ${changedAt} as changed_at,
         ${searched([title, ...also])} as text from ${from})
     select '${kind}' as kind, id, title, subtitle from row where ${hasEach('text', 2)}
     order by ${beginsWithEach('text', 2)} desc, changed_at desc, id desc limit $3`,
    [candidateId, words, MOST_OF_A_KIND],
  );
}
