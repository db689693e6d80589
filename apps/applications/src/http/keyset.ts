/** The SQL of a list with an order of its own: rows without a key come last, and ids decide between those of the same. */

export interface Order {
  by: string;
  order: 'asc' | 'desc';
  type: 'timestamptz' | 'text';
}

export const inOrder = ({ by, order }: Order, id: string): string => `${by} ${order} nulls last, ${id} ${order}`;

/** `key` and `last`: the numbers of the parameters that the cursor fills, or null leaves open. */
export function isBeyond({ by, order, type }: Order, id: string, { key, last }: { key: number; last: number }): string {
  const beyond = order === 'asc' ? '>' : '<';
  return `($${last}::uuid is null or case when $${key}::${type} is null then ${by} is null and ${id} ${beyond} $${last}
    else ${by} is null or (${by}, ${id}) ${beyond} ($${key}, $${last}) end)`;
}
