/** The key that does what a button or a link says, told to whoever reads with the ears; it is found by it, too. */
import { useKeysOn } from './key-switch.js';

/** As the press is called (UI Events, `key`), letters in small. */
export type ShortcutKey = 'a' | 'c' | 'd' | 'e' | 'h' | 'l' | 'n' | 's' | 'z' | 'S' | 'Backspace' | 'Escape';

const SPOKEN: Partial<Record<ShortcutKey, string>> = { S: 'Shift+S', Backspace: 'Backspace', Escape: 'Escape' };

/** What to spread on it: nothing while keys are switched off, or where it has none. */
export function useShortcut() {
  const isOn = useKeysOn();
  return (key: ShortcutKey | undefined) =>
    isOn && key !== undefined ? { 'data-key': key, 'aria-keyshortcuts': SPOKEN[key] ?? key.toUpperCase() } : {};
}
