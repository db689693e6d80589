/** What two entries of one person come to, as far as their rows say. */
interface Entry {
  email: string | null;
  companyName: string | null;
  timezone: string | null;
  country: string | null;
  notes: string | null;
  doNotContact: boolean;
}

export type Filled = 'email' | 'companyName' | 'timezone' | 'country' | 'notes';
const FIELDS: readonly Filled[] = ['email', 'companyName', 'timezone', 'country', 'notes'];

export interface Joined {
  /** Blank here, and known there. */
  filled: Filled[];
  /** Another address of the same person: it is kept, and no letter goes there. */
  otherAddress: string | null;
  /** Somebody who may be written to is so no more. */
  closes: boolean;
}

/** Of the button that makes two again of the one. */
export const undoId = (from: string) => `undo-${from}`;

export function joined(stays: Entry, from: Entry): Joined {
  return {
    filled: FIELDS.filter((field) => stays[field] === null && from[field] !== null),
    otherAddress: stays.email === null ? null : from.email,
    closes: stays.doNotContact !== from.doNotContact,
  };
}

const JUST_NOW_MS = 10 * 60_000;

/** It is what was done last, so that the key that takes such a thing back may mean it; later a press of its own does. */
export const isJustNow = (mergedAt: string, now: Date): boolean =>
  now.getTime() - new Date(mergedAt).getTime() < JUST_NOW_MS;
