import type { Weekday } from '@app/contracts/words';

export const OPENING = 'Who the letters are from.';
export const OPENING_LETTERS = 'When letters may go, and who says so.';
export const OPENING_ACCESS = 'Who is let in.';
export const SEARCH = 'Your search';
export const LOOKING = 'You are looking. Letters go as planned.';
export const NOT_LOOKING =
  'You are not looking. Letters are planned and wait; they go on, where it is not too late, once you look again.';
export const REST = 'I am not looking now';
export const LOOK_AGAIN = 'I am looking again';
export const WHO = 'Who you are';
export const NAME = 'Your name';
export const NAME_HINT = 'Letters are signed with it.';
export const ADDRESS = 'Your e-mail address';
export const ADDRESS_HINT = 'Letters are from this address, and reminders come to it.';
export const APPROVAL = 'Before a letter goes';
export const REVIEW = 'It waits for my yes';
export const REVIEW_HINT = 'Each letter is a draft until you have read it.';
export const AUTO = 'It goes by itself, in the recruiter’s morning';
export const AUTO_HINT = 'You see it coming, and can change, hold or stop it until then.';
export const LETTERS = 'Letters';
export const TIMES = 'When a letter may arrive';
export const DAYS = 'Days';
export const EARLIEST = 'Not before';
export const LATEST = 'And before';
export const HOURS_HINT = 'On their clock.';
export const HOLIDAYS = 'Not on their holidays';
export const ZONE = 'Your time zone';
export const ZONE_HINT = 'Times on these pages are on this clock.';
export const SAVE = 'Keep';
export const SAVED = 'Kept.';
export const AS_LEFT = 'As you left it.';
export const AS_KEPT = 'Back to what is kept';
export const DAY: Record<Weekday, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

export const KEYS = 'Keyboard';
export const KEYS_WORK = 'Shortcuts of one letter';
export const KEYS_ON = 'They work in this browser, unless you are typing.';
export const KEYS_OFF = 'They are off in this browser.';
export const ALL_KEYS = 'Which ones';

export const BROWSERS = 'Where you are signed in';
export const THIS_BROWSER = 'This browser';
export const SIGN_OUT = 'Sign out';
export const SIGN_IT_OUT = 'Sign it out';
/** Each begins with what is seen. */
export const signOutOf = (browser: string) => `${SIGN_IT_OUT}: ${browser}`;
export const saveOf = (heading: string) => `${SAVE}: ${heading}`;
export const SINCE = 'Since';
export const LAST_USED = 'last used';
