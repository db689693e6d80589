/** Shapes that more than one resource needs, each checked once, here. */
import { z } from 'zod';
import { isBoardSlug } from './board-urls.js';
import { RULES } from './rule-words.js';
import { BOARD_PROVIDERS } from './words.js';

const NO_CONTROL = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]*$/u;
const ONE_LINE = /^[^\u0000-\u001F\u007F\u0085\u2028\u2029]*$/u;
const LINE_BREAK = /[\u0000-\u001F\u007F\u0085\u2028\u2029]/u;

/** Neither white space nor what leaves no mark where it stands, such as a zero width space, a joiner or a blank of Braille. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u;

const wellFormed = (text: string) => text.isWellFormed();

export const isVisible = (text: string) => VISIBLE.test(text);

/** One line of human text in any script: trimmed of nothing, free of line breaks and control characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/\S/, RULES.blank)
    .refine(isVisible, RULES.invisible)
    .regex(ONE_LINE, RULES.several_lines)
    .refine(wellFormed, RULES.broken_unicode);

/** Free text of several lines in any script. */
export const prose = (max: number) =>
  z.string().max(max).regex(NO_CONTROL, RULES.control_characters).refine(wellFormed, RULES.broken_unicode);

/** As Postgres writes it: one thing has one name, however a caller writes it. */
export const id = z.uuid(RULES.not_a_uuid).toLowerCase();

/** An instant, ISO 8601 with an offset; answers are always UTC. */
export const instant = z.iso
  .datetime({ offset: true, message: RULES.not_an_instant })
  .refine((text) => {
    const year = new Date(text).getUTCFullYear();
    return year >= 1970 && year < 2200;
  }, RULES.out_of_years)
  .meta({ description: 'With its offset, between 1970 and 2200.' });

/** One mailbox address (RFC 5321): no display name, no list, no line break. Non-ASCII parts are allowed (RFC 6531). */
export const address = z
  .string()
  .max(254)
  .refine((text) => !LINE_BREAK.test(text), RULES.line_break)
  .refine(
    (text) =>
      /^[^\s@<>(),;:\\"[\]]{1,64}@(?=.{1,253}$)[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?)*$/u.test(
        text,
      ),
    RULES.not_an_address,
  )
  .refine((text) => !/(^\.|\.\.|\.@)/.test(text), RULES.not_an_address)
  .refine(wellFormed, RULES.broken_unicode)
  .meta({ format: 'idn-email', description: 'One mailbox: no display name, no comment, no list.' });

/** What opens an account from outside: long enough, and nothing that a header cannot carry. */
export const apiToken = z.string().regex(/^[!-~]{8,}$/, RULES.weak_token);

/** Kept as it was sent, and shown to others in letters: it holds no name and no password. */
export const httpUrl = z
  .string()
  .max(2048)
  .refine(wellFormed, RULES.broken_unicode)
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && !LINE_BREAK.test(text);
  }, RULES.not_a_web_address)
  .refine((text) => !hasCredentials(URL.parse(text)), {
    message: RULES.url_with_credentials,
  })
  .meta({ format: 'iri', description: 'http or https, without a user name or password in it.' });

const hasCredentials = (url: URL | null) => url !== null && (url.username !== '' || url.password !== '');

/** An IANA time zone that this runtime knows. */
export const timezone = z
  .string()
  .max(64)
  .refine((zone) => {
    if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(zone)) return false;
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, RULES.not_a_time_zone)
  .meta({ description: 'An IANA time zone: `Europe/Kyiv`.' });

const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);
/** The code of now, where one was withdrawn or is only reserved: GB for UK. */
const codeOfNow = (code: string) => new Intl.Locale(`und-${code}`).region;

/** ISO 3166-1 alpha-2. */
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, RULES.not_a_country_code)
  .refine(
    (code) =>
      /^[A-Z]{2}$/.test(code) && !NOT_COUNTRIES.has(code) && REGIONS.of(code) !== undefined && codeOfNow(code) === code,
    RULES.not_a_country,
  )
  .meta({ description: 'ISO 3166-1 alpha-2, in force: `DE`, and `GB` for the United Kingdom.' });

const DURATION =
  /^P(?!$)(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/;
const TEN_YEARS_IN_DAYS = 3660;

/** Upper bound of a duration in days, for range checks only; calendars decide the real length. */
function roughDays(text: string): number {
  const [, y = 0, mo = 0, w = 0, d = 0, h = 0, mi = 0, s = 0] = (DURATION.exec(text) ?? []).map(Number);
  const n = (value: number) => (Number.isNaN(value) ? 0 : value);
  return n(y) * 366 + n(mo) * 30.5 + n(w) * 7 + n(d) + n(h) / 24 + n(mi) / 1440 + n(s) / 86_400;
}

/** An ISO 8601 duration of whole numbers from PT0S to P10Y. */
export const duration = z
  .string()
  .max(40)
  .regex(DURATION, RULES.not_a_duration)
  .refine((text) => !DURATION.test(text) || roughDays(text) <= TEN_YEARS_IN_DAYS, RULES.duration_too_long)
  .meta({ description: 'ISO 8601, of whole numbers, from `PT0S` to `P10Y`.' });

/** Minute of the day, `00:00` to `23:59`; `24:00` only where a window ends. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, RULES.not_a_time_of_day);
export const endOfWindow = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, RULES.not_an_end_of_day);

const LONGEST_SLUG = 2_000;
export const boardName = { provider: z.enum(BOARD_PROVIDERS), slug: line(LONGEST_SLUG) };

/** Where a vacancy is advertised: a board of a provider, and the posting on it where that is known. */
export const boardReference = z
  .strictObject({ ...boardName, postingId: line(200).optional() })
  .refine(({ provider, slug }) => isBoardSlug(provider, slug), {
    path: ['slug'],
    message: RULES.not_a_board,
  });
export type BoardReference = z.infer<typeof boardReference>;
