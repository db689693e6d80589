/** What travels through the queue: ids only. The row is the truth, a job is a hint that somebody should look at it. */
import { z } from 'zod';

export const QUEUE_NAME = 'rekindle';
/** Boards are slow and sometimes down: what waits for them must not stand before letters and webhooks. */
export const RADAR_QUEUE_NAME = 'rekindle-radar';

/** So are the receivers of webhooks. */
export const DELIVERIES_QUEUE_NAME = 'rekindle-deliveries';

export const hint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), id: z.uuid(), candidateId: z.uuid() }),
  z.object({ kind: z.literal('letter'), id: z.uuid(), candidateId: z.uuid() }),
  z.object({ kind: z.literal('reminder'), id: z.uuid(), candidateId: z.uuid() }),
  z.object({ kind: z.literal('test_letter'), id: z.uuid(), candidateId: z.uuid() }),
  z.object({ kind: z.literal('delivery'), id: z.uuid(), candidateId: z.uuid() }),
]);
export type Hint = z.infer<typeof hint>;
export type HintKind = Hint['kind'];

/** A board is nobody's; what was seen of a vacancy or of new roles on one is its candidate's. */
export const radarHint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sweep'), id: z.uuid() }),
  z.object({ kind: z.literal('sighting'), id: z.uuid(), candidateId: z.uuid() }),
  z.object({ kind: z.literal('new_roles'), id: z.uuid(), candidateId: z.uuid() }),
]);
export type RadarHint = z.infer<typeof radarHint>;

/** A file of many rows takes seconds: nothing else stands behind it. */
export const IMPORTS_QUEUE_NAME = 'rekindle-imports';

export const importHint = z.object({ kind: z.enum(['import', 'import_undo']), id: z.uuid(), candidateId: z.uuid() });
export type ImportHint = z.infer<typeof importHint>;

/** Somebody waits for the page behind an address while they type: it stands behind no sweep. */
export const READINGS_QUEUE_NAME = 'rekindle-readings';

export const readingHint = z.object({ kind: z.literal('reading'), id: z.uuid(), candidateId: z.uuid() });
export type ReadingHint = z.infer<typeof readingHint>;

/** The account that `REKINDLE_API_TOKEN` opens. */
export const OWNER_ID = '00000000-0000-7000-8000-000000000001';
