import { number } from '../look/number.words.js';

export const HEADING = 'Import';
export const OPENING = 'A file of what you applied for becomes applications here.';
export const HOW =
  'LinkedIn gives you one: Settings, Data privacy, Get a copy of your data, “Job Applications.csv”. You see what would be recorded before anything is.';
export const CHOOSE = 'Choose a file';
export const OR_DROP = 'or drop it here';
export const READING = 'Reading it…';
export const ANOTHER = 'Another file';
export const WOULD_BE = 'What would be recorded';
export const COMPANY = 'Company';
export const JOB = 'Job';
export const APPLIED = 'Applied on';
export const STANDS = 'Here';
export const IS_THERE = 'There already';
export const IS_NEW = 'New';
export const PROBLEMS = 'What cannot be read';
export const ROW = 'Row';
export const WHY = 'Why';
export const FORMER = 'Former imports';
export const STOP = 'Stop';
export const UNDO = 'Take it back';
export const TO_THEM = 'To the applications';
export const PROGRESS = 'How far it is';

const applications = (count: number) => (count === 1 ? '1 application' : `${count.toLocaleString('en')} applications`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const record = (count: number) => `Record ${applications(count)}`;
export const NOTHING_NEW = 'Everything in this file is here already. There is nothing to record.';
export const NOTHING_READ = 'Nothing in this file could be read as an application.';

interface Judged {
  created: number;
  unchanged: number;
  problemCount: number;
}

interface Told extends Judged {
  state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed' | 'undoing' | 'undone';
  applications: number | null;
  done: number;
  removed: number;
  kept: number | null;
  why: { detail: string } | null;
}

/** One sentence over the table. */
export function judged({ created, unchanged, problemCount }: Judged, name: string): string {
  const parts = [
    created === 0 ? null : `${applications(created)} would be recorded`,
    unchanged === 0 ? null : `${number(unchanged)} ${unchanged === 1 ? 'is' : 'are'} there already`,
    problemCount === 0
      ? null
      : `${number(problemCount)} cannot be read and ${problemCount === 1 ? 'is' : 'are'} left out`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? `${name}: ${NOTHING_READ}` : `${name}: ${parts.join(', ')}.`;
}

export const andMore = (count: number) => `And ${count.toLocaleString('en')} more.`;

export const done = ({ done: position, applications: all }: Pick<Told, 'done' | 'applications'>): string =>
  all === null ? 'It waits for its turn.' : `${position.toLocaleString('en')} of ${applications(all)} so far.`;

/** What became of one. */
export function outcome(one: Told): string {
  const { state, created, unchanged, problemCount, removed, kept, why } = one;
  const made = `${capital(number(created))} ${created === 1 ? 'was' : 'were'} recorded`;
  const rest = [
    unchanged === 0 ? null : `${number(unchanged)} ${unchanged === 1 ? 'was' : 'were'} there already`,
    problemCount === 0 ? null : `${number(problemCount)} could not be read`,
  ].filter((part) => part !== null);
  const all = `${[made, ...rest].join(', ')}.`;
  switch (state) {
    case 'waiting':
    case 'running':
      return done(one);
    case 'done':
      return created + unchanged + problemCount === 0 ? NOTHING_READ : all;
    case 'stopped':
      return `You stopped it. ${all}`;
    case 'failed':
      return why?.detail ?? all;
    case 'undoing':
      return `It is being taken back: ${number(removed)} of ${number(created)} so far.`;
    case 'undone':
      return takenBack(removed, kept ?? 0);
  }
}

function takenBack(removed: number, kept: number): string {
  const gone = `You took it back: ${number(removed)} ${removed === 1 ? 'is' : 'are'} removed. For 30 days they can be brought back, in the settings.`;
  if (kept === 0) return gone;
  return `${gone} ${capital(number(kept))} ${kept === 1 ? 'stays, as you have worked with it' : 'stay, as you have worked with them'} since.`;
}

export const stopOf = (day: string) => `${STOP}: the import of ${day}`;
export const undoOf = (day: string) => `${UNDO}: the import of ${day}`;
