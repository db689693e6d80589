/** Everything `npm start` may be told through the environment; all of it is optional. */
import { address as mailAddress, apiToken, line } from '@app/contracts';
import { z } from 'zod';

function address(what: string, protocols: string[]): z.ZodType<string, string> {
  return z.string().refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    return url !== undefined && url.hostname !== '' && protocols.includes(url.protocol);
  }, `must be ${what}`);
}

export const postgresAddress = address('an address such as postgres://user:password@host:5432/rekindle', [
  'postgres:',
  'postgresql:',
]);

export const LocalEnv = z.object({
  PORT: z.coerce
    .number('must be a whole number from 1 to 65535')
    .refine((port) => Number.isInteger(port) && port >= 1 && port <= 65_535, 'must be a whole number from 1 to 65535')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_MIGRATION_URL: postgresAddress.optional(),
  /** Of the two roles, where somebody else made them. */
  API_DATABASE_PASSWORD: z.string().optional(),
  WORKER_DATABASE_PASSWORD: z.string().optional(),
  REDIS_URL: address('an address such as redis://host:6379', ['redis:', 'rediss:']).optional(),
  SMTP_URL: address('an address such as smtps://user:password@host:465', ['smtp:', 'smtps:']).optional(),
  PUBLIC_URL: address('an address such as https://rekindle.example.org', ['http:', 'https:']).optional(),
  REKINDLE_SECRET_KEY: z
    .string()
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64 (openssl rand -base64 32)')
    .optional(),
  REKINDLE_API_TOKEN: apiToken.optional(),
  OWNER_NAME: line(200).optional(),
  OWNER_EMAIL: mailAddress.optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'must be a level such as info')
    .optional(),
  OUTBOUND_ALLOW: z.string().optional(),
  /** Judged by the worker, like the next: who reads boards. */
  BOARD_CONTACT: z.string().optional(),
  BOARD_BASE_URLS: z.string().optional(),
});

export type LocalEnv = z.infer<typeof LocalEnv>;
