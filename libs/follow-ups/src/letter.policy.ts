/** A letter to a contact, in the five moves: thanks, regret, still looking, one question, stay in touch. */
import {
  type ContactRole,
  type LetterKind,
  namesReason,
  type ReasonCategory,
  type RejectableStage,
} from '@app/contracts';
import { hello } from './greeting.policy.js';
import * as words from './letter-templates.js';
import { positionName, roleName } from './role-name.policy.js';
import { replySubject } from './subject.policy.js';

/** Whom a letter or a reminder speaks of. */
export interface PersonFacts {
  name: string;
  /** ISO 3166-1. */
  country: string | null;
  /** How they are addressed; null: as the name allows. */
  greeting: string | null;
  role: ContactRole | null;
  /** Their own, which for an agency's recruiter is not that of the vacancy. */
  companyName: string | null;
}

export interface LetterFacts {
  kind: LetterKind;
  candidate: { name: string | null };
  contact: PersonFacts;
  /** The rejection was with this very contact: they sent it, and its thread is theirs. */
  wasTold: boolean;
  /** For work, at the moment. */
  looking: boolean;
  companyName: string;
  vacancy: { title: string; location: string | null; url: string | null };
  rejection: {
    stage: RejectableStage;
    reason: { category: ReasonCategory | null; words: string | null };
    /** Of the mail that brought the rejection. */
    subject: string | null;
  } | null;
  /** `asTitle`: what it is advertised as now, where that is another title. */
  reopened: { cooldownUntil: Date | null; asTitle?: string | null } | null;
}

export interface Rendered {
  subject: string;
  text: string;
}

export function renderLetter(facts: LetterFacts): Rendered {
  const { contact, candidate, vacancy } = facts;
  const paragraphs = [
    hello(contact.name, { ...contact, companyName: contact.companyName ?? facts.companyName }),
    ...BODIES[facts.kind](facts),
    ...(vacancy.url === null ? [] : [`The posting, for reference: ${vacancy.url}`]),
    words.SIGN_OFF,
    ...(candidate.name ? [candidate.name] : []),
  ];
  return { subject: subjectOf(facts), text: paragraphs.join('\n\n') };
}

const BODIES: Record<LetterKind, (facts: LetterFacts) => string[]> = {
  feedback_request: (facts) => [
    opening(facts, words.FOR_TIME),
    words.REGRET,
    ...(facts.looking ? [words.STILL_LOOKING] : []),
    question(facts),
    words.stayInTouch(facts.looking),
  ],
  thank_you: (facts) => [
    opening(facts, saidWhy(facts) ? words.FOR_REASONS : said(facts) ? words.FOR_WORDS : words.FOR_TIME),
    ...reasonThanks(facts),
    words.REGRET,
    ...(facts.looking ? [words.STILL_LOOKING] : []),
    words.stayInTouch(facts.looking),
  ],
  reopened_outreach: (facts) => [
    `I noticed that ${positionName(vacant(facts))} is open again${words.nowAs(facts.reopened?.asTitle ?? null)}. ${words.EARLIER[facts.rejection?.stage ?? 'applied']}`,
    words.bringNow(learnedFrom(facts)),
    ...(facts.reopened?.cooldownUntil ? [words.keepToCooldown(facts.reopened.cooldownUntil)] : []),
    words.TALK_AGAIN,
  ],
};

function subjectOf(facts: LetterFacts): string {
  const thread = facts.wasTold ? replySubject(facts.rejection?.subject ?? null) : null;
  if (thread !== null) return thread;
  const isAnswer = facts.wasTold && (facts.kind !== 'thank_you' || saidWhy(facts) || said(facts));
  return (isAnswer ? words.SUBJECTS : words.SUBJECTS_UNTOLD)[facts.kind](roleName(vacant(facts)));
}

function opening(facts: LetterFacts, thanks: words.Thanks): string {
  const position = positionName(vacant(facts));
  return facts.wasTold ? words.thanksForTelling(position, thanks) : words.learnedOtherwise(position, thanks);
}

function question(facts: LetterFacts): string {
  const { rejection, wasTold, contact } = facts;
  const isTheirs = wasTold && contact.role !== 'agency_recruiter';
  const asked = (isTheirs ? words.QUESTION : words.QUESTION_TO_OTHERS)[rejection?.stage ?? 'screening'];
  const isOther = rejection?.reason.category === 'other_candidate';
  return [
    ...(isOther ? [words.OTHER_CANDIDATE] : []),
    `${words.mayIAsk(said(facts), wasTold)} ${asked(roleName(vacant(facts)))}`,
    words.NO_HURRY,
  ].join(' ');
}

function reasonThanks(facts: LetterFacts): string[] {
  const category = facts.rejection?.reason.category ?? 'unknown';
  if (category === 'unknown' && !said(facts)) return [];
  return [words.REASON_THANKS[category](facts.wasTold ? 'What you say' : 'What I was told')];
}

function learnedFrom(facts: LetterFacts): words.Learned {
  if (!saidWhy(facts) || facts.rejection?.reason.category === 'position_closed') return 'time';
  return facts.wasTold ? 'their_reasons' : 'reasons';
}

const saidWhy = ({ rejection }: LetterFacts): boolean => namesReason(rejection?.reason.category ?? null);

function said({ rejection }: LetterFacts): boolean {
  return Boolean(rejection?.reason.words?.trim());
}

function vacant({ vacancy, companyName }: LetterFacts) {
  return { ...vacancy, companyName };
}
