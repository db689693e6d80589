import { EVENT_TYPES, type MessageType, FACT_TYPES } from '@app/contracts';
import { z } from 'zod';
import { pageQuery, pageSchema } from '../http/paging.js';

export const eventAnswer = z
  .strictObject({
    id: z.uuid(),
    type: z.enum(FACT_TYPES),
    occurredAt: z.iso.datetime(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' });
export type EventAnswer = z.infer<typeof eventAnswer>;

export const eventPage = pageSchema(eventAnswer).meta({ id: 'EventPage' });

const type = z.enum([...FACT_TYPES, ...EVENT_TYPES] as [string, ...string[]]).meta({
  description: 'With its version (`application.rejected.v1`) or every version of it (`application.rejected`).',
});

const MOST = 2n ** 63n - 1n;
const position = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,18})$/, { abort: true })
  .refine((digits) => BigInt(digits) <= MOST);
const byPosition = z.tuple([position, z.uuid()]);
export const eventsQuery = z.strictObject({ ...pageQuery(byPosition), type: type.optional() });
export type EventsQuery = z.infer<typeof eventsQuery>;

export const typesNamed = (name: string): MessageType[] =>
  FACT_TYPES.filter((type) => type === name || type.startsWith(`${name}.v`));
