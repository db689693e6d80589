import { instant, line, prose, REASON_CATEGORIES, REJECTABLE_STAGES, RULES } from '@app/contracts';
import { z } from 'zod';

/** RFC 5322 msg-id: what a letter in the same thread refers to. */
const messageId = z
  .string()
  .max(998)
  .regex(/^<[!-;=?A-Z[-~]+@[!-;=?A-Z[-~]+>$/, RULES.not_a_message_id);

const fields = {
  reason: z
    .strictObject({ category: z.enum(REASON_CATEGORIES).nullable(), words: prose(100_000).nullable() })
    .partial(),
  messageId: messageId.nullable(),
  subject: line(998).nullable(),
};

export const rejectionBody = z
  .strictObject({ receivedAt: instant, stage: z.enum(REJECTABLE_STAGES), ...fields })
  .partial()
  .meta({ id: 'RejectionBody', description: '`receivedAt` is not in the future, and not before `appliedAt`.' });
export type RejectionBody = z.infer<typeof rejectionBody>;

export const rejectionPatch = z.strictObject(fields).partial().meta({ id: 'RejectionPatch' });
export type RejectionPatch = z.infer<typeof rejectionPatch>;
