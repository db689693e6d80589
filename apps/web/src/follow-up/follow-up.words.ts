import type { Audience, FollowUpKind, HeldWhy, ShownState } from '@app/contracts/words';
import type { Asking, Press, VerbKey } from './follow-up.verbs.js';

export const somebody = (name: string | null) => name ?? 'them';

/** What it is, and to whom. */
export const TITLE: Record<FollowUpKind, (contactName: string | null) => string> = {
  feedback_request: (name) => `Feedback request to ${somebody(name)}`,
  thank_you: (name) => `Thank-you to ${somebody(name)}`,
  reopened_outreach: (name) => `To ${somebody(name)}, about the job that is open again`,
  reflection: () => 'A quiet look back',
  check_in: (name) => `A hello to ${somebody(name)}`,
  half_year: (name) => `Half a year on: a hello to ${somebody(name)}`,
  find_contact: () => 'Find somebody there',
  streak: () => 'A look for the pattern',
  reopened: () => 'The job is open again',
  interview_prep: () => 'Prepare the interview',
  vacancy_closed: () => 'The job was taken down',
  new_roles: () => 'New roles where somebody knows you',
  related_role: () => 'A role like the one before',
  board_gone: () => 'A board is gone',
};

const LETTER: Record<ShownState, string> = {
  draft: 'Waits for your yes',
  waiting: 'Goes by itself',
  due: 'Goes now',
  held: 'Held',
  sending: 'Being sent',
  retrying: 'Will be tried again',
  unconfirmed: 'May have gone',
  sent: 'Went',
  answered: 'Answered',
  bounced: 'Came back',
  failed: 'Did not go',
  cancelled: 'Stopped',
  skipped: 'Not planned',
  done: 'Done',
};

/** A reminder goes nowhere: it comes. */
const REMINDER: Record<ShownState, string> = {
  ...LETTER,
  waiting: 'Planned',
  due: 'Comes now',
  sent: 'Came to you',
};

export const STATE: Record<Audience, Record<ShownState, string>> = { contact: LETTER, candidate: REMINDER };

export const HELD: Record<HeldWhy, string> = {
  by_candidate: 'Held by you',
  out_of_office: 'Held while they are away',
  contact_gap: 'Held: your last letter is unanswered',
  sender_missing: 'Held: your name or address is missing',
  not_looking: 'Held while you are not looking',
  disabled: 'Held: letters are switched off',
  mailbox_refused: 'Held: the mail server refuses',
  no_letters_until: 'Held: no letters go',
};

/** Of a step that is foretold and not there yet. */
export const WRITTEN_DOWN = 'Being written down…';

export const VERB: Record<VerbKey, string> = {
  read: 'Read it',
  approve: 'Approve',
  done: 'Done',
  hold: 'Hold',
  later: 'Another day',
  resume: 'Resume',
  edit: 'Edit',
  send_now: 'Send now',
  mark_sent: 'It went',
  resend: 'Send again',
  stop: 'Do not send',
  restore: 'Bring it back',
};

/** A reminder is not sent by anybody. */
const NOT_NEEDED = 'Not needed';

/** What was done, where it has a better name. */
const DONE: Partial<Record<FollowUpKind, string>> = {
  check_in: 'I said hello',
  half_year: 'I said hello',
  reflection: 'I looked back',
  streak: 'I looked',
  find_contact: 'I looked',
  reopened: 'I have seen it',
  vacancy_closed: 'I have seen it',
  new_roles: 'I have seen them',
  related_role: 'I have seen it',
  board_gone: 'I have seen it',
  interview_prep: 'I am prepared',
};

export function wordOf(verb: Press, { kind, audience }: { kind: FollowUpKind; audience: Audience }): string {
  if (verb === 'done') return DONE[kind] ?? VERB.done;
  return verb === 'stop' && audience === 'candidate' ? NOT_NEEDED : VERB[verb];
}

/** Begins with what is seen, and says of what, where the same verb stands under others. */
export const verbOf = (word: string, of: string | undefined) => (of === undefined ? undefined : `${word}: ${of}`);

export const UNDO = 'Undo';
/** Said once it is done. */
export const PRESSED: Record<Press, string> = {
  approve: 'Approved: it goes by itself.',
  done: 'Done.',
  hold: 'Held.',
  resume: 'It goes on.',
  stop: 'Stopped.',
  restore: 'It is back.',
  mark_sent: 'Then it went.',
  resend: 'It goes again.',
  send_now: 'It goes now.',
};

/** Before what cannot be taken back. */
export const ASKS: Record<Asking, string> = {
  send_now: 'It goes at once, whatever the hour is there, and cannot be taken back.',
  resend: 'If it arrived after all, they get it twice.',
};
export const LEAVE = 'Not now';
