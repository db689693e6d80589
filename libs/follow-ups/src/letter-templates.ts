/** The words of the letters to a contact. Every sentence must stay true whatever the facts were. */
import type { ReasonCategory, RejectableStage } from '@app/contracts';

/** The one question: narrow, about the job, and answerable in a line. */
export const QUESTION: Record<RejectableStage, (role: string) => string> = {
  applied: (role) => `which requirement of ${role} did you not find in my application?`,
  screening: (role) =>
    `when you compared my profile with what ${role} needs, which skill or piece of experience was missing most?`,
  interview: (role) => `in our interviews for ${role}, which one skill that the job needs did I show least clearly?`,
  offer: (role) => `at the last step for ${role}, which requirement of the job weighed most in the decision?`,
};

export const REASON_THANKS: Record<ReasonCategory, string> = {
  hard_skills: 'What you say about the technical side is useful to me, and I am taking it into what I learn next.',
  soft_skills: 'What you say about how I work with others is useful to me, and I am taking it to heart.',
  culture_fit: 'What you say about how the team works helps me to look for the right surroundings.',
  experience: 'What you say about experience helps me to see what to build next.',
  language: 'What you say about the language is clear, and it tells me what to practise.',
  compensation: 'What you say about the terms is clear, and it is good to know where we stood.',
  position_closed: 'It is good to know that the position itself was closed.',
  other_candidate: 'It is good to know that the choice fell on another candidate.',
  unknown: 'An open word is rare, and it helps me to prepare better.',
};

export const REGRET = 'I am sorry that it did not work out this time, because I would have liked to do this work.';
export const STILL_LOOKING =
  'I keep looking for work in this field, and I want to learn from each process I go through.';
export const NO_HURRY = 'A line or two is plenty, and if you cannot say, I understand.';
export const STAY_IN_TOUCH =
  'I would be glad to stay in touch, and to hear from you when a vacancy comes up that you think would suit me.';
export const SIGN_OFF = 'Kind regards,';

export const SPOKE_THEN = 'We spoke about it when I applied, and it did not work out then.';
export const APPLIED_THEN = 'I applied for it before, and it did not work out then.';
export const TALK_AGAIN = 'If it makes sense to talk again, I would be glad to hear from you.';

export function bringNow(wasToldWhy: boolean): string {
  const learned = wasToldWhy
    ? 'a clearer picture of what the work asks for, with the reasons you gave me in mind'
    : 'a clearer picture of what the work asks for than I had the first time';
  return `I am still interested, and I would bring what you know from my application, together with ${learned}.`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export function keepToCooldown(until: Date): string {
  return `By my count the waiting time after my last application runs until ${DAY.format(until)}, and I am keeping to it.`;
}
