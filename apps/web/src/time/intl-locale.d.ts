/** Of a proposal that browsers have as properties, as methods, or as both. */
declare namespace Intl {
  interface Locale {
    readonly hourCycles?: string[];
    readonly weekInfo?: { firstDay: number };
    getHourCycles?(): string[];
    getWeekInfo?(): { firstDay: number };
  }
}
