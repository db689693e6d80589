import { MESSAGE_TYPES } from '@app/contracts';
import { z } from 'zod';
import { byId, pageQuery, pageSchema } from '../http/paging.js';

const at = z.iso.datetime();

export const messageAnswer = z
  .strictObject({
    id: z.uuid().meta({ description: 'Of the event that it is about, too.' }),
    type: z.enum(MESSAGE_TYPES),
    createdAt: at,
    parkedAt: at.nullable().meta({ description: 'Handling it failed so often that it waits for `retry`.' }),
    failures: z.int(),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'Message' });
export type MessageAnswer = z.infer<typeof messageAnswer>;

export const messagePage = pageSchema(messageAnswer).meta({ id: 'MessagePage' });

export const messagesQuery = z.strictObject({ ...pageQuery(byId), state: z.enum(['parked']).default('parked') });
export type MessagesQuery = z.infer<typeof messagesQuery>;

export const noBody = z.strictObject({}).optional();
