import { formatOf } from './format-of.policy.js';

/** How the reader's region writes a moment. Words stay English; the order, the clock and the week are the region's. */
export interface Reader {
  /** BCP 47, for `Intl`. */
  locale: string;
  hourCycle: 'h12' | 'h23';
  /** 1 is Monday, 7 Sunday (ISO 8601). */
  firstDayOfWeek: number;
}

/** English as it is written where days come before months. */
const ELSEWHERE = 'en-GB';

const MONDAY = 1;
const SUNDAY = 7;
/** For browsers that know nothing of weeks: where they begin on a Sunday (CLDR). */
const FROM_SUNDAY = new Set('BD BR CA CO HK ID IL IN JP KR MX PE PH PK PT SA SG TH TW US VE ZA'.split(' '));

/** `languages` as the browser prefers them. */
export function readerOf(languages: readonly string[]): Reader {
  const language = languages[0] ?? ELSEWHERE;
  const preferred = new Intl.Locale(language).maximize();
  const isEnglish = preferred.language === 'en';
  const [cycle] = preferred.hourCycles ?? preferred.getHourCycles?.() ?? [cycleOf(language)];
  const week = preferred.weekInfo ?? preferred.getWeekInfo?.();
  return {
    locale: isEnglish ? `en-${preferred.region ?? 'GB'}` : ELSEWHERE,
    hourCycle: cycle === 'h12' || cycle === 'h11' ? 'h12' : 'h23',
    firstDayOfWeek: week?.firstDay ?? (FROM_SUNDAY.has(preferred.region ?? '') ? SUNDAY : MONDAY),
  };
}

const cycleOf = (language: string) => formatOf(language, { hour: 'numeric' }).resolvedOptions().hourCycle;
