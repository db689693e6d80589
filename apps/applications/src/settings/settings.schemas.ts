import { address, facts, id, line, NOTICES } from '@app/contracts';
import { z } from 'zod';

const fields = { name: line(200).nullable(), email: address.nullable() };

/** Mail cannot say that mail does not go. */
const mailRefusal = z
  .strictObject({
    of: z.enum(['account', 'sender']).meta({ description: 'The mail server refuses all mail, or what is from you.' }),
    since: z.iso.datetime(),
    why: z.string().meta({ description: 'What the server said last.' }),
    whyCode: z.string(),
    whyFacts: facts,
    nextTryAt: z.iso.datetime().nullable().meta({
      description: 'When the next mail is tried while all others wait. Null: the others still go.',
    }),
  })
  .meta({ id: 'MailRefusal' });
export type MailRefusal = z.infer<typeof mailRefusal>;

export const meAnswer = z
  .strictObject({
    id,
    ...fields,
    mailRefusal: mailRefusal.nullable(),
    newcomer: z.boolean().meta({
      description: 'Nothing is recorded yet, and `approval` was never said: there is something to ask first.',
    }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Me' });
export type MeAnswer = z.infer<typeof meAnswer>;

export const mePatch = z.strictObject(fields).partial().meta({ id: 'MePatch' });
export type MePatch = z.infer<typeof mePatch>;

/** In the answer of a command: what it changed or found beside what it was asked for. */
export const noticeAnswer = z.strictObject({ code: z.enum(NOTICES), facts, text: z.string() }).meta({ id: 'Notice' });
export type NoticeAnswer = z.infer<typeof noticeAnswer>;
