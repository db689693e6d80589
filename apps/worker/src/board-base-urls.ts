/** `BOARD_BASE_URLS`: other origins for the providers' feeds, set by the operator for mirrors and tests. */
import { BOARD_PROVIDERS, type BoardProvider } from '@app/contracts';
import { z } from 'zod';

export type BoardBaseUrls = Partial<Record<BoardProvider, string>>;

const EXPECTED = 'must be JSON of provider and origin, such as {"greenhouse":"http://127.0.0.1:4000"}';

export const boardBaseUrls = z.string().transform((text, context): BoardBaseUrls => {
  const read = shape.safeParse(jsonOrNothing(text));
  if (read.success) return read.data;
  context.addIssue(EXPECTED);
  return z.NEVER;
});

const origin = z
  .string()
  .refine((text) => /^https?:$/.test(URL.parse(withSlug(text, 'acme'))?.protocol ?? ''))
  .transform((text) => text.replace(/(?<!\/)\/+$/, ''));
const shape = z.partialRecord(z.enum(BOARD_PROVIDERS), origin);

/**
 * The same path at the operator's origin. Boards that a provider tells apart by host are told apart by `{slug}`, anywhere
 * in the base: `http://127.0.0.1:4000/{slug}`.
 */
export function rebased(url: string, base: string, slug: string): string {
  const { pathname, search, hostname } = new URL(url);
  return `${withSlug(base, /^https?:/.test(slug) ? hostname : slug)}${pathname}${search}`;
}

function withSlug(base: string, slug: string): string {
  return base.replaceAll('{slug}', encodeURIComponent(slug));
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
