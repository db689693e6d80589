import { refusal } from '@app/contracts';
import { Import } from '@app/database';
import { RuleViolation } from '@app/platform';
import { type EntityManager, In, LessThan } from 'typeorm';
import { noticeAnswers } from '../settings/notice-answers.js';
import type { ImportAnswer, ImportsQuery } from './imports.schemas.js';

export function importsPage(tx: EntityManager, { limit, cursor, state }: ImportsQuery): Promise<Import[]> {
  return tx.find(Import, {
    where: { ...(cursor && { id: LessThan(cursor[0]) }), ...(state && { state }) },
    order: { id: 'DESC' },
    take: limit + 1,
  });
}

/** `lock`: until the end of the transaction no chunk of it is recorded. */
export async function importById(tx: EntityManager, id: string, lock = false): Promise<Import> {
  const found = await tx.findOne(Import, {
    where: { id },
    ...(lock && { lock: { mode: 'for_no_key_update' } }),
  });
  if (found !== null) return found;
  throw new RuleViolation(refusal('not_found', { what: 'import', id }), { kind: 'not_found' });
}

export const openImports = (tx: EntityManager): Promise<number> =>
  tx.countBy(Import, { state: In(['waiting', 'running']) });

export const showImport = (row: Import): ImportAnswer => ({
  id: row.id,
  format: row.format,
  state: row.state,
  rows: row.rows,
  applications: row.applications,
  done: row.position,
  created: row.created,
  unchanged: row.unchanged,
  problemCount: row.problemCount,
  problems: row.problems,
  notices: noticeAnswers(row.notice),
  why: row.whyCode === null ? null : { code: row.whyCode, detail: row.why ?? '' },
  createdAt: row.createdAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
});
