/** The closed lists of the language: every stage, kind, state and reason, spelled once. */

export const STAGES = [
  'saved',
  'applied',
  'screening',
  'interview',
  'offer',
  'accepted',
  'rejected',
  'withdrawn',
] as const;
export type Stage = (typeof STAGES)[number];

/** The stages in which an application can be turned down. */
export const REJECTABLE_STAGES = ['applied', 'screening', 'interview', 'offer'] as const;
export type RejectableStage = (typeof REJECTABLE_STAGES)[number];

/** The stages in which an interview can lie ahead. */
export const INTERVIEW_STAGES = ['applied', 'screening', 'interview'] as const satisfies readonly Stage[];

export const CONTACT_ROLES = ['recruiter', 'hiring_manager', 'agency_recruiter', 'peer', 'adviser'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

export const TOUCH_KINDS = ['mail', 'call', 'meeting', 'note', 'rejection'] as const;
export type TouchKind = (typeof TOUCH_KINDS)[number];

export const DIRECTIONS = ['in', 'out'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const WARMTHS = ['warm', 'cooling', 'cold'] as const;
export type Warmth = (typeof WARMTHS)[number];

export const VACANCY_STATUSES = ['open', 'missing', 'closed', 'reopened'] as const;
export type VacancyStatus = (typeof VACANCY_STATUSES)[number];

/** Of an ad on a board. */
export const POSTING_STATUSES = ['open', 'missing', 'closed'] as const;
export type PostingStatus = (typeof POSTING_STATUSES)[number];

/** What somebody can say to have seen; `reopened` is concluded, never observed. */
export const OBSERVED_STATUSES = ['open', 'missing', 'closed'] as const;
export type ObservedStatus = (typeof OBSERVED_STATUSES)[number];

/** How sure it is that a vacancy has reopened, by what was seen. */
export const REOPENING_GRADES = [
  'observed',
  'same_posting',
  'same_requisition',
  'same_title',
  'another_title',
] as const;
export type ReopeningGrade = (typeof REOPENING_GRADES)[number];

export const REASON_CATEGORIES = [
  'hard_skills',
  'soft_skills',
  'culture_fit',
  'experience',
  'language',
  'compensation',
  'position_closed',
  'other_candidate',
  'unknown',
] as const;
export type ReasonCategory = (typeof REASON_CATEGORIES)[number];

const NO_REASONS: readonly string[] = ['other_candidate', 'unknown'] satisfies ReasonCategory[];

/** Whether it says why: that the choice fell on somebody else leaves that open, as words without a category do. */
export const namesReason = (category: string | null): boolean => category !== null && !NO_REASONS.includes(category);

/** What suited the candidate or did not, in two columns. */
export const SUITED = ['company', 'people', 'room', 'work', 'leading', 'talking'] as const;
export type Suited = (typeof SUITED)[number];
export const SIDES = ['right', 'not_right'] as const;
export type Side = (typeof SIDES)[number];

/** Is this theirs: the company, the role, the field. */
export const MINE = ['company', 'role', 'field'] as const;
export type Mine = (typeof MINE)[number];
export const IS_MINE = ['yes', 'no', 'not_sure'] as const;
export type IsMine = (typeof IS_MINE)[number];

export const LETTER_KINDS = ['feedback_request', 'thank_you', 'reopened_outreach'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export const REMINDER_KINDS = [
  'reflection',
  'check_in',
  'half_year',
  'find_contact',
  'streak',
  'reopened',
  'interview_prep',
  'vacancy_closed',
  'new_roles',
  'related_role',
  'board_gone',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export const FOLLOW_UP_KINDS = [...LETTER_KINDS, ...REMINDER_KINDS] as const;
export type FollowUpKind = LetterKind | ReminderKind;

export const AUDIENCES = ['contact', 'candidate'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Stored states; `due` is shown, never stored: `waiting` or `retrying` whose time has come. */
export const STORED_STATES = [
  'draft',
  'waiting',
  'held',
  'sending',
  'retrying',
  'unconfirmed',
  'sent',
  'answered',
  'bounced',
  'failed',
  'cancelled',
  'skipped',
  'done',
] as const;
export type StoredState = (typeof STORED_STATES)[number];
/** Of a letter as a mail to its writer. */
export const TEST_STATES = ['waiting', 'sending', 'sent', 'failed'] as const;
export type TestState = (typeof TEST_STATES)[number];
export const SHOWN_STATES = [...STORED_STATES, 'due'] as const;
export type ShownState = StoredState | 'due';

/** A letter in one of these states occupies its contact: one letter per contact. */
export const OCCUPYING_STATES = ['waiting', 'held', 'sending', 'retrying'] as const satisfies readonly StoredState[];
/** Not yet out of the house: stop rules and moves apply to these. */
export const PENDING_STATES = ['draft', ...OCCUPYING_STATES] as const satisfies readonly StoredState[];

export const HELD_WHYS = [
  'by_candidate',
  'out_of_office',
  'contact_gap',
  'sender_missing',
  'not_looking',
  'disabled',
  'mailbox_refused',
  'no_letters_until',
] as const;
export type HeldWhy = (typeof HELD_WHYS)[number];

/** What a command did or found beside what it was asked for; said in its answer. */
export const NOTICES = ['looking_turned_off', 'looking_turned_on', 'not_looking', 'preview_incomplete'] as const;
export type Notice = (typeof NOTICES)[number];

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const BOARD_PROVIDERS = [
  'greenhouse',
  'lever',
  'ashby',
  'smartrecruiters',
  'workable',
  'recruitee',
  'personio',
  'teamtailor',
  'jsonld',
] as const;
export type BoardProvider = (typeof BOARD_PROVIDERS)[number];

/** What one sweep of a board came to; `never_read`: it answers, and no posting was ever seen. */
export const SWEEP_OUTCOMES = [
  'ok',
  'not_modified',
  'board_gone',
  'failed',
  'truncated',
  'collapsed',
  'never_read',
] as const;
export type SweepOutcome = (typeof SWEEP_OUTCOMES)[number];

/** What the stream says has changed: rows by the name that the API calls them. */
export const CHANGE_KINDS = [
  'application',
  'interview',
  'reflection',
  'follow_up',
  'contact',
  'company',
  'vacancy',
  'board',
  'settings',
  'import',
  'posting',
  'webhook_endpoint',
  'session',
  'message',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
