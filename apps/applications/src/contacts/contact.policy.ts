/** Two spellings of one address are one contact. */
export const addressKey = (address: string): string => address.normalize('NFKC').toLowerCase();

/** The names of what a patch really changes. */
export function changedFields<T extends object>(before: T, after: Partial<T>): string[] {
  const keys = Object.keys(after) as (keyof T & string)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}
