export const TITLE = 'Keyboard';
export const CLOSE = 'Close';
export const ON = 'A letter does what it stands for, unless you are typing.';
export const OFF = 'In this browser single letters are switched off.';
/** The key that is held for what stays on. */
export const COMMAND = { apple: '⌘', other: 'Ctrl' } as const;
export const TURN_OFF = 'Switch them off';
export const TURN_ON = 'Switch them on';
/** The link to it, and what it says where there is no room for more. */
export const TO_KEYS = 'Keyboard';

interface Group {
  heading: string;
  /** A press after a press has two. */
  keys: readonly { press: readonly string[]; does: string }[];
}

/** `command`: the key that is held; `rooms`: each with its letter, and how the way there is said. */
export const groupsOf = (command: string, rooms: readonly { key: string; way: string }[]): readonly Group[] => [
  {
    heading: 'Everywhere',
    keys: [
      { press: ['N'], does: 'Record a no' },
      { press: ['C'], does: 'Add an application' },
      ...rooms.map(({ key, way }) => ({ press: ['G', key.toUpperCase()], does: way })),
      { press: [command, 'K'], does: 'Go, find or do anything; also while you type' },
      { press: ['/'], does: 'Find in this list; where there is none, anything' },
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
      { press: ['Down'], does: 'From where one finds: the first of them' },
      { press: ['K'], does: 'The one before' },
      { press: ['Enter'], does: 'Open it' },
      { press: ['Esc'], does: 'Leave it' },
      { press: ['X'], does: 'Mark it, in the plan' },
    ],
  },
  {
    heading: 'A person',
    keys: [{ press: ['T'], does: 'Note a word with them' }],
  },
  {
    heading: 'An application',
    keys: [{ press: ['S'], does: 'Its stage: other steps' }],
  },
];
