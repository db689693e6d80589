import { number } from '../../look/number.words.js';
import { EVENT, type EventType } from './event-types.words.js';

export const NONE = 'No other program hears what happens here.';
export const NONE_WAY_ON = 'An endpoint is an address of yours that gets a signed message for each event.';
export const opening = (count: number) =>
  count === 1 ? 'One endpoint hears what happens here.' : `${capital(number(count))} endpoints hear what happens here.`;
export const ADD = 'Add an endpoint';
export const ALL_ENDPOINTS = 'All endpoints';
export const URL = 'Its address';
export const URL_HINT = 'http or https, reachable from here.';
export const DESCRIPTION = 'What it is';
export const DESCRIPTION_HINT = 'For you; it may stay empty.';
export const HEARS = 'What it hears of';
export const EVERYTHING = 'Everything that happens';
export const EVERYTHING_HINT = 'Also what a later version adds.';
export const SOME = 'Only what I choose';
export const NONE_CHOSEN = 'Choose at least one, or everything.';
export const MAKE = 'Add it';
export const LEAVE = 'Leave it';
export const CHANGE = 'Change it';
export const KEEP = 'Keep';
export const KEPT = 'Kept.';
export const heard = (types: readonly string[]): string => {
  if (types.length === 0) return 'Hears everything';
  const [first, ...rest] = types.map((type) => EVENT[type as EventType] ?? type);
  return rest.length === 0 ? `Hears: ${first}` : `Hears: ${first}, and ${number(rest.length)} more`;
};
export const OFF = 'Off';
export const SINCE = 'Since';
export const STATE = 'State';
export const IS_ON = 'On';
export const isOff = (why: string | null) => (why === null ? OFF : `${OFF}: ${why}`);
export const TEST = 'Send a test';
export const TESTED = 'A test is on its way; it stands below.';
export const SWITCH_OFF = 'Switch off';
export const SWITCH_ON = 'Switch on';
export const NEW_SECRET = 'New secret';
export const NEW_SECRET_ASK =
  'It gets another secret. For a day messages are signed with both, so that your program can change over.';
export const REMOVE = 'Remove it';
export const REMOVE_ASK = 'The endpoint and its deliveries go, and cannot be brought back.';
export const SECRET = 'Its secret';
export const SECRET_ONCE = 'It is shown this once. Your program needs it to know that a message is from here.';
export const COPY = 'Copy';
export const COPIED = 'Copied.';
export const NOT_COPIED = 'This browser does not copy here; select it by hand.';
export const HAVE_IT = 'I have kept it';
export const formerUntil = 'The former secret holds until';
export const DELIVERIES = 'Deliveries';
export const NO_DELIVERIES = 'Nothing was sent to it yet.';
export const MORE = 'Show more';

type State = 'waiting' | 'sending' | 'delivered' | 'failed';
export const DELIVERY_STATE: Record<State, string> = {
  waiting: 'Waits',
  sending: 'Being sent',
  delivered: 'Arrived',
  failed: 'Given up',
};
export const NEXT_TRY = 'Next try';
export const attempts = (count: number) => (count === 1 ? 'one try' : `${number(count)} tries`);
/** What the receiver came to, as a sentence. */
export function lastAnswer({
  state,
  lastStatus,
  lastWhy,
}: {
  state: State;
  lastStatus: number | null;
  lastWhy: string | null;
}) {
  if (lastWhy !== null) return `${capital(lastWhy.replace(/\.$/, ''))}.`;
  if (state === 'delivered' && lastStatus !== null) return `Answered ${lastStatus}.`;
  return null;
}
export const eventName = (type: string) => EVENT[type as EventType] ?? type;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
