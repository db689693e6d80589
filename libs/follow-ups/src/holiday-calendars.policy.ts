/** Which calendars of date-holidays speak for a place: names such as `DE`, `DE.BY` or `IT.21.TO`. */
import { countryOfRegion, firstRegionsOf, regionAndAround } from '@app/contracts';
import Holidays from 'date-holidays';
import { regionOfZone } from './zone-region.policy.js';

export interface Place {
  country: string | null;
  /** ISO 3166-2. It may stand without the country. */
  region?: string | null;
  timezone?: string | null;
}

export interface Calendars {
  /** What is free in one of them is free. */
  certain: string[];
  /** What is free in more than half of the country's regions is free: their calendars, and of how many regions each is. */
  regional: ReadonlyMap<string, number>;
}

const NONE: Calendars = { certain: [], regional: new Map() };

/** Where the library calls a region otherwise, knows it as a country, or means something else by its code. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  'CL-NB': 'CL.NU',
  'CN-HK': 'HK',
  'CN-TW': 'TW',
  // Most people live where Assumption is free; the rest of Bavaria has one day less.
  'DE-BY': 'DE.BY.KATH',
  // The library has the island, ISO the province.
  'ES-GC': 'ES.CN',
  'FI-01': 'AX',
  'FR-6AE': 'FR.67',
  'FR-971': 'FR.GP',
  'FR-972': 'FR.MQ',
  'FR-973': 'FR.GF',
  'FR-974': 'FR.RE',
  'FR-976': 'FR.YT',
  'FR-NC': 'NC',
  'FR-PF': 'PF',
  'FR-PM': 'PM',
  'FR-WF': 'WF',
  'GB-EAW': 'GB.ENG',
  'GT-01': 'GT.1',
  'IN-CG': 'IN.CT',
  'IN-DH': 'IN.DD IN.DN',
  'IN-OD': 'IN.OR',
  'IN-TS': 'IN.TG',
  'IN-UK': 'IN.UT',
  // The library's IT.32 is South Tyrol.
  'IT-TN': 'IT',
  'NL-AW': 'AW',
  'NL-BQ1': 'BQ.BO',
  'NL-BQ2': 'BQ.SA',
  'NL-BQ3': 'BQ.SE',
  'NL-CW': 'CW',
  'NL-SX': 'SX',
  'NO-21': 'SJ',
  'RU-MO': 'RU.MR',
  'RU-SE': 'RU.NO',
  'US-AS': 'AS',
  'US-GU': 'GU',
  'US-PR': 'PR',
  'US-VI': 'VI',
};

/** Several nations under one code: as a place they are the country, and they are not counted beside their nations. */
const UNIONS = new Set(['GB-GBN', 'GB-UKM']);
const COUNTED_ALREADY = new Set([...UNIONS, 'GB-EAW']);

const library = new Holidays();

export function calendarsOf({ country, region, timezone }: Place): Calendars {
  const home = region ? countryOfRegion(region) : country;
  if (home === null) return NONE;
  const known = region ?? (timezone ? regionOfZone(timezone, home) : null);
  if (known !== null && !UNIONS.has(known)) return { certain: calendarsOfRegion(known), regional: new Map() };
  return { certain: [home], regional: regionalCalendars(home) };
}

/** The country's own where the library knows nothing of the region. */
function calendarsOfRegion(region: string): string[] {
  const country = countryOfRegion(region);
  const states = library.getStates(country) ?? {};
  for (const place of regionAndAround(region)) {
    const otherwise = NAMED_OTHERWISE[place];
    if (otherwise !== undefined) return otherwise.split(' ');
    const state = place.slice(3);
    if (!Object.hasOwn(states, state)) continue;
    const parts = library.getRegions(country, state) ?? {};
    const part = region.slice(3);
    return [Object.hasOwn(parts, part) ? `${country}.${state}.${part}` : `${country}.${state}`];
  }
  return [country];
}

/** Where the library names only the regions that are an exception, the others count with the days of the country. */
function regionalCalendars(country: string): ReadonlyMap<string, number> {
  if (library.getStates(country) === undefined) return NONE.regional;
  const counts = new Map<string, number>();
  for (const region of firstRegionsOf(country)) {
    if (COUNTED_ALREADY.has(region)) continue;
    const [calendar] = calendarsOfRegion(region);
    counts.set(calendar!, (counts.get(calendar!) ?? 0) + 1);
  }
  return counts;
}
