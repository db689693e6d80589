import type { Fields } from './draft.policy.js';

/** What every part of a look back is given. */
export interface Writing {
  fields: Fields;
  /** `isPressed`: it goes at once, as nobody types on. */
  change(what: Partial<Fields>, isPressed?: boolean): void;
  problemAt(pointer: string): string | undefined;
}
