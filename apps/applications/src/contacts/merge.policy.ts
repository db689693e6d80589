/** Two entries of one person: what of the one fills what is blank in the other, and which of two steps keeps its place. */
import { isRegionOf, type StoredState } from '@app/contracts';

export interface Entry {
  email: string | null;
  emailKey: string | null;
  formerKeys: string[];
  bouncedAt: Date | null;
  unread: boolean | null;
  companyId: string | null;
  timezone: string | null;
  country: string | null;
  region: string | null;
  greeting: string | null;
  notes: string | null;
  tags: string[];
}

/** What hangs on an address goes and comes with it. */
const OF_ADDRESS = ['email', 'emailKey', 'bouncedAt', 'unread'] as const;
const OF_PERSON = ['companyId', 'timezone', 'country', 'region', 'greeting', 'notes', 'tags'] as const;

const isBlank = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

/** What stays is as it was; only what was blank is filled. */
export function filledFrom(stays: Entry, from: Entry): Partial<Entry> {
  const address = stays.email === null && from.email !== null ? OF_ADDRESS : [];
  const blank = OF_PERSON.filter((field) => isBlank(stays[field]) && !isBlank(from[field]));
  const filled = pick(from, [...address, ...blank]);
  const { country, region } = { ...stays, ...filled };
  if (!isRegionOf(country, region)) delete filled[filled.region === undefined ? 'country' : 'region'];
  return filled;
}

/** What was filled and is as it was filled is blank again. `now` and `filled` as they are stored. */
export function blankAgain(now: Entry, filled: Partial<Record<keyof Entry, unknown>>): Partial<Entry> {
  const isAsFilled = (field: keyof Entry) => JSON.stringify(now[field]) === JSON.stringify(filled[field]);
  const hasItsAddress = filled.emailKey !== undefined && isAsFilled('emailKey');
  const address = hasItsAddress ? OF_ADDRESS : [];
  const blank = OF_PERSON.filter((field) => field in filled && isAsFilled(field));
  return Object.fromEntries([...address, ...blank].map((field) => [field, field === 'tags' ? [] : null]));
}

function pick(entry: Entry, fields: readonly (keyof Entry)[]): Partial<Entry> {
  return Object.fromEntries(fields.map((field) => [field, entry[field]]));
}

export const keysOf = ({ emailKey, formerKeys }: Pick<Entry, 'emailKey' | 'formerKeys'>): string[] =>
  emailKey === null ? formerKeys : [emailKey, ...formerKeys];

/** The addresses that only the other one has or had. */
export const keysAdded = (stays: Entry, from: Entry): string[] =>
  [...new Set(keysOf(from))].filter((key) => !keysOf(stays).includes(key));

export interface Step {
  id: string;
  state: StoredState;
  approvedAt: Date | null;
  editedAt: Date | null;
  dueAt: Date;
}

/** One keeps its place: what a server may have, then what the candidate let go or wrote, then what comes sooner. */
export function inTheWay<T extends Step>(steps: readonly T[]): T[] {
  return steps
    .toSorted((one, other) => weight(other) - weight(one) || Number(one.dueAt) - Number(other.dueAt))
    .slice(1);
}

const weight = ({ state, approvedAt, editedAt }: Step): number =>
  (state === 'retrying' ? 4 : 0) + (approvedAt === null ? 0 : 2) + (editedAt === null ? 0 : 1);
