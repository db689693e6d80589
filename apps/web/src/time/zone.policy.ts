/** The names of time zones. Browsers tell some by a name that is no longer theirs, and go on doing so. */
import { formatOf } from './format-of.policy.js';

const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};
const HALF_A_YEAR_MS = 182 * 86_400_000;

/** `named` as a browser does; null where it does not know where it is. */
export function zoneOfNow(named: string | undefined): string | null {
  if (!named || named === 'Etc/Unknown') return null;
  return RENAMED[named] ?? named;
}

/** Whether nobody sees a difference, neither now nor once clocks have been put forward or back. */
export const isSameClock = (one: string, other: string, now: Date): boolean =>
  [now, new Date(now.getTime() + HALF_A_YEAR_MS)].every((at) => wallClock(at, one) === wallClock(at, other));

const wallClock = (at: Date, timeZone: string) =>
  formatOf('en', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at);
