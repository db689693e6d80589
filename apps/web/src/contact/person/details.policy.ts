/** What is told of a person by hand, as fields have it, and what of it is new. */
import type { ContactRole } from '@app/contracts/words';

export interface Details {
  name: string;
  email: string;
  role: ContactRole;
  companyName: string;
  timezone: string;
  country: string;
  greeting: string;
  notes: string;
}

type Told = { [Field in keyof Details]: Details[Field] | null } & Pick<Details, 'name' | 'role'>;

export const NOBODY_YET: Details = {
  name: '',
  email: '',
  role: 'recruiter',
  companyName: '',
  timezone: '',
  country: '',
  greeting: '',
  notes: '',
};

export const FIELDS = Object.keys(NOBODY_YET) as (keyof Details)[];

export const detailsOf = (told: Told): Details => ({
  name: told.name,
  email: told.email ?? '',
  role: told.role,
  companyName: told.companyName ?? '',
  timezone: told.timezone ?? '',
  country: told.country ?? '',
  greeting: told.greeting ?? '',
  notes: told.notes ?? '',
});

type Patch = Partial<Pick<Details, 'name' | 'role'> & Omit<Told, 'name' | 'role'>>;

/** An empty field says that there is none; a name there always is. */
export function patchOf(touched: Partial<Details>): Patch {
  const told = Object.entries(touched).map(([field, value]) => [field, saidIn(field, value)] as const);
  return Object.fromEntries(told) as Patch;
}

function saidIn(field: string, value: string): string | null {
  if (field === 'country') return value.trim().toUpperCase() || null;
  return field === 'name' || field === 'role' ? value : value.trim() === '' ? null : value;
}

/** What one touches somebody else has changed since it was read; a word with them in between changes none of it. */
export const isChangedElsewhere = (touched: Partial<Details>, was: Details, now: Details): boolean =>
  FIELDS.some((field) => field in touched && was[field] !== now[field]);
