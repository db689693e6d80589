/** All that is said of a follow-up: each code, and the facts that belong to it. What was said once keeps its code for good. */
import type { Facts, Sentence } from './sentences.js';
import type { RejectableStage, StoredState } from './words.js';

type None = Readonly<Record<never, never>>;
type Moment = string;
type Day = string;

/** Why it must not go, must wait, or waits for a yes. */
export interface ReasonSentences {
  // A follow-up ends for these.
  application_deleted: None;
  contact_deleted: None;
  contact_changed: None;
  no_address: None;
  unread_address: { address?: string | null };
  do_not_contact: None;
  address_bounced: None;
  contact_wrote: None;
  candidate_wrote: None;
  no_longer_rejected: None;
  no_rejection_stands: None;
  not_asked_for: None;
  reasons_given: None;
  reasons_taken_back: None;
  offer_accepted: { at?: Moment };
  /** `when`: it was so when it was to be planned, or would be by the time that nothing holds it. */
  too_late: { when?: 'planned' | 'free'; since?: Moment };
  closed_again: None;
  contact_found: None;
  no_longer_interview: None;
  interview_gone: None;
  interview_moved: None;
  interview_over: None;
  no_longer_in_process: None;
  seen_open: None;
  no_warm_contact: None;
  roles_gone: None;
  // Or waits for these to pass.
  not_looking: None;
  disabled: None;
  sender_missing: { missing?: string };
  /** The sentence within, `last`: what the server said, where it was this one that it refused. */
  mailbox_refused: None;
  contact_gap: None;
  /** `endsAt`: it is too late for it before that. */
  no_letters_until: { until: Moment; endsAt?: Moment };
  // Or asks again.
  written_before: { at?: Moment | Day | null };
  not_approved: None;
}

/** Why there is one, or none. */
export interface PlanSentences {
  one_question: { theyWrote: boolean };
  thanks: None;
  no_human_contact: { stage: RejectableStage };
  already_pending: None;
  beside_another: None;
  for_another_letter: None;
  for_somebody_else: { hasWords: boolean };
  some_distance: None;
  nobody_to_write_to: None;
  stays_warm: None;
  teams_change: None;
  evening_before: None;
  open_again: { cooldownUntil: Moment | Day | null };
  draft_for_you: { cooldownUntil: Moment | Day | null; wordsKept: boolean };
  posting_gone: None;
  related_role: { title: string };
  board_gone: None;
  new_roles: { total: number; company: string; contact: string; waits: boolean };
  streak: { length: number };
}

/** What was done with it. */
export interface DeedSentences {
  planned: None;
  drafted: None;
  planned_and_held: { until: Moment | null };
  skipped: None;
  planned_again: None;
  extended: None;
  back_to_draft: None;
  approved: None;
  edited: None;
  snoozed: None;
  held: None;
  resumed: None;
  to_be_sent_at_once: None;
  to_be_sent_again: None;
  marked_as_sent: None;
  restored: None;
  cancelled: None;
  done: None;
  moved: None;
  moved_to: { at: Moment };
  sending: None;
  put_back: None;
  retrying: None;
  unconfirmed: None;
  failed: None;
  sent: None;
  sent_in_digest: { date: Day };
  answered: None;
}

/** Why that was done. */
export interface CauseSentences {
  by_candidate: None;
  despite_no_letters: { until: Moment };
  candidate_said: { words: string };
  changed: { subject: boolean; body: boolean; dueAt: Moment | null };
  restored_as: { state: StoredState };
  one_before_restored: None;
  time_of_hold_over: None;
  hold_over: None;
  end_over: { state: 'draft' | 'waiting' | 'held' };
  stays_as_it_is: None;
  interview_ahead_again: None;
  touch_moved: { dueAt: Moment };
  settings_changed: { dueAt: Moment };
  settings_or_contact_changed: { dueAt: Moment };
  interview_at: { interviewAt: Moment; dueAt: Moment };
  zone_changed: { dueAt: Moment };
  touch_taken_back: None;
  more_roles: { total: number; company: string };
}

/** What its sending came to. */
export interface SendingSentences {
  try: { number: number };
  cap_reached: { cap: number };
  another_being_sent: None;
  outside_window: None;
  others_first: None;
  others_until_window_ends: None;
  now_due: { dueAt: Moment };
  their_address_changed: None;
  mail_changed: None;
  sender_went_away: None;
  not_made: { said: string };
  server_said: { said: string };
  /** The sentence within, `last`: what the last try came to. */
  given_up: { tries: number };
  /** The sentence within, `last`: what it came to. */
  place_taken: None;
  not_recorded: { said: string };
  login_refused: { server: string; said: string };
  login_wanted: { server: string; said: string };
  no_answer_in_time: { server: string };
  server_not_found: { server: string; said: string };
  tls_failed: { server: string; said: string };
  no_tls: { server: string };
  no_login: { server: string; said: string };
  connection_closed: { server: string };
  conversation_failed: { server: string; said: string };
}

/** What earlier versions said, and nobody says any more. */
export interface FormerSentences {
  no_longer_interview_stage: None;
  no_application_rejected: None;
  recorded_anew: None;
  interview_scheduled_anew: None;
  half_year_on: None;
  address_missing: { for: 'letters' | 'reminders' };
  sender_part_missing: { missing: string };
  address_there: None;
  sender_there: None;
  another_just_gone: None;
  letter_went: { to: 'them' | 'this address'; at: Day; orTakenBack: boolean };
}

export interface FollowUpSentences
  extends ReasonSentences, PlanSentences, DeedSentences, CauseSentences, SendingSentences, FormerSentences {
  as_written: { text: string };
}
export type FollowUpCode = keyof FollowUpSentences;
export type ReasonCode = keyof ReasonSentences;

type FactsOf<C extends FollowUpCode> = FollowUpSentences[C];

/** A sentence about a follow-up; its facts are those of its code. */
export function say<C extends FollowUpCode>(
  code: C,
  ...[facts]: Partial<FactsOf<C>> extends FactsOf<C> ? [facts?: FactsOf<C>] : [facts: FactsOf<C>]
): Sentence {
  return { code, facts: { ...(facts as Facts | undefined) } };
}
