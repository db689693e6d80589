/** What makes a contact and what is changed of it have to make sense together. */
import { addressKey, isRegionOf, refusal } from '@app/contracts';
import { RuleViolation } from '@app/platform';

/** The names of what a patch really changes. */
export function changedFields<T extends object>(before: T, after: Partial<T>): string[] {
  const keys = Object.keys(after) as (keyof T & string)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

type Home = { country: string | null; region: string | null };

/** Only one of the two may be in the patch, beside the other as it is stored. */
export function requireOneCountry(before: Home, patch: Partial<Home>): void {
  const { country, region } = { country: before.country, region: before.region, ...patch };
  if (isRegionOf(country, region)) return;
  const [changed, missing] = patch.region ? (['region', 'country'] as const) : (['country', 'region'] as const);
  throw new RuleViolation(refusal('region_of_another_country', { region, country, missing }), {
    kind: 'invalid',
    pointer: `/${changed}`,
  });
}

/** Theirs is written once more: who does so believes that it takes mail. Coming back to a former one says nothing of it. */
export function isSameAddress(
  { emailKey }: { emailKey: string | null },
  { email }: { email?: string | null },
): boolean {
  return Boolean(email) && addressKey(email!) === emailKey;
}

/** Every address a contact had, the present one left out. */
export function formerKeysAfter(
  { emailKey, formerKeys }: { emailKey: string | null; formerKeys: readonly string[] },
  next: string | null,
): string[] {
  const had = emailKey === null ? formerKeys : [...formerKeys, emailKey];
  return [...new Set(had)].filter((key) => key !== next);
}
