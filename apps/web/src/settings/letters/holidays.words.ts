import { number } from '../../look/number.words.js';

export const HOLIDAYS_AHEAD = 'Holidays ahead';
export const NO_HOLIDAYS = 'None in the next three months, where the people are whose country is known.';
export const NOT_LEFT_OUT = 'They are not left out: a letter may arrive on these days.';

/** `Japan`; of a region that is not named here, its country and code. */
export function placeName(country: string | null, region: string | null, locale: string): string {
  const code = country ?? region?.slice(0, 2);
  if (code === undefined) return '';
  const name = new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  return region === null ? name : `${name} (${region})`;
}

export function forWhom(place: string, names: readonly string[], people: number): string {
  const others = people - names.length;
  const named = names.join(', ');
  return `${place}: ${others > 0 ? `${named} and ${number(others)} more` : named}`;
}

export const unknownCountry = (people: number) =>
  people === 1
    ? 'Of one person no country is known: for them no holiday is left out.'
    : `Of ${number(people)} people no country is known: for them no holiday is left out.`;
