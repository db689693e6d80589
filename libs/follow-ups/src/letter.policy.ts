/** A letter to a contact, in the five moves: thanks, regret, still looking, one question, stay in touch. */
import type { LetterKind, ReasonCategory, RejectableStage } from '@app/contracts';
import { callName } from './greeting.policy.js';
import * as words from './letter-templates.js';

export interface LetterFacts {
  kind: LetterKind;
  candidate: { name: string | null };
  contact: { name: string };
  companyName: string;
  vacancy: { title: string; location: string | null; url: string | null };
  rejection: {
    stage: RejectableStage;
    reason: { category: ReasonCategory | null; words: string | null };
    /** Of the mail that brought the rejection. */
    subject: string | null;
  } | null;
  reopened: { cooldownUntil: Date | null } | null;
}

export interface Rendered {
  subject: string;
  text: string;
}

export function renderLetter(facts: LetterFacts): Rendered {
  const { contact, candidate, vacancy } = facts;
  const paragraphs = [
    `Hello ${callName(contact.name)},`,
    ...BODIES[facts.kind](facts),
    ...(vacancy.url === null ? [] : [`The posting, for reference: ${vacancy.url}`]),
    words.SIGN_OFF,
    ...(candidate.name === null ? [] : [candidate.name]),
  ];
  return { subject: subjectOf(facts), text: paragraphs.join('\n\n') };
}

const BODIES: Record<LetterKind, (facts: LetterFacts) => string[]> = {
  feedback_request: (facts) => [
    `Thank you for letting me know about my application for ${position(facts)}, and for the time you gave it.`,
    words.REGRET,
    words.STILL_LOOKING,
    `May I ask one thing: ${words.QUESTION[facts.rejection?.stage ?? 'screening'](role(facts))} ${words.NO_HURRY}`,
    words.STAY_IN_TOUCH,
  ],
  thank_you: (facts) => [
    `Thank you for letting me know about my application for ${position(facts)}, and for telling me the reasons.`,
    words.REASON_THANKS[facts.rejection?.reason.category ?? 'unknown'],
    words.REGRET,
    words.STILL_LOOKING,
    words.STAY_IN_TOUCH,
  ],
  reopened_outreach: (facts) => [
    `I noticed that ${position(facts)} is open again. ${earlier(facts)}`,
    words.bringNow(wasToldWhy(facts)),
    ...(facts.reopened?.cooldownUntil ? [words.keepToCooldown(facts.reopened.cooldownUntil)] : []),
    words.TALK_AGAIN,
  ],
};

const SUBJECTS: Record<LetterKind, (role: string) => string> = {
  feedback_request: (role) => `Thank you, and one question about ${role}`,
  thank_you: (role) => `Thank you for your words about ${role}`,
  reopened_outreach: (role) => `About ${role}, which is open again`,
};

function subjectOf(facts: LetterFacts): string {
  const thread = (facts.rejection?.subject ?? '').replace(/^(?:\s*re\s*:)+\s*/iu, '');
  return thread.trim() === '' ? SUBJECTS[facts.kind](role(facts)) : `Re: ${thread}`;
}

function role({ vacancy }: LetterFacts): string {
  return `the ${vacancy.title} role`;
}

function position(facts: LetterFacts): string {
  const { location } = facts.vacancy;
  return `${role(facts)}${location === null ? '' : ` (${location})`} at ${facts.companyName}`;
}

function earlier({ rejection }: LetterFacts): string {
  const wasMet = rejection?.stage === 'interview' || rejection?.stage === 'offer';
  return wasMet ? words.SPOKE_THEN : words.APPLIED_THEN;
}

function wasToldWhy({ rejection }: LetterFacts): boolean {
  const reason = rejection?.reason;
  return Boolean(reason?.words?.trim()) || (reason?.category ?? 'unknown') !== 'unknown';
}
