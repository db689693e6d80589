/** What a changed cadence does to what waits: the next letter by name and moment, the rest by number. */
import type { Audience, ShownState } from '@app/contracts/words';
import { number } from '../../look/number.words.js';
import { dayAndTime, type Place } from '../../time/moments.policy.js';

export const EFFECT = 'What this changes';
export const NOTHING_MOVES = 'Nothing that waits now moves. It holds for what comes.';
export const AT_SENDING = 'Nothing that waits moves: this is asked when a letter goes.';
export const NOT_TOLD = 'What it would change could not be told.';

interface Step {
  audience: Audience;
  state: ShownState;
  dueAt: string;
  contact: { name: string; timezone: string | null } | null;
}
interface Moved extends Step {
  was: string;
}
interface Foretold {
  starts: readonly Step[];
  stops: readonly Step[];
  moves: readonly Moved[];
}

/** The nearest letter first; else what comes next for oneself. */
function firstOf<T extends Step>(steps: readonly T[], at: (step: T) => string): T | undefined {
  const inOrder = steps.toSorted((a, b) => Date.parse(at(a)) - Date.parse(at(b)));
  return inOrder.find(({ audience }) => audience === 'contact') ?? inOrder[0];
}

export function effectOf({ starts, stops, moves }: Foretold, yours: Place): string[] {
  const coming = starts.filter(({ state }) => state !== 'skipped');
  const [moved, stopped, started] = [
    firstOf(moves, ({ was }) => was),
    firstOf(stops, ({ dueAt }) => dueAt),
    firstOf(coming, ({ dueAt }) => dueAt),
  ];
  return [
    ...(moved ? [moveOf(moved, yours), ...rest(moves.length - 1, 'changes', 'change')] : []),
    ...(stopped ? [`${nameOf(stopped)} would not come.`, ...rest(stops.length - 1, 'stops', 'stop')] : []),
    ...(started
      ? [`${nameOf(started)} would come ${moment(started.dueAt, yours)}.`, ...rest(coming.length - 1, 'comes', 'come')]
      : []),
  ];
}

function moveOf(step: Moved, yours: Place): string {
  const name = nameOf(step);
  if (step.state === 'held') return `${name} would be held.`;
  const isMoved = step.was !== step.dueAt;
  if (step.state === 'draft' && !isMoved) return `${name} would wait for your yes.`;
  if (!isMoved) return `${name} would go on.`;
  const theirs = step.audience === 'contact' ? step.contact?.timezone : null;
  const there = { ...yours, timezone: theirs ?? yours.timezone };
  const where = theirs !== null && theirs !== undefined && theirs !== yours.timezone ? ', on their clock,' : '';
  const verb = step.audience === 'contact' ? 'go' : 'come';
  const yes = step.state === 'draft' ? ', once you say yes,' : '';
  return `${name} would${yes} ${verb} ${moment(step.dueAt, there)}${where} instead of ${moment(step.was, there)}.`;
}

function nameOf({ audience, contact }: Step): string {
  if (audience === 'candidate')
    return contact === null ? 'Your next reminder' : `Your next reminder, of ${contact.name},`;
  return contact === null ? 'Your next letter' : `Your next letter, to ${contact.name},`;
}

const moment = (at: string, place: Place) => dayAndTime(new Date(at), place);
const rest = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? `One more ${one}.` : `${capital(number(count))} more ${many}.`];
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
