/** The rows of readings: leased, renewed and settled on the database's clock. */
import type { Sentence } from '@app/contracts';
import type { EntityManager } from 'typeorm';
import { LEASE_SECONDS } from '../../lease.js';
import type { PostingRead } from '../reading/posting-reader.js';

export interface Leased {
  id: string;
  candidateId: string;
  token: string;
}

export interface Taken {
  url: string;
  /** How often it was begun, this time included. */
  tries: number;
}

/** Null where somebody else has it, or it is over. */
export async function take(tx: EntityManager, { id, candidateId, token }: Leased): Promise<Taken | null> {
  const [rows]: [Taken[], number] = await tx.query(
    `update page_readings set state = 'reading', tries = tries + 1, lease_token = $3,
       lease_until = now() + make_interval(secs => $4)
     where id = $1 and candidate_id = $2 and (state = 'waiting' or (state = 'reading' and lease_until < now()))
     returning url, tries`,
    [id, candidateId, token, LEASE_SECONDS],
  );
  return rows[0] ?? null;
}

export async function renew(tx: EntityManager, { id, candidateId, token }: Leased): Promise<void> {
  await tx.query(
    `update page_readings set lease_until = now() + make_interval(secs => $4)
     where id = $1 and candidate_id = $2 and lease_token = $3 and state = 'reading'`,
    [id, candidateId, token, LEASE_SECONDS],
  );
}

export async function settle(
  tx: EntityManager,
  leased: Leased,
  { advert, board, problem }: PostingRead,
): Promise<void> {
  const said: Sentence | null = advert === null ? problem : null;
  await tx.query(
    `update page_readings set state = $4, title = $5, company_name = $6, location = $7, requirements = $8, board = $9,
       problem_code = $10, problem_facts = $11, ended_at = now(), lease_token = null, lease_until = null
     where id = $1 and candidate_id = $2 and lease_token = $3`,
    [
      leased.id,
      leased.candidateId,
      leased.token,
      advert === null ? 'failed' : 'read',
      advert?.title ?? null,
      advert?.companyName ?? null,
      advert?.location ?? null,
      advert?.requirements ?? null,
      board === null ? null : JSON.stringify(board),
      said?.code ?? null,
      JSON.stringify(said?.facts ?? {}),
    ],
  );
}
