import { AS_WRITTEN } from './sentences.js';
import { REJECTABLE_STAGES } from './words.js';

/** Levels of a body: nothing that the API takes nests more than four deep. */
export const DEEPEST_BODY = 32;

/** What shapes ask beyond their types: a code for each rule, and its words, which follow the name of the member at fault. */
export const RULES = {
  blank: 'must not be blank',
  invisible: 'must have a visible character',
  several_lines: 'must be a single line without control characters',
  control_characters: 'must not contain control characters',
  broken_unicode: 'must be well-formed Unicode',
  not_a_uuid: 'must be a UUID',
  not_an_instant: 'must be an ISO 8601 date and time with an offset',
  out_of_years: 'must lie between 1970 and 2200',
  line_break: 'must not contain a line break or control character',
  not_an_address: 'must be one e-mail address such as name@example.com',
  weak_token: 'must be 8 or more characters without blanks',
  not_a_web_address: 'must be an http or https URL',
  url_with_credentials: 'must not hold a user name or a password',
  not_a_time_zone: 'must be an IANA time zone such as Europe/Kyiv',
  not_a_country_code: 'must be an ISO 3166-1 country code such as DE',
  not_a_country: 'must be an ISO 3166-1 country code such as DE, or GB for the United Kingdom',
  not_a_region: 'must be an ISO 3166-2 code of a region such as DE-BY or GB-ENG',
  region_elsewhere: 'must be a region of the country',
  not_a_duration: 'must be an ISO 8601 duration such as P1D or PT30S',
  duration_too_long: 'must not be longer than P10Y',
  not_a_time_of_day: 'must be a time of day such as 09:00',
  not_an_end_of_day: 'must be a time of day such as 11:30 or 24:00',
  no_day: 'must name at least one day',
  day_twice: 'must name each day once',
  ends_before_it_starts: 'must be later than the start of the window',
  not_a_board: 'is no name of a board at this provider',
  board_or_url: 'must have provider and slug, or a url',
  direction_missing: 'must be in or out for a mail',
  looked_back_or_skipped: 'must not come together with lookedBack',
  two_contacts: 'must not come together with contact',
  applied_though_saved: 'must not be given for a saved application',
  stage_not_rejectable: `must be one that a rejection can come at: ${REJECTABLE_STAGES.join(', ')}`,
  scheduled_without_interview: 'must come with the stage interview only',
  nothing_to_change: 'must name what to change',
  not_a_cursor: 'is not a cursor of this list; start again without it',
  not_a_message_id: 'must be a Message-ID such as <4711@mail.example.com>',
  unknown_field: 'is not a field of this resource',
  duplicate_member: 'is named twice; name it once',
  too_deep: `nests deeper than ${DEEPEST_BODY} levels`,
  malformed_json: 'must be JSON',
  not_a_captured_message: 'must be the name of a captured message',
} as const;
export type RuleCode = keyof typeof RULES;

const CODES = new Map(Object.entries(RULES).map(([code, words]) => [words as string, code as RuleCode]));

/** Which of them refused, by what a schema says of it; null: a type, a length or a list of words did. */
export const ruleOf = (message: string): RuleCode | null => CODES.get(message) ?? null;

/** The sentence within, `said`, of what a shape refused: its rule, or the words that zod has for it. */
export type ShapeSaid = { said: RuleCode } | { said: typeof AS_WRITTEN; 'said.text': string };

export function shapeSaid(message: string): ShapeSaid {
  const rule = ruleOf(message);
  return rule === null ? { said: AS_WRITTEN, 'said.text': message } : { said: rule };
}
