/** What can be done where one is: the verbs of the row that has the focus, then those of the page. */
import { areKeysOn } from '../../look/key-switch.js';
import { isOfRow, rowWithFocus, verbsIn } from '../keys/rows.js';

export interface Verb {
  id: string;
  word: string;
  /** Its key, whether keys are on or not. */
  verb: string;
  press: readonly string[];
  control: HTMLElement;
}

/** Where keys are switched off, none is shown. */
export const pressOf = (...keys: string[]): readonly string[] => (areKeysOn() ? keys : []);

/** To leave something is no deed. */
const LEAVES = 'Escape';

export function verbsHere(page: HTMLElement): Verb[] {
  const row = rowWithFocus();
  const controls = verbsIn(page).filter((control) => control.dataset.verb !== LEAVES && isOfRow(control, row));
  return controls.map((control, index) => ({
    id: `verb ${index}`,
    word: (control.ariaLabel ?? control.textContent).trim(),
    verb: control.dataset.verb!,
    press: pressOf(...(control.getAttribute('aria-keyshortcuts')?.split('+') ?? [])),
    control,
  }));
}
