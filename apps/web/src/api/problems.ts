/** What the API refused, as a screen shows it: a sentence, and one for each member at fault. */
import type { Problem } from './generated/types.gen.js';
import { NOT_REACHED, OWN_FAULT, SAID } from './problems.words.js';
import { NotReached } from './reach.js';

export const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'detail' in error && 'status' in error;

export const isSignedOut = (error: unknown): boolean => isProblem(error) && error.status === 401;

/** It is gone, or never was: a link that was cut on its way has no id. */
export const isOfNothing = (error: unknown): boolean =>
  isProblem(error) && (error.status === 404 || error.code === 'invalid_id');

/** A refusal says it itself; else nobody answered (no connection, or none of ours), or the page is at fault. */
export function sentenceOf(error: unknown): string {
  if (isProblem(error)) return error.detail;
  return error instanceof NotReached ? NOT_REACHED : OWN_FAULT;
}

/** What is wrong with this member of the body; `pointer` as in RFC 6901. */
export function problemAt(error: unknown, pointer: string): string | undefined {
  if (!isProblem(error)) return undefined;
  const found = error.errors?.find((one) => one.pointer === pointer);
  return found && (SAID[found.code]?.(found.facts) ?? found.detail);
}

/** What no field stands for. */
export function problemElsewhere(error: unknown, pointers: readonly string[]): string | undefined {
  if (error === null || error === undefined) return undefined;
  if (!isProblem(error) || error.errors === undefined) return sentenceOf(error);
  const other = error.errors.filter(({ pointer }) => !pointers.includes(pointer));
  return other.length === 0 ? undefined : other.map(({ detail }) => detail).join(' ');
}
