export const TITLE = 'Keyboard';
export const CLOSE = 'Close';
export const ON = 'A letter does what it stands for, unless you are typing.';
export const OFF = 'In this browser they are switched off.';
export const TURN_OFF = 'Switch them off';
export const TURN_ON = 'Switch them on';
/** The link to it, and what it says where there is no room for more. */
export const TO_KEYS = 'Keyboard';

interface Group {
  heading: string;
  /** A press after a press has two. */
  keys: readonly { press: readonly string[]; does: string }[];
}

export const GROUPS: readonly Group[] = [
  {
    heading: 'Everywhere',
    keys: [
      { press: ['N'], does: 'Record a no' },
      { press: ['C'], does: 'Add an application' },
      { press: ['G', 'T'], does: 'To Today' },
      { press: ['G', 'A'], does: 'To the applications' },
      { press: ['G', 'M'], does: 'To captured mail' },
      { press: ['G', 'S'], does: 'To the settings' },
      { press: ['/'], does: 'Find an application' },
      { press: ['?'], does: 'These keys' },
    ],
  },
  {
    heading: 'A letter or a reminder',
    keys: [
      { press: ['A'], does: 'Approve' },
      { press: ['H'], does: 'Hold, or resume' },
      { press: ['L'], does: 'Another day' },
      { press: ['E'], does: 'Edit' },
      { press: ['D'], does: 'Done' },
      { press: ['Shift', 'S'], does: 'Send now; it asks first' },
      { press: ['Backspace'], does: 'Do not send, or not needed' },
      { press: ['Z'], does: 'Undo' },
    ],
  },
  {
    heading: 'In a list, a plan, a day',
    keys: [
      { press: ['J'], does: 'The next one' },
      { press: ['K'], does: 'The one before' },
      { press: ['Enter'], does: 'Open it' },
      { press: ['Esc'], does: 'Leave it' },
    ],
  },
  {
    heading: 'An application',
    keys: [{ press: ['S'], does: 'Other steps' }],
  },
];
