/** The rooms, in their order: the one list of the rail, of the letters after *G*, of the list of keys and of the palette. */
import { paths } from '../paths.js';
import { ROOM_WORDS } from './frame.words.js';

/** `key`: the letter after *G*. `isNear`: in the bar of a phone, which has room for a few; the others are behind *More*. */
export const ROOMS = [
  { to: paths.today(), key: 't', isNear: true, ...ROOM_WORDS.today },
  { to: paths.applications(), key: 'a', isNear: true, ...ROOM_WORDS.applications },
  { to: paths.people(), key: 'p', isNear: true, ...ROOM_WORDS.people },
  { to: paths.plan(), key: 'l', isNear: false, ...ROOM_WORDS.plan },
  { to: paths.radar(), key: 'r', isNear: false, ...ROOM_WORDS.radar },
  { to: paths.lookBack(), key: 'b', isNear: false, ...ROOM_WORDS.lookBack },
  { to: paths.capturedMail(), key: 'm', isNear: false, ...ROOM_WORDS.capturedMail },
  { to: paths.settings(), key: 's', isNear: false, ...ROOM_WORDS.settings },
] as const;
export type Room = (typeof ROOMS)[number];

/** Where mail really leaves there is none to be looked at. */
export const roomsWhere = ({ captured }: { captured: boolean }): Room[] =>
  ROOMS.filter(({ to }) => captured || to !== paths.capturedMail());
