import { address, httpUrl } from '@app/contracts';
import { parseSecretKey } from '@app/platform';
import { z } from 'zod';
import { boardBaseUrls } from './board-base-urls.js';

export const workerEnv = z.object({
  /** As the role `rekindle_worker`. */
  DATABASE_URL: z.string(),
  /** Unset: the queue lives in Postgres. */
  REDIS_URL: z.string().optional(),
  SMTP_URL: z.string(),
  /** The mail server keeps mail on this machine: a candidate without an address may write from a made-up one. */
  MAIL_CAPTURED: z.stringbool().default(false),
  REKINDLE_SECRET_KEY: z.string().transform((text, context) => {
    try {
      return parseSecretKey(text);
    } catch (error) {
      context.addIssue((error as Error).message);
      return z.NEVER;
    }
  }),
  /** Where links in reminders lead. */
  PUBLIC_URL: z.string().default('http://127.0.0.1:3000'),
  OUTBOUND_ALLOW: z.string().default(''),
  BOARD_BASE_URLS: z
    .string()
    .default('')
    .transform((text) => text || '{}')
    .pipe(boardBaseUrls),
  /** Whom boards can write to about what reads them. */
  BOARD_CONTACT: z.union([httpUrl, address], 'must be an http or https URL, or an e-mail address').optional(),
  LOG_LEVEL: z.string().default('info'),
});
export type WorkerEnv = z.infer<typeof workerEnv>;
