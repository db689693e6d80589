import { type ImportProblem, refusal, type Sentence } from '@app/contracts';
import { Import } from '@app/database';
import { importProblemSentence, refusalSentence } from '@app/follow-ups';
import { RuleViolation } from '@app/platform';
import { type ImportedApplication, importKey } from '@app/recording';
import { type EntityManager, In, LessThan } from 'typeorm';
import { noticeAnswers } from '../settings/notice-answers.js';
import type { DryRunAnswer, ImportAnswer, ImportsQuery, ProblemAnswer } from './imports.schemas.js';

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
  removed: row.removed,
  kept: row.kept,
  unchanged: row.unchanged,
  problemCount: row.problemCount,
  problems: showProblems(row.problems),
  notices: noticeAnswers(row.notice),
  why: row.whyCode === null ? null : whyOfFailure({ code: row.whyCode, facts: row.whyFacts }),
  createdAt: row.createdAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
});

export const showProblems = (problems: readonly ImportProblem[]): ProblemAnswer[] =>
  problems.map((problem) => ({ ...problem, detail: importProblemSentence(problem, 'en') }));

export const showRow = (
  row: ImportedApplication,
  known: ReadonlySet<string>,
): DryRunAnswer['applications'][number] => ({
  companyName: row.companyName,
  title: row.title,
  appliedAt: row.appliedAt.toISOString(),
  isThere: known.has(importKey(row)),
});

const whyOfFailure = (said: Sentence): ImportAnswer['why'] => ({ ...said, detail: refusalSentence(said, 'en') });
