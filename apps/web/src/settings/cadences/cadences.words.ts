import type { RejectableStage } from '@app/contracts/words';
import type { Cadence, CadenceKey, Raw, SectionKey } from './cadences.policy.js';
import type { Span, Unit } from './span.policy.js';

export const OPENING = 'How long things take, and when they come.';
export const SECTION: Record<SectionKey, string> = {
  afterANo: 'After a no',
  warmth: 'Staying in touch',
  pace: 'How letters go',
  reminders: 'Reminders',
};

export const LABEL: Record<CadenceKey, string> = {
  enabled: 'Ask for a word of feedback',
  delay: 'The letter goes after',
  minStage: 'From which stage on',
  reflection: 'A quiet look back after',
  checkIns: 'A hello after',
  halfYear: 'A longer look after',
  cooldown: 'A company asks to wait for',
  contactGap: 'Between two letters to one person',
  dailyCap: 'Letters a day, at most',
  spacing: 'Between two letters',
  remindersAt: 'They come at',
  streak: 'A look for the pattern after',
};

const HINT: Record<CadenceKey, string> = {
  enabled: 'Off, letters of feedback are held, and others are not planned.',
  delay: 'Then it waits for their next morning.',
  minStage: 'Before it nobody was involved who could answer.',
  reflection: 'After the day on which they said no.',
  checkIns: 'After the last word between you. A reminder to you, with a draft.',
  halfYear: 'Teams change: a reminder to look at their roles.',
  cooldown: 'Where a company has not said how long: it runs from its latest no.',
  contactGap: 'While the first one is unanswered.',
  dailyCap: 'What is over it goes on the next day with room.',
  spacing: 'So that no server takes them for a crowd.',
  remindersAt: 'On your clock, all of a day in one mail.',
  streak: 'So many refusals in a row.',
};

const UNIT: Record<Unit, [one: string, many: string]> = {
  seconds: ['second', 'seconds'],
  minutes: ['minute', 'minutes'],
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  years: ['year', 'years'],
};
export const unitWord = (unit: Unit, count: string) => UNIT[unit][count.trim() === '1' ? 0 : 1];
export const unitOf = (label: string) => `${label}: unit`;
export const nth = (label: string, index: number) => (index === 0 ? label : `${label} (${index + 1})`);

export const STAGE: Record<RejectableStage, string> = {
  applied: 'Applied',
  screening: 'Screening',
  interview: 'Interview',
  offer: 'Offer',
};
export const KEEP = 'Keep';
export const KEPT = 'Kept.';
export const keepOf = (heading: string) => `${KEEP}: ${heading}`;
export const LEAVE = 'Leave it as it was';
export const NO_NUMBER = 'Must be a whole number.';
export const NO_TIME = 'Must be a time of day.';
export const ANOTHER = 'One more hello';
export const LEAVE_OUT = 'Leave it out';
export const leaveOutOf = (label: string) => `${LEAVE_OUT}: ${label}`;
export const NO_HELLO = 'No hello is planned.';
export const TO_DEFAULT = 'Back to the default';
export const toDefaultOf = (label: string) => `${TO_DEFAULT}: ${label}`;

const spanSaid = ({ count, unit }: Span) => `${count} ${unitWord(unit, count)}`;

/** As a sentence has it. */
function said({ kind, key }: Cadence, raw: Raw): string {
  switch (kind) {
    case 'span':
      return spanSaid(raw as Span);
    case 'spans':
      return (raw as Span[]).map(spanSaid).join(', ');
    case 'switch':
      return raw === true ? 'on' : 'off';
    case 'stage':
      return STAGE[raw as RejectableStage].toLowerCase();
    case 'count':
      return key === 'streak' ? `${String(raw)} in a row` : String(raw);
    case 'time':
      return String(raw);
  }
}

/** What it is for, and what it is where nothing was said. */
export const hintOf = (cadence: Cadence, byNature: Raw) =>
  `${HINT[cadence.key]} By default ${said(cadence, byNature)}.`;
