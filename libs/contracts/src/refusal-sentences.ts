/** Why something is not done: each code, and the facts that belong to it. Where one code is said of several things, its facts say of which. */
import type { ImportState } from './imports.js';
import type { ShapeSaid } from './rule-words.js';
import type { Facts, Sentence } from './sentences.js';
import type { Notice, Stage } from './words.js';

type None = Readonly<Record<never, never>>;
type Moment = string;

type NotFound =
  | 'application'
  | 'board'
  | 'captured_message'
  | 'company'
  | 'contact'
  | 'follow_up'
  | 'html_part'
  | 'import'
  | 'interview'
  | 'message'
  | 'posting'
  | 'session'
  | 'touch'
  | 'vacancy'
  | 'webhook_endpoint';

/** A rule of the domain says no. What a reason says of a letter stands with the reasons. */
export interface RuleSentences {
  not_found:
    { what: NotFound; id: string } | { what: 'captured_mail' } | { what: 'path'; method: string; path: string };
  unknown_contact: { id: string };
  touch_stays: { of: 'follow_up' | 'rejection' };
  merge_with_itself: None;
  merge_with_nobody: None;
  merge_with_sample: None;
  merge_while_sending: None;
  not_merged: None;
  merged_for_good: None;
  contact_merged: { into: string };
  in_use: { what: 'company' | 'contact' | 'vacancy' };
  not_deleted: { what: 'application' | 'company' | 'contact' };
  /** `by`: the version that the caller named, or another request at the same moment. */
  changed_meanwhile: { by: 'if_match' | 'race' };
  company_exists: { id: string };
  contact_exists: { id: string };
  name_taken: { id: string; name: string };
  address_taken: { id: string; address: string | null };
  region_of_another_country: { region: string | null; country: string | null; missing: 'region' | 'country' };
  sample_exists: None;
  sample_apart: { what: 'application' } | { what: 'contact'; contactName: string } | { what: 'company' };
  sample_never_goes: None;
  not_applied_yet: None;
  stage_does_not_follow: { from: Stage; to: Stage; since: 'rejection' | 'withdrawn' | 'rejected' | 'steps' };
  already_rejected: None;
  already_accepted: None;
  not_rejectable: { stage: Stage };
  not_rejected: None;
  nothing_to_look_back_on: None;
  before_application: { appliedAt: Moment };
  imported_again: { id: string };
  interview_exists: { id: string };
  no_interview_ahead: { stage: Stage };
  too_many_interviews: { most: number };
  /** `said`: the moment, in the caller's words. */
  in_the_future: { said: string };
  in_the_past: { of: 'interview'; said: string } | { of: 'follow_up' | 'no_letters'; at: Moment };
  too_far_ahead: { at: Moment };
  after_the_interview: { interviewAt: Moment };
  already_ended: None;
  already_held: None;
  already_sending: { what: 'follow_up' | 'application' };
  already_sent: None;
  already_frozen: None;
  not_a_draft: None;
  not_a_letter: None;
  not_a_reminder: None;
  not_approved: None;
  not_by_candidate: None;
  not_ended: None;
  not_held: None;
  not_sendable: None;
  not_unconfirmed: None;
  contact_gap: { until: Moment };
  no_letters_until: { until: Moment };
  contact_busy: None;
  /** `by`: another follow-up, or another letter about the same rejection. */
  place_occupied: { by: 'follow_up' | 'letter' };
  ends_before_it_begins: None;
  range_too_long: { days: number };
  board_address_private: None;
  board_not_recognised: None;
  board_asks_to_wait: { until: Moment };
  swept_recently: { minutes: number; until: Moment };
  not_parked: None;
  too_many_endpoints: { most: number };
  endpoint_switched_off: None;
  url_not_http: { since: 'no_url' | 'credentials' | 'port' } | { since: 'scheme'; scheme: string };
  host_unresolvable: { host: string };
  address_not_public: { host: string };
  import_over: { state: ImportState };
  import_not_over: { state: ImportState };
  import_undone: None;
  too_many_imports: { most: number };
  too_many_rows: { most: number };
  unknown_format: { since: 'encoding' } | { since: 'columns'; missing: string };
  invalid_settings: { at: string } & ShapeSaid;
}

/** The first member at fault, what its shape said of it, and how many others are; `orMore`: as many as are told. */
type MembersAtFault = { at: string; others: number; orMore: boolean } & ShapeSaid;

/** A request cannot be served as it stands. */
export interface RequestSentences {
  malformed_request: None;
  malformed_url: None;
  malformed_json: None;
  uri_too_long: None;
  request_header_fields_too_large: None;
  request_timeout: None;
  expectation_failed: None;
  host_required: None;
  incomplete_body: None;
  body_too_large: { of: 'body' | 'chunk' };
  /** Null: of a tunnel. */
  method_not_allowed: { method: string; path: string | null; allow: string };
  unsupported_content_encoding: None;
  unsupported_media_type: { wanted: 'json' | 'json_for_csv' | 'utf_8' | 'csv' };
  invalid_body: { of: 'route' | 'text' } & MembersAtFault;
  invalid_query: ({ of: 'route' } & MembersAtFault) | { of: 'no_query' };
  invalid_id: MembersAtFault;
  invalid_request: MembersAtFault;
  invalid_idempotency_key: None;
  idempotency_key_reused: None;
  unauthenticated: { by: 'nothing' | 'token' | 'session' | 'code' };
  token_required: None;
  not_the_demo: None;
  not_the_owner: None;
  foreign_origin: { url: string };
  too_many_sign_ins: { seconds: number };
  too_many_requests: { most: number };
  too_many_streams: { most: number };
  too_many_tests: { most: number };
  too_many_postings: { most: number };
  unavailable: { whileAnswering: boolean };
  internal_error: { of: 'request'; requestId: string } | { of: 'import' | 'import_undo' };
}

/** Not refused, but worth telling beside the answer. */
export type NoticeSentences = Record<Notice, None>;

export interface RefusalSentences extends RuleSentences, RequestSentences {}
export type RefusalCode = keyof RefusalSentences;

type FactsOf<C extends RefusalCode> = RefusalSentences[C];

/** Why something is not done; its facts are those of its code. */
export function refusal<C extends RefusalCode>(
  code: C,
  ...[facts]: Partial<FactsOf<C>> extends FactsOf<C> ? [facts?: FactsOf<C>] : [facts: FactsOf<C>]
): Sentence {
  return { code, facts: { ...(facts as Facts | undefined) } };
}
