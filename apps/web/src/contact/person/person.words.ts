export const LINE = 'What was between you, and what comes';
export const NOW = 'Now';
export const NOTHING_AHEAD = 'Nothing is planned with them.';

export const DETAILS = 'What is known';
export const CHANGE = 'Change';
export const ADDRESS = 'Address';
export const NO_ADDRESS = 'None: no letter reaches them';
export const CAME_BACK = 'Mail to it came back';
export const ZONE = 'Time zone';
export const COUNTRY = 'Country';
export const NOTES = 'Notes';
export const ENTRIES = 'Entered twice?';
export const WRITING = 'Writing to them';
export const APPLICATIONS = 'Applications';
export const NO_APPLICATIONS = 'No application is with them.';

/** Of the form. */
export const FORM = {
  name: 'Name',
  email: 'Address',
  role: 'Who they are',
  companyName: 'Company, or agency',
  timezone: 'Time zone',
  country: 'Country',
  greeting: 'How a letter addresses them',
  notes: 'Notes, for yourself',
} as const;
export const ZONE_HINT = 'Letters go in their morning.';
export const COUNTRY_HINT = 'Two letters, such as UA. No letter goes on its holidays.';
export const GREETING_HINT = 'Empty: as their name allows.';
export const SAVE = 'Keep this';
export const TRY_AGAIN = 'Try again';
export const LEAVE = 'Leave it as it was';
export const ADD = 'Add them';
export const LEAVE_ADDING = 'Not now';
export const AS_LEFT = 'As you left it.';
export const OVERTAKEN =
  'Somebody changed this meanwhile. What you typed stands here; keep it once more to put it in the place of theirs.';

/** Of a word that is noted. */
export const NOTE = 'Note a word with them';
export const WHAT_WAS_SAID = 'What was said, if you want to keep it';
export const WHEN = 'When';
export const WHICH = 'What it was; one press notes it';
export const WHAT_STOPS =
  'When one of you wrote, a letter that waits stops. Any word starts the time to the next hello anew.';
export const NOTED = 'Noted.';
export const TAKEN_BACK = 'Taken back.';
export const UNDO = 'Undo';
export const LEAVE_NOTING = 'Not now';
export const TOUCHES = {
  they_wrote: 'They wrote',
  i_wrote: 'I wrote',
  call: 'We called',
  meeting: 'We met',
  note: 'A note',
} as const;
