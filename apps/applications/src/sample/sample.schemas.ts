import { z } from 'zod';

export const noBody = z.strictObject({}).optional();

export const sampleAnswer = z
  .strictObject({ since: z.iso.datetime().nullable().meta({ description: 'Null: there is none.' }) })
  .meta({
    id: 'Sample',
    description:
      'Invented applications to look at, marked `sample`: none of their letters goes, and they count nowhere.',
  });
export type SampleAnswer = z.infer<typeof sampleAnswer>;
