import { createHash } from 'node:crypto';

interface Named {
  candidateId: string;
  company: string;
  title: string;
}

/**
 * Sorted by its moment like every id; what comes after that is the same in a dry run and when it is meant, so that the letter
 * has the same place in somebody's morning (RFC 9562, version 8). `spreadKeyOf` reads it.
 */
export function rejectionId(next: string, { candidateId, company, title }: Named): string {
  const names = createHash('sha256')
    .update(JSON.stringify([candidateId, company, title]))
    .digest('hex');
  return `${next.slice(0, 14)}8${names.slice(0, 3)}-8${names.slice(3, 6)}-${names.slice(6, 18)}`;
}
