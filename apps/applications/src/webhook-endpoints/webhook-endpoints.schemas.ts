import { EVENT_TYPES, facts, line } from '@app/contracts';
import { z } from 'zod';
import { byId, pageQuery, pageSchema } from '../http/paging.js';

const at = z.iso.datetime();
const eventTypes = z.array(z.enum(EVENT_TYPES as [string, ...string[]]));

export const endpointBody = z
  .strictObject({
    /** The guard judges it, with a code for each reason to refuse. */
    url: line(2048).meta({ format: 'uri', description: 'Plain http or https, on a public address.' }),
    eventTypes: eventTypes.max(100).optional().meta({ description: 'None: every type.' }),
    description: line(300).nullish(),
  })
  .meta({ id: 'WebhookEndpointBody' });
export type EndpointBody = z.infer<typeof endpointBody>;

export const endpointPatch = z
  .strictObject({
    url: endpointBody.shape.url,
    eventTypes: eventTypes.max(100).meta({ description: 'Empty: every type.' }),
    description: line(300).nullable(),
    enabled: z.boolean().meta({ description: 'Off, nothing is sent to it; what was about to be sent is not.' }),
  })
  .partial()
  .meta({ id: 'WebhookEndpointPatch' });
export type EndpointPatch = z.infer<typeof endpointPatch>;

export const endpointAnswer = z
  .strictObject({
    id: z.uuid(),
    url: z.string(),
    eventTypes: eventTypes.meta({ description: 'Empty: every type.' }),
    description: z.string().nullable(),
    disabledAt: at.nullable(),
    disabledWhy: z.string().nullable(),
    disabledWhyCode: z.string().nullable(),
    disabledWhyFacts: facts,
    formerSecretUntil: at.nullable().meta({
      description: 'Until then what is sent is signed with the former secret, too; null: with one alone.',
    }),
    createdAt: at,
  })
  .meta({ id: 'WebhookEndpoint' });
export type EndpointAnswer = z.infer<typeof endpointAnswer>;

export const newEndpointAnswer = endpointAnswer
  .extend({ secret: z.string().meta({ description: 'Shown this once: `whsec_...`, for verifying signatures.' }) })
  .meta({ id: 'NewWebhookEndpoint' });
export type NewEndpointAnswer = z.infer<typeof newEndpointAnswer>;

export const endpointPage = pageSchema(endpointAnswer).meta({ id: 'WebhookEndpointPage' });

export const deliveryAnswer = z
  .strictObject({
    id: z.uuid().meta({ description: 'The `webhook-id` that the receiver sees, for every try.' }),
    eventId: z.uuid(),
    eventType: z.string(),
    state: z.enum(['waiting', 'sending', 'delivered', 'failed']),
    attempt: z.int(),
    dueAt: at,
    deliveredAt: at.nullable(),
    lastStatus: z.int().nullable(),
    lastWhy: z.string().nullable(),
    lastWhyCode: z.string().nullable(),
    lastWhyFacts: facts,
    excerpt: z.string().nullable().meta({ description: 'How the last answer began.' }),
    createdAt: at,
  })
  .meta({ id: 'WebhookDelivery' });
export type DeliveryAnswer = z.infer<typeof deliveryAnswer>;

export const deliveryPage = pageSchema(deliveryAnswer).meta({ id: 'WebhookDeliveryPage' });
export const pageById = z.strictObject(pageQuery(byId));
export type PageById = z.infer<typeof pageById>;
