/** Lists by cursor: the sort key of the last row shown, so that rows that come and go move nothing. */
import { RULES } from '@app/contracts';
import { z } from 'zod';

/** The `limit` and `cursor` of a list sorted by `key`. */
export function pageQuery<Key extends CursorKey>(key: z.ZodType<Key>) {
  return {
    limit: z.preprocess(wholeNumber, z.int().min(1).max(100)).default(50),
    cursor: z
      .string()
      .max(512)
      .transform((text, context): Key => {
        const parsed = key.safeParse(decode(text));
        if (parsed.success) return parsed.data;
        context.addIssue({ code: 'custom', message: RULES.not_a_cursor });
        return z.NEVER;
      })
      .optional()
      .meta({ description: 'The `nextCursor` of the page before.' }),
  };
}

/** As it is written, or nothing that is a number: no signs, no blanks, no exponents. */
const wholeNumber = (text: unknown) =>
  typeof text === 'string' && /^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : text;

export const onlyDeleted = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true')
  .meta({ description: 'Those that are deleted and can be restored, instead of those that are there.' });

/** Of one that is named. */
export const oneQuery = z.strictObject({
  deleted: onlyDeleted.meta({
    description: 'Also while it is deleted and can be restored; `deletedAt` says that it is.',
  }),
});
export type OneQuery = z.infer<typeof oneQuery>;

/** `a,b`, or the parameter once for each. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .preprocess(
      (given) => (typeof given === 'string' ? given.split(',') : given),
      z.array(item).min(1).max(MOST_OF_A_LIST),
    )
    .meta({ description: 'One of them or several: `a,b`, or the parameter once for each.' });
const MOST_OF_A_LIST = 20;

export const order = z.enum(['asc', 'desc']).default('asc').meta({ description: 'By time.' });

/** A moment that Postgres knows, too: it has no year 0. */
export const cursorMoment = z.iso.datetime().refine((text) => !text.startsWith('0000'));

/** In the database's own precision, which is finer than a `Date`: no row is shown twice. */
export const rowMoment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/)
  .refine((text) => cursorMoment.safeParse(text.replace(' ', 'T').replace('+00', 'Z')).success);

/** Of a list with several orders: the cursor is one of the order that is asked for. */
export const fitsItsOrder = ({ cursor, sort }: { cursor?: readonly unknown[]; sort: string }): boolean =>
  cursor === undefined || cursor[0] === sort;
export const cursorOfItsOrder = { path: ['cursor'], message: RULES.not_a_cursor };

/** Newest first: ids sort by the moment they were made. */
export const byId = z.tuple([z.uuid()]);

type CursorKey = (string | number | null)[];

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/** From `limit + 1` rows. */
export function pageOf<Row, T>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => CursorKey,
  show: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(show),
    nextCursor: rows.length > limit && last !== undefined ? encode(keyOf(last)) : null,
  };
}

export const pageSchema = <T extends z.ZodType>(item: T) =>
  z.strictObject({ data: z.array(item), nextCursor: z.string().nullable() });

const encode = (key: CursorKey) => Buffer.from(JSON.stringify(key)).toString('base64url');

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
