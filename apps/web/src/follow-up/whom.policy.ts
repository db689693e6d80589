/** Whom a step of an application is to, or about. */
export interface Whom {
  /** Null: not known. */
  name: string | null;
  /** IANA; null: not known. */
  timezone: string | null;
}

export interface Addressed {
  contact: (Pick<Whom, 'timezone'> & { name: string }) | null;
  /** What is foretold has none yet. */
  contactId?: string | null;
}

const NOBODY: Whom = { name: null, timezone: null };

/** Whoever it was written to, also once the application is with somebody else; of what is to nobody yet, that one. */
export function whomOf({ contact, contactId = null }: Addressed, ofApplication: Whom): Whom {
  if (contact !== null) return { name: contact.name, timezone: contact.timezone };
  return contactId === null ? ofApplication : NOBODY;
}
