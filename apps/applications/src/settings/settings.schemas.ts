import { address, id, line } from '@app/contracts';
import { z } from 'zod';

const fields = { name: line(200).nullable(), email: address.nullable() };

export const meAnswer = z
  .strictObject({ id, ...fields, createdAt: z.iso.datetime(), updatedAt: z.iso.datetime() })
  .meta({ id: 'Me' });
export type MeAnswer = z.infer<typeof meAnswer>;

export const mePatch = z.strictObject(fields).partial().meta({ id: 'MePatch' });
export type MePatch = z.infer<typeof mePatch>;
