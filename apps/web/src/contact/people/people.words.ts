import type { Warmth } from '@app/contracts/words';
import { number as inLetters } from '../../look/number.words.js';
import type { Who } from './asked.policy.js';

export const HEADING = 'People';
export const FIND = 'Find by name, address or company';
export const FILTER = 'Show';
export const FILTER_WHO = 'Who';
export const ALL = 'All';
export const EVERYBODY = 'Everybody';
export const MORE = 'Show more';
export const ADD = 'Add somebody';
export const NONE = 'People come with applications.';
export const NONE_LIKE_IT = 'There is nobody like that.';
export const WARMTH: Record<Warmth, string> = { warm: 'Warm', cooling: 'Cooling', cold: 'Cold' };
export const WHO_ARE: Record<Who, string> = {
  employers: 'Employers',
  agencies: 'Agencies',
  beside: 'Peers and advisers',
};
export const counted = (word: string, count: number) => (count === 0 ? word : `${word} ${count}`);
export const OPTED_OUT = 'Not written to';

const are = (count: number) => (count === 1 ? 'is' : 'are');
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const asSentence = (text: string) => `${capital(text)}.`;

export const open = (count: number) =>
  capital(`${inLetters(count)} ${count === 1 ? 'application is' : 'applications are'} open`);

/** `isNarrowed`: not all of them are asked for. */
export function opening(counts: Record<Warmth, number>, isNarrowed: boolean): string {
  const { warm, cooling, cold } = counts;
  const all = warm + cooling + cold;
  if (all === 0) return isNarrowed ? NONE_LIKE_IT : NONE;
  const parts = [
    warm === 0 ? null : `${inLetters(warm)} ${are(warm)} warm`,
    cooling === 0 ? null : `${inLetters(cooling)} ${are(cooling)} cooling`,
    cold === 0 ? null : `${inLetters(cold)} ${are(cold)} cold`,
  ];
  return asSentence(parts.filter((part) => part !== null).join(', '));
}
