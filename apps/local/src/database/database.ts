/** From an owner's URL to the URLs of the two services: roles with passwords of their own, migrations, the queue's schema. */
import { API_ROLE, prepareDatabase, urlOfRole, WORKER_ROLE } from '@app/database';
import { CannotStart } from '@app/platform';
import { randomBytes } from 'node:crypto';
import { keptSecret } from '../data-dir/secrets.js';

export interface ServiceUrls {
  apiUrl: string;
  workerUrl: string;
}

/** Of roles that somebody else made; what is not given is made up once and kept. */
export interface RolePasswords {
  API_DATABASE_PASSWORD?: string | undefined;
  WORKER_DATABASE_PASSWORD?: string | undefined;
}

export async function readyDatabase(
  dataDir: string,
  ownerUrl: string,
  serviceUrl: string,
  given: RolePasswords = {},
): Promise<ServiceUrls> {
  const password = (): string => randomBytes(24).toString('base64url');
  const apiPassword = given.API_DATABASE_PASSWORD ?? (await keptSecret(dataDir, 'apiPassword', password));
  const workerPassword = given.WORKER_DATABASE_PASSWORD ?? (await keptSecret(dataDir, 'workerPassword', password));
  try {
    await prepareDatabase({ ownerUrl, apiPassword, workerPassword });
  } catch (error) {
    throw new CannotStart(`The database could not be prepared: ${(error as Error).message.split('\n')[0]}`);
  }
  return {
    apiUrl: urlOfRole(serviceUrl, API_ROLE, apiPassword),
    workerUrl: urlOfRole(serviceUrl, WORKER_ROLE, workerPassword),
  };
}
