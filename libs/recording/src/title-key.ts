import { createHash } from 'node:crypto';
import { foldedTitle } from './vacancy-identity.policy.js';

/** Of two titles that are one, the same; of any length, as short as an index wants it. */
export const titleKey = (title: string): string => createHash('sha256').update(foldedTitle(title)).digest('base64url');
