import { refusal } from '@app/contracts';
import { PageReading } from '@app/database';
import { postingProblemSentence } from '@app/follow-ups';
import { RuleViolation } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { postingAddress } from './posting-address.policy.js';
import type { PostingAnswer } from './postings.schemas.js';

/** Within the day; an older one is forgotten, whether the worker came by or not. */
const OF_THE_DAY = `created_at > now() - interval '1 day'`;

export async function readingById(tx: EntityManager, id: string): Promise<PageReading> {
  const found = await tx
    .createQueryBuilder(PageReading, 'reading')
    .where('id = :id', { id })
    .andWhere(OF_THE_DAY)
    .getOne();
  if (found !== null) return found;
  throw new RuleViolation(refusal('not_found', { what: 'posting', id }), { kind: 'not_found' });
}

/** What is known of the address; one that is older than a day goes. */
export async function readingAt(
  tx: EntityManager,
  candidateId: string,
  key: string,
): Promise<Pick<PageReading, 'id' | 'state'> | undefined> {
  const AT = 'candidate_id = $1 and md5(address_key) = md5($2)';
  await tx.query(`delete from page_readings where ${AT} and not (${OF_THE_DAY})`, [candidateId, key]);
  const rows: Pick<PageReading, 'id' | 'state'>[] = await tx.query(
    `select id, state from page_readings where ${AT} for no key update`,
    [candidateId, key],
  );
  return rows[0];
}

export async function openReadings(tx: EntityManager, candidateId: string): Promise<number> {
  const [row]: [{ count: number }] = await tx.query(
    `select count(*)::int from page_readings where candidate_id = $1 and state in ('waiting', 'reading')`,
    [candidateId],
  );
  return row.count;
}

/** What kept it from being read may have passed. */
export async function readAgain(tx: EntityManager, id: string): Promise<void> {
  await tx.query(
    `update page_readings set state = 'waiting', tries = 0, asked_at = now(), ended_at = null, problem_code = null,
       problem_facts = '{}' where id = $1`,
    [id],
  );
}

/** A page is told apart by its address, a posting by its place on the board, whatever address it was recorded at. */
export async function recordedAt(
  tx: EntityManager,
  candidateId: string,
  { url, board }: Pick<PageReading, 'url' | 'board'>,
): Promise<PostingAnswer['recorded']> {
  const place = board ?? postingAddress(url).place;
  return await tx.query(
    `select a.id as "applicationId", c.name as "companyName", v.title
     from vacancies v join applications a on a.vacancy_id = v.id join companies c on c.id = a.company_id
     where v.candidate_id = $1 and a.candidate_id = $1
       and (v.url = $2 or (v.board ->> 'provider' = $3 and v.board ->> 'slug' = $4
         and ($3 = 'jsonld' or v.board ->> 'postingId' = $5)))
     order by a.id desc limit 3`,
    [candidateId, url, place?.provider ?? null, place?.slug ?? null, place?.postingId ?? null],
  );
}

export const showReading = async (tx: EntityManager, reading: PageReading): Promise<PostingAnswer> => ({
  id: reading.id,
  url: reading.url,
  state: reading.state,
  title: reading.title,
  companyName: reading.companyName,
  location: reading.location,
  requirements: reading.requirements,
  board: reading.board,
  problem: problemOf(reading),
  recorded: await recordedAt(tx, reading.candidateId, reading),
  createdAt: reading.createdAt.toISOString(),
  endedAt: reading.endedAt?.toISOString() ?? null,
});

function problemOf({ problemCode: code, problemFacts: facts }: PageReading): PostingAnswer['problem'] {
  return code === null ? null : { code, facts, detail: postingProblemSentence({ code, facts }, 'en') };
}
