import type { z } from 'zod';
import { CannotStart } from './errors.js';

/** Reads a process's whole environment once; an empty value counts as unset. Values are never repeated in the error. */
export function readEnv<T extends z.ZodType>(schema: T, source: Record<string, string | undefined>): z.infer<T> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const complaints = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new CannotStart(`The environment is not usable: ${complaints.join('; ')}.`);
}
