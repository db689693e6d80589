/** An application as it was when it was added. */
export interface Added {
  id: string;
  /** ISO 8601. */
  updatedAt: string;
}

/** Whatever was done to it since, wherever, is not taken back by one press. */
export const isAsAdded = (added: Added | null | undefined, now: Added): boolean =>
  added?.id === now.id && added.updatedAt === now.updatedAt;
