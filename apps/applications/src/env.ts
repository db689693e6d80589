/** Everything the HTTP service reads from its environment. */
import { address, apiToken, line } from '@app/contracts';
import { join } from 'node:path';
import { z } from 'zod';

/** As the build leaves it; this file may have become a part of `main.bundle.js`, which lies in the same folder. */
const BUILT_WEB = join(import.meta.dirname, '../../../web');

export const env = z.object({
  DATABASE_URL: z.string(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  REKINDLE_SECRET_KEY: z.string(),
  REKINDLE_API_TOKEN: apiToken.optional(),
  OWNER_NAME: line(200).optional(),
  OWNER_EMAIL: address.optional(),
  /** Read by the runtime: the host's time zone, where a container has none. A new account begins with it. */
  TZ: z.string().optional(),
  CAPTURED_MAIL_DIR: z.string().optional(),
  /** All data are invented: whoever comes signs in with one press. */
  DEMO: z.stringbool().default(false),
  /** The folder of the built app. */
  WEB_DIR: z.string().default(BUILT_WEB),
  OUTBOUND_ALLOW: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type Env = z.infer<typeof env>;
