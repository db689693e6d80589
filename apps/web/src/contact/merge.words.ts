import type { Filled } from './merge.policy.js';

export const JOIN = 'Two entries of one person';
export const CLOSE = 'Close';
export const OTHER = 'The other entry';
export const OTHER_HINT = 'By name, address or company.';
export const OTHER_NONE = 'Nobody else is called that.';
export const FOLLOWS = 'What follows';
export const NOT_YET = 'Choose the other entry, and what follows stands here.';
export const NOT_TOLD = 'What follows cannot be told just now.';
export const MERGE = 'Make them one';
export const MERGING = 'A moment…';
export const SIGNED_OUT = 'You are signed out.';

export const allGoesOver = (from: string, stays: string) =>
  `What was said with ${from}, and the applications with them, go over to ${stays}.`;
const FIELD: Record<Filled, string> = {
  email: 'address',
  companyName: 'company',
  timezone: 'time zone',
  country: 'country',
  notes: 'notes',
};
export function filledSentence(filled: readonly Filled[]): string {
  const fields = filled.map((field) => FIELD[field]);
  const last = fields.at(-1)!;
  return `What is blank here is filled: ${fields.length === 1 ? last : `${fields.slice(0, -1).join(', ')} and ${last}`}.`;
}
export const otherAddressSentence = (address: string) =>
  `Their address ${address} is kept. Letters go to the one here.`;
export const CLOSES = 'One of them asked not to be written to: from then on nobody writes to either address.';
export const NOTHING_STOPS = 'Nothing that is planned changes.';
export const FOR_A_WHILE = 'For 30 days one press makes them two again.';

/** On their page, until it is too late. */
export const joinedWith = (name: string, email: string | null) =>
  email === null ? `${name} is a part of this entry.` : `${name}, ${email}, is a part of this entry.`;
export const UNDO = 'Undo';
export const undoOf = (name: string) => `Undo: ${name} is somebody else`;
export const TWO_AGAIN = 'They are two entries again.';
