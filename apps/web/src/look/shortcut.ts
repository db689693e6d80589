/** The key that does what a button or a link says, told to whoever reads with the ears; it is found by it, too. */
import { useKeysOn } from './key-switch.js';

/** As the press is called (UI Events, `key`), letters in small. */
export type ShortcutKey =
  'a' | 'c' | 'd' | 'e' | 'h' | 'l' | 'n' | 's' | 't' | 'x' | 'z' | 'S' | 'Backspace' | 'Escape';

const SPOKEN: Partial<Record<ShortcutKey, string>> = { S: 'Shift+S', Backspace: 'Backspace', Escape: 'Escape' };

/** What to spread on it: no key while they are switched off; a verb it stays. */
export function useShortcut() {
  const isOn = useKeysOn();
  return (key: ShortcutKey | undefined) =>
    key === undefined
      ? {}
      : {
          'data-verb': key,
          ...(isOn && { 'data-key': key, 'aria-keyshortcuts': SPOKEN[key] ?? key.toUpperCase() }),
        };
}
