/** What travels through the queue: ids only. The row is the truth, a job is a hint that somebody should look at it. */
import { z } from 'zod';

export const QUEUE_NAME = 'rekindle';

export const hint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), id: z.uuid(), candidateId: z.uuid() }),
  z.object({ kind: z.literal('letter'), id: z.uuid(), candidateId: z.uuid() }),
  z.object({ kind: z.literal('reminder'), id: z.uuid(), candidateId: z.uuid() }),
  z.object({ kind: z.literal('delivery'), id: z.uuid(), candidateId: z.uuid() }),
]);
export type Hint = z.infer<typeof hint>;
export type HintKind = Hint['kind'];

/** The account that `REKINDLE_API_TOKEN` opens. */
export const OWNER_ID = '00000000-0000-7000-8000-000000000001';
