import { TestLetter } from '@app/database';
import { whyOf } from '@app/follow-ups';
import type { EntityManager } from 'typeorm';
import type { TestLetterAnswer } from './letter.schemas.js';

export async function askedWithinTheHour(tx: EntityManager, candidateId: string): Promise<number> {
  const [row]: [{ count: number }] = await tx.query(
    `select count(*)::int from test_letters where candidate_id = $1 and created_at > now() - interval '1 hour'`,
    [candidateId],
  );
  return row.count;
}

export function lastTest(tx: EntityManager, followUpId: string): Promise<TestLetter | null> {
  return tx.findOne(TestLetter, { where: { followUpId }, order: { id: 'DESC' } });
}

export const showTest = (test: TestLetter, to: string | null): TestLetterAnswer => ({
  id: test.id,
  followUpId: test.followUpId,
  to,
  state: test.state,
  ...(test.whyCode === null ? NO_WHY : whyOf({ code: test.whyCode, facts: test.whyFacts })),
  askedAt: test.createdAt.toISOString(),
  endedAt: test.endedAt?.toISOString() ?? null,
});

const NO_WHY = { why: null, whyCode: null, whyFacts: {} };
