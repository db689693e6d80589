/** Reads a `Retry-After` header (RFC 9110, section 10.2.3): seconds, or a date in one of the three HTTP forms. */

const IMF_FIXDATE = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/;
const RFC_850 = /^[A-Z][a-z]+day, (\d{2})-([A-Z][a-z]{2})-(\d{2}) (\d{2}:\d{2}:\d{2}) GMT$/;
const ASCTIME = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d{2}:\d{2}:\d{2}) (\d{4})$/;

/** Milliseconds to wait, 0 for a date in the past, undefined when the header says nothing readable. */
export function parseRetryAfter(header: string, now: Date): number | undefined {
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = parseHttpDate(text, now);
  return date === undefined ? undefined : Math.max(0, date - now.getTime());
}

function parseHttpDate(text: string, now: Date): number | undefined {
  const imf = IMF_FIXDATE.exec(text);
  if (imf) return utc(imf[1], imf[2], imf[3], imf[4]);
  const rfc850 = RFC_850.exec(text);
  if (rfc850) return utc(rfc850[1], rfc850[2], String(fullYear(Number(rfc850[3]), now)), rfc850[4]);
  const asctime = ASCTIME.exec(text);
  if (asctime) return utc(asctime[2], asctime[1], asctime[4], asctime[3]);
  return undefined;
}

function utc(day = '', month = '', year = '', time = ''): number | undefined {
  const at = Date.parse(`${day.trim()} ${month} ${year} ${time} GMT`);
  return Number.isNaN(at) ? undefined : at;
}

/** RFC 9110: a two-digit year more than 50 years ahead is the last past one with these digits. */
function fullYear(twoDigits: number, now: Date): number {
  const thisYear = now.getUTCFullYear();
  const year = thisYear - (thisYear % 100) + twoDigits;
  return year > thisYear + 50 ? year - 100 : year;
}
