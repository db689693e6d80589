/** The sentence that opens an application's page. */
import { day, dayAndTime, type Place } from '../time/moments.policy.js';
import type { Opening } from './application.policy.js';

const AT_STAGE = {
  saved: 'You kept this one for later.',
  applied: 'You applied.',
  screening: 'They are looking at you.',
  interview: 'You are talking with them.',
  offer: 'They made you an offer.',
  accepted: 'You said yes.',
  rejected: 'They said no.',
  withdrawn: 'You stepped back from this one.',
} as const;

export function openingSentence(opening: Opening, yours: Place): string {
  const dayOf = (at: string) => day(new Date(at), yours);
  if (opening.kind === 'interview') return `You talk with them on ${dayAndTime(new Date(opening.at), yours)}.`;
  if (opening.kind === 'at_stage') {
    const { stage, appliedAt } = opening;
    return stage === 'applied' && appliedAt !== null ? `You applied on ${dayOf(appliedAt)}.` : AT_STAGE[stage];
  }
  const no = `They said no on ${dayOf(opening.at)}.`;
  switch (opening.kind) {
    case 'no_and_letter':
      return `${no} ${opening.contactName ?? 'Somebody there'} hears from you on ${dayOf(opening.letterAt)}.`;
    case 'no_and_draft':
      return `${no} A letter to ${opening.contactName ?? 'somebody there'} waits for your yes.`;
    case 'no_and_held':
      return `${no} The letter to ${opening.contactName ?? 'somebody there'} is held.`;
    case 'no_and_reminder':
      return `${no} The next step is on ${dayOf(opening.next)}.`;
    case 'no_and_nothing':
      return `${no} Nothing more is planned.`;
  }
}
