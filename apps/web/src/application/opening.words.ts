/** The sentence that opens an application's page. */
import { day, dayAndTime, type Place } from '../time/moments.policy.js';
import type { Opening } from './application.policy.js';

const AT_STAGE = {
  saved: 'You kept this one for later.',
  applied: 'You applied.',
  screening: 'They are looking at your application.',
  interview: 'You are talking with them.',
  offer: 'They made you an offer.',
  accepted: 'You said yes.',
  rejected: 'They said no.',
  withdrawn: 'You withdrew from this one.',
} as const;

/** A letter goes by the clock of whom it is to. */
export function openingSentence(opening: Opening, yours: Place): string {
  const dayOf = (at: string, place = yours) => day(new Date(at), place);
  switch (opening.kind) {
    case 'interview':
      return `You talk with them on ${dayAndTime(new Date(opening.at), yours)}.`;
    case 'at_stage': {
      const { stage, appliedAt } = opening;
      return stage === 'applied' && appliedAt !== null ? `You applied on ${dayOf(appliedAt)}.` : AT_STAGE[stage];
    }
    case 'no_and_letter': {
      const theirs = { ...yours, timezone: opening.to.timezone ?? yours.timezone };
      return `They said no on ${dayOf(opening.at)}. ${LETTER[opening.letter](opening.to.name, dayOf(opening.letterAt, theirs))}`;
    }
    case 'no_and_reminder':
      return `They said no on ${dayOf(opening.at)}. The next step is on ${dayOf(opening.next)}.`;
    case 'no_and_nothing':
      return `They said no on ${dayOf(opening.at)}. Nothing more is planned.`;
  }
}

const LETTER = {
  draft: (name: string | null) => `A letter to ${name ?? 'somebody there'} waits for your yes.`,
  held: (name: string | null) => `The letter to ${name ?? 'somebody there'} is held.`,
  waiting: (name: string | null, on: string) => `${name ?? 'Somebody there'} hears from you on ${on}.`,
  on_its_way: (name: string | null) => `A letter to ${name ?? 'somebody there'} is on its way.`,
  unsure: (name: string | null) => `A letter to ${name ?? 'somebody there'} may have gone; nobody can tell from here.`,
} as const;
