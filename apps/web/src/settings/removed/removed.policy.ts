/** What is removed, in the order in which it goes for good. */

export type Kind = 'application' | 'contact' | 'company';

export interface Removed {
  kind: Kind;
  id: string;
  name: string;
  removedAt: Date;
  goesAt: Date;
}

/** As long as the API keeps it. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

interface Row {
  id: string;
  deletedAt: string | null;
}

/** What goes first stands first. */
export function removedOf<T extends Row>(kind: Kind, rows: readonly T[], nameOf: (row: T) => string): Removed[] {
  return rows
    .flatMap((row) => {
      if (row.deletedAt === null) return [];
      const removedAt = new Date(row.deletedAt);
      return [{ kind, id: row.id, name: nameOf(row), removedAt, goesAt: new Date(removedAt.getTime() + KEPT_MS) }];
    })
    .toSorted((a, b) => Number(a.goesAt) - Number(b.goesAt));
}
