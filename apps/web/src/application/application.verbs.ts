/** What can be done to an application by a key, wherever it stands. */
import type { ShortcutKey } from '../look/shortcut.js';

export const KEY = { no: 'n', stage: 's', undo: 'z' } as const satisfies Record<string, ShortcutKey>;
