import type { ShownState } from '@app/contracts/words';

export const FROM = 'From';
export const TO = 'To';
export const WHEN = 'When';
export const SUBJECT = 'Subject';
export const ABOUT = 'About';
export const WHY = 'Why';
export const ANSWERS = 'Replies go to';
export const IN_REPLY_TO = 'In reply to';
export const THEIR_MAIL = 'Their mail';
export const LETTER = 'The letter';
/** Of the window, where others see it: a subject may say how it ended. */
export const TITLE = (name: string) => `A letter to ${name}`;
export const SAVE = 'Keep these words';
export const LEAVE = 'Leave it as it was';
export const NOT_SIGNED = 'Nobody yet';
/** Whether mail was captured already when it went, nobody wrote down. */
export const WENT_IN_PRACTICE = (name: string, moment: string) =>
  `The letter to ${name} went on ${moment}. While mail is captured, letters are kept here and reach nobody.`;
export const NEVER_GOES = 'Invented, to look around: it never goes';
export const AS_LEFT = 'As you left it.';
export const TRY_AGAIN = 'Try again';
export const RENDERED = 'Until you change it, its words follow what is known: a name, a date, a reason.';
export const TO_APPLICATION = (title: string, companyName: string) => `To ${title} at ${companyName}`;

/** What a letter's page opens with. */
export const STANDS: Record<ShownState, (name: string, moment: string, isAhead: boolean) => string> = {
  draft: (name, moment, isAhead) =>
    isAhead
      ? `Once you approve it, this letter goes to ${name} on ${moment}.`
      : `This letter to ${name} waits for your yes. Its time has passed; it then goes at the next hour that suits.`,
  waiting: (name, moment) => `This letter goes to ${name} on ${moment}.`,
  due: (name) => `This letter goes to ${name} any moment now.`,
  held: (name) => `This letter to ${name} is held.`,
  sending: (name) => `This letter is on its way to ${name}.`,
  retrying: (name, moment) => `This letter to ${name} is tried again on ${moment}.`,
  unconfirmed: (name) => `This letter may have reached ${name}. Nobody can tell from here.`,
  sent: (name, moment) => `This letter went to ${name} on ${moment}.`,
  answered: (name) => `${name} answered this letter.`,
  bounced: (name) => `This letter to ${name} came back.`,
  failed: (name) => `This letter to ${name} did not go.`,
  cancelled: (name) => `This letter to ${name} was stopped.`,
  skipped: (name) => `No letter goes to ${name}.`,
  done: (name) => `This letter to ${name} is settled.`,
};

type Lack = 'sender_name' | 'sender_address' | 'recipient_address';
export const LACK: Record<Lack, string> = {
  sender_name: 'Your name is missing: nobody signs it yet, and it does not go.',
  sender_address: 'Your address is missing: no answer would reach you, and it does not go.',
  recipient_address: 'Their address is missing: it does not go.',
};
export const SAY_WHO = 'Say who you are';

export const OVERTAKEN = 'Somebody changed this letter meanwhile. Your words stand above, theirs here.';
export const THEIRS = 'Their words';
export const KEEP_MINE = 'Keep mine';
export const TAKE_THEIRS = 'Take theirs';

export const TEST = 'Send it to me first';
interface Test {
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  to: string | null;
  why: string | null;
}
/** What became of the letter to oneself. */
export function tested({ state, to, why }: Test, moment: string): string {
  const you = to ?? 'you';
  if (state === 'sent') return `It went to ${you} on ${moment}.`;
  return state === 'failed' ? (why ?? 'It did not go.') : `It goes to ${you}…`;
}
