/** Regions of ISO 3166-2: which there are, in what they lie, and whether one is of a country. */
import { z } from 'zod';
import { ISO_3166_2 } from './iso-3166-2.js';
import { RULES } from './rule-words.js';

let within: ReadonlyMap<string, string> | undefined;

/** Read when it is first asked for. */
function places(): ReadonlyMap<string, string> {
  return (within ??= new Map(Object.entries(ISO_3166_2).flatMap(([country, list]) => readList(country, list))));
}

/** `ENG(LND) SCT` of GB: `GB-ENG` in `GB`, `GB-LND` in `GB-ENG`, `GB-SCT` in `GB`. */
function readList(country: string, list: string): [region: string, place: string][] {
  const found: [string, string][] = [];
  const around = [country];
  let latest = country;
  for (const [token] of list.matchAll(/[()]|[^() ]+/g)) {
    if (token === '(') around.push(latest);
    else if (token === ')') around.pop();
    else found.push([(latest = `${country}-${token}`), around.at(-1)!]);
  }
  return found;
}

export const region = z
  .string()
  .max(6)
  .refine((code) => places().has(code), RULES.not_a_region);

export const countryOfRegion = (region: string): string => region.slice(0, 2);

/** The region itself, then what it lies in, from the inside out; not the country. */
export function regionAndAround(region: string): string[] {
  const place = places().get(region);
  return place === undefined ? [] : [region, ...regionAndAround(place)];
}

/** What lies in the country and in no other region of it. */
export function firstRegionsOf(country: string): string[] {
  return [...places()].filter(([, place]) => place === country).map(([code]) => code);
}

/** One of them may be unknown: then nothing contradicts. */
export function isRegionOf(country: string | null | undefined, region: string | null | undefined): boolean {
  return !country || !region || countryOfRegion(region) === country;
}
