import type { ChangeKind } from '@app/contracts';

/** A row that is shown, and that somebody wrote; by its names alone. */
export interface Change {
  kind: ChangeKind;
  id: string;
  applicationId: string | null;
  contactId: string | null;
}

/** What one candidate hears. Null: whoever it concerns, such as all who watch a board. `all`: more than is worth naming, or unknown. */
export interface Told {
  candidateId: string | null;
  changes: readonly Change[] | 'all';
}
