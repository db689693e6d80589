/** The names of what a patch really changes. */
export function changedFields<T extends object>(before: T, after: Partial<T>): string[] {
  const keys = Object.keys(after) as (keyof T & string)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** Every address a contact had, the present one left out. */
export function formerKeysAfter(
  { emailKey, formerKeys }: { emailKey: string | null; formerKeys: readonly string[] },
  next: string | null,
): string[] {
  const had = emailKey === null ? formerKeys : [...formerKeys, emailKey];
  return [...new Set(had)].filter((key) => key !== next);
}
