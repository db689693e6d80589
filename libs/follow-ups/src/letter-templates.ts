/** The words of the letters to a contact. Every sentence must stay true whatever the facts were. */
import type { LetterKind, ReasonCategory, RejectableStage } from '@app/contracts';

export const SUBJECTS: Record<LetterKind, (role: string) => string> = {
  feedback_request: (role) => `Thank you, and one question about ${role}`,
  thank_you: (role) => `Thank you for your words about ${role}`,
  reopened_outreach: (role) => `About ${role}, which is open again`,
};

/** To somebody who did not send the refusal. */
export const SUBJECTS_UNTOLD: Record<LetterKind, (role: string) => string> = {
  feedback_request: (role) => `One question about ${role}`,
  thank_you: (role) => `My application for ${role}, and thank you`,
  reopened_outreach: SUBJECTS.reopened_outreach,
};

export interface Thanks {
  toWhoTold: string;
  toOthers: string;
}

export const FOR_TIME: Thanks = {
  toWhoTold: 'and for the time you gave it',
  toOthers: 'Thank you for the time that was given to it.',
};
export const FOR_REASONS: Thanks = {
  toWhoTold: 'and for telling me the reasons',
  toOthers: 'I was told the reasons as well, and I am grateful for that.',
};
export const FOR_WORDS: Thanks = {
  toWhoTold: 'and for what you wrote about it',
  toOthers: 'I am grateful for the words I was given about it.',
};

export function thanksForTelling(position: string, { toWhoTold }: Thanks): string {
  return `Thank you for letting me know about my application for ${position}, ${toWhoTold}.`;
}

export function learnedOtherwise(position: string, { toOthers }: Thanks): string {
  return `I have learned that my application for ${position} was not successful. ${toOthers}`;
}

/** The one question: narrow, about the job, and answerable in a line. */
export const QUESTION: Record<RejectableStage, (role: string) => string> = {
  applied: (role) => `which requirement of ${role} did you not find in my application?`,
  screening: (role) =>
    `when you compared my profile with what ${role} needs, which skill or piece of experience was missing most?`,
  interview: (role) => `in our interviews for ${role}, which one skill that the job needs did I show least clearly?`,
  offer: (role) => `at the last step for ${role}, which requirement of the job weighed most in the decision?`,
};

/** The same to somebody who did not decide it, as far as they know. */
export const QUESTION_TO_OTHERS: Record<RejectableStage, (role: string) => string> = {
  applied: (role) => `as far as you know, which requirement of ${role} was not found in my application?`,
  screening: (role) =>
    `as far as you know, which skill or piece of experience was missing most when my profile was compared with what ${role} needs?`,
  interview: (role) =>
    `as far as you know, which one skill that the job needs did I show least clearly in the interviews for ${role}?`,
  offer: (role) => `as far as you know, which requirement of ${role} weighed most in the decision at the last step?`,
};

export function mayIAsk(wordsWereGiven: boolean, byThem: boolean): string {
  if (!wordsWereGiven) return 'May I ask one thing:';
  return `May I ask one thing beyond ${byThem ? 'what you wrote' : 'what I was told'}:`;
}

export const OTHER_CANDIDATE = 'I understand that the choice fell on another candidate.';

export const REASON_THANKS: Record<ReasonCategory, (said: 'What you say' | 'What I was told') => string> = {
  hard_skills: (said) => `${said} about the technical side is useful to me, and I am taking it into what I learn next.`,
  soft_skills: (said) => `${said} about how I work with others is useful to me, and I am taking it to heart.`,
  culture_fit: (said) => `${said} about how the team works helps me to see which surroundings suit me.`,
  experience: (said) => `${said} about experience helps me to see what to build next.`,
  language: (said) => `${said} about the language is clear, and it tells me what to practise.`,
  compensation: (said) => `${said} about the terms is clear, and it is good to know where we stood.`,
  position_closed: () => 'It is good to know that the position itself was closed.',
  other_candidate: () => 'It is good to know that the choice fell on another candidate.',
  unknown: () => 'An open word is rare, and it helps me to prepare better.',
};

export const REGRET = 'I am sorry that it did not work out this time, because I would have liked to do this work.';
export const STILL_LOOKING =
  'I keep looking for work in this field, and I want to learn from each process I go through.';
export const NO_HURRY = 'A line or two is plenty, and if you cannot say, I understand.';
export const SIGN_OFF = 'Kind regards,';

export function stayInTouch(looking: boolean): string {
  return looking
    ? 'I would be glad to stay in touch, and to hear from you when a vacancy comes up that you think would suit me.'
    : 'I would be glad to stay in touch.';
}

/** How far it went then; who they spoke with is not known. */
export const EARLIER: Record<RejectableStage, string> = {
  applied: 'I applied for it before, and it did not work out then.',
  screening: 'I applied for it before, and it did not work out then.',
  interview: 'I applied for it before and came as far as the interviews, and it did not work out then.',
  offer: 'I applied for it before and came as far as the last step, and it did not work out then.',
};
export const TALK_AGAIN = 'If it makes sense to talk again, I would be glad to hear from you.';

export type Learned = 'their_reasons' | 'reasons' | 'time';

const LEARNED: Record<Learned, string> = {
  their_reasons: 'a clearer picture of what the work asks for, with the reasons you gave me in mind',
  reasons: 'a clearer picture of what the work asks for, with the reasons I was given in mind',
  time: 'a clearer picture of what the work asks for than I had the first time',
};

export function bringNow(learned: Learned): string {
  return `I am still interested. I would bring what my application showed then, and ${LEARNED[learned]}.`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export function keepToCooldown(until: Date): string {
  return `By my count the waiting time after my last application runs until ${DAY.format(until)}, and I am keeping to it.`;
}

/** A stranger's words: on one line, and not without an end. */
export function nowAs(title: string | null): string {
  const shown = title?.replace(/\s+/g, ' ').trim().slice(0, 200);
  return shown ? `, advertised as "${shown}"` : '';
}
