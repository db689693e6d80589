import { zoneOfNow } from './zone.policy.js';

/** Where this browser is (IANA); null where it does not say. */
export const zoneHere = (): string | null => zoneOfNow(Intl.DateTimeFormat().resolvedOptions().timeZone);
