import { address, id, line, NOTICES } from '@app/contracts';
import { z } from 'zod';

const fields = { name: line(200).nullable(), email: address.nullable() };

export const meAnswer = z
  .strictObject({ id, ...fields, createdAt: z.iso.datetime(), updatedAt: z.iso.datetime() })
  .meta({ id: 'Me' });
export type MeAnswer = z.infer<typeof meAnswer>;

export const mePatch = z.strictObject(fields).partial().meta({ id: 'MePatch' });
export type MePatch = z.infer<typeof mePatch>;

/** In the answer of a command: what it changed or found beside what it was asked for. */
export const noticeAnswer = z.strictObject({ code: z.enum(NOTICES), text: z.string() }).meta({ id: 'Notice' });
export type NoticeAnswer = z.infer<typeof noticeAnswer>;
