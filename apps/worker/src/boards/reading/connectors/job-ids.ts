/** Ids of the job behind an ad, and what only looks like one. */
import type { Posting } from '../../rules/posting.js';

export type JobIdKind = 'requisition' | 'job' | 'reference' | 'ad' | 'publication' | 'identifier';

const PLACEHOLDERS = new Set(
  [
    '',
    'na',
    'nil',
    'none',
    'null',
    'undefined',
    'notapplicable',
    'tba',
    'tbc',
    'tbd',
    'pending',
    'unknown',
    'test',
  ].concat([
    'seeopeningid',
    'openingid',
    'reqid',
    'requisitionid',
    'jobid',
    'evergreen',
    'various',
    'multiple',
    'default',
  ]),
);
const LONGEST = 200;
const DIFFERENT_JOBS = 3;

/** `requisition:R-12263`, or nothing where the board only filled the field. */
export function jobId(kind: JobIdKind, value: string | null | undefined): string[] {
  const id = (value ?? '').trim();
  if (id.length > LONGEST) return [];
  const letters = id.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (PLACEHOLDERS.has(letters) || /^(0+|x+)$/.test(letters)) return [];
  return [`${kind}:${id.toWellFormed().replaceAll('\0', '\uFFFD')}`];
}

/** An id that stands on three or more different jobs of one board is a constant of the board, and identifies none. */
export function withoutConstantIds(postings: Posting[]): Posting[] {
  const jobsById = new Map<string, Set<string>>();
  for (const { jobIds, title } of postings) {
    const [first, second] = jobIds.filter((id) => id.startsWith('job:'));
    const named = title.trim().toLowerCase();
    for (const id of jobIds) {
      const behind = (id === first ? second : first) ?? named;
      jobsById.set(id, (jobsById.get(id) ?? new Set()).add(behind));
    }
  }
  const isConstant = (id: string) => (jobsById.get(id)?.size ?? 0) >= DIFFERENT_JOBS;
  return postings.map((posting) => ({ ...posting, jobIds: posting.jobIds.filter((id) => !isConstant(id)) }));
}
