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

/** `languages` as the browser prefers them. */
export function readerOf(languages: readonly string[]): Reader {
  const preferred = new Intl.Locale(languages[0] ?? ELSEWHERE).maximize();
  const isEnglish = preferred.language === 'en';
  const [cycle] = preferred.hourCycles ?? preferred.getHourCycles?.() ?? ['h23'];
  const week = preferred.weekInfo ?? preferred.getWeekInfo?.();
  return {
    locale: isEnglish ? `en-${preferred.region ?? 'GB'}` : ELSEWHERE,
    hourCycle: cycle === 'h12' || cycle === 'h11' ? 'h12' : 'h23',
    firstDayOfWeek: week?.firstDay ?? 1,
  };
}
