import { z } from 'zod';

/** What a sentence tells beside its code. */
export const facts = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .meta({ description: 'What the sentence tells: names as they are, moments in ISO 8601 (UTC), counts.' });
