/** What changed, each thing once, until it is told. */
import type { Change, Told } from './change.js';

/** Naming more than these costs more than reading everything again. */
const MOST = 200;

export class ChangeSet {
  private readonly byCandidate = new Map<string | null, Map<string, Change> | 'all'>();

  get isEmpty(): boolean {
    return this.byCandidate.size === 0;
  }

  add(candidateId: string | null, change: Change | 'all'): void {
    if (change === 'all') return this.addAll(candidateId);
    const known = this.byCandidate.get(candidateId) ?? new Map<string, Change>();
    if (known === 'all') return;
    known.set(`${change.kind} ${change.id} ${change.applicationId} ${change.contactId}`, change);
    this.byCandidate.set(candidateId, known.size > MOST ? 'all' : known);
  }

  addAll(candidateId: string | null): void {
    this.byCandidate.set(candidateId, 'all');
  }

  merge(other: ChangeSet): void {
    for (const [candidateId, changes] of other.byCandidate) {
      if (changes === 'all') this.addAll(candidateId);
      else for (const change of changes.values()) this.add(candidateId, change);
    }
  }

  told(): Told[] {
    return [...this.byCandidate].map(([candidateId, changes]) => ({
      candidateId,
      changes: changes === 'all' ? changes : fullest([...changes.values()]),
    }));
  }
}

/** A line on a ledger names its follow-up alone; the follow-up itself says whose it is. */
function fullest(changes: readonly Change[]): Change[] {
  const named = new Set(changes.filter(saysWhose).map(nameOf));
  return changes.filter((change) => saysWhose(change) || !named.has(nameOf(change)));
}

const saysWhose = ({ applicationId, contactId }: Change) => applicationId !== null || contactId !== null;
const nameOf = ({ kind, id }: Change) => `${kind} ${id}`;
