/** What a press of a key means to the page. */

interface Press {
  /** UI Events, `key`: a letter with Shift, or under CapsLock, is a capital. */
  key: string;
  /** The place on the keyboard, for those whose letters are others. */
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
}

export type Meaning =
  /** The next press says where to. */
  | { kind: 'go' }
  /** The letter of a room, if there is one that has it. */
  | { kind: 'room'; key: string }
  | { kind: 'no' | 'add' | 'list' | 'find' }
  | { kind: 'row'; by: 1 | -1 }
  /** Whatever in the page has it as its shortcut. */
  | { kind: 'verb'; key: string };

/** Where typing and choosing go on, and a letter is a letter. */
export const TYPED_IN = 'input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=grid]';

/** Where one looks for rows. */
export const FOUND_BY = 'input[type=search]';

const OWN: Record<string, Meaning> = {
  g: { kind: 'go' },
  n: { kind: 'no' },
  c: { kind: 'add' },
  j: { kind: 'row', by: 1 },
  k: { kind: 'row', by: -1 },
  '/': { kind: 'find' },
  '?': { kind: 'list' },
};

/** Held down, they go on; the others do something, and do it once. */
const MAY_REPEAT = new Set(['j', 'k']);

/** The one combination that is taken from the browser. */
export function opensPalette(press: Press, isApple: boolean): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat } = press;
  const isHeld = isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return isHeld && !altKey && !shiftKey && !repeat && (key.toLowerCase() === 'k' || code === 'KeyK');
}

/** `typing`: what is typed in, if anything is. */
export function meaningOf(
  press: Press,
  was: Meaning['kind'] | null,
  typing: 'words' | 'what is found' | null,
): Meaning | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (typing === 'what is found' && press.key === 'ArrowDown') return { kind: 'row', by: 1 };
  if (typing !== null && press.key !== 'Escape') return null;
  const key = pressed(press);
  if (press.repeat && !MAY_REPEAT.has(key)) return null;
  if (was === 'go') return { kind: 'room', key };
  return OWN[key] ?? { kind: 'verb', key };
}

/** CapsLock says nothing, Shift does; a Cyrillic keyboard has its T where the Latin one has. */
function pressed({ key, code, shiftKey }: Press): string {
  if (key.length > 1) return key;
  const letter = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key) && code.startsWith('Key') ? code.slice(3) : key;
  return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}
