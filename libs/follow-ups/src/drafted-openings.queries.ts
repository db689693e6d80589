/** Openings about which a letter waits for a yes: none is drafted to somebody who must not be written to. */
import { FollowUp } from '@app/database';
import { In, type EntityManager } from 'typeorm';

export async function draftedOpenings(tx: EntityManager, followUps: readonly FollowUp[]): Promise<Set<string>> {
  const told = followUps.filter(({ kind }) => kind === 'reopened');
  if (told.length === 0) return new Set();
  const [{ candidateId }] = told as [FollowUp, ...FollowUp[]];
  const applicationId = In(told.map((row) => row.applicationId));
  const drafts = await tx.findBy(FollowUp, { candidateId, kind: 'reopened_outreach', state: 'draft', applicationId });
  return new Set(drafts.map(openingOf));
}

/** A close is its timestamp. */
export const openingOf = ({ applicationId, details }: FollowUp): string =>
  `${applicationId} ${(details as { closedAt?: string } | null)?.closedAt}`;
