import type { ShownState } from '@app/contracts/words';

export const FROM = 'From';
export const TO = 'To';
export const WHEN = 'When';
export const SUBJECT = 'Subject';
export const WHY = 'Why';
export const LETTER = 'The letter';
/** Of the window, where others see it: a subject may say how it ended. */
export const TITLE = (name: string) => `A letter to ${name}`;
export const SAVE = 'Keep these words';
export const LEAVE = 'Leave it as it was';
export const NOT_SIGNED = 'Nobody signs it yet: your name is missing.';
export const RENDERED = 'Until you change it, its words follow what is known: a name, a date, a reason.';
export const TO_APPLICATION = (title: string, companyName: string) => `To ${title} at ${companyName}`;

/** What a letter's page opens with. */
export const STANDS: Record<ShownState, (name: string, moment: string) => string> = {
  draft: (name) => `This letter to ${name} waits for your yes.`,
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
