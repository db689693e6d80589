/** What was typed, for as long as this tab is open: a lost connection or an ended session takes none of it. */
import { newKey } from '../api/new-key.js';
import { hasWords, type Typed, untouched } from './no.policy.js';

interface Kept {
  typed: Typed;
  /** Of the intent: the same words pressed twice have one effect. */
  key: string;
}

const nameOf = (application: string) => `they-said-no ${application}`;

/** A browser that keeps nothing starts anew. */
export function kept(application: string): Kept & { isAsLeft: boolean } {
  try {
    const text = sessionStorage.getItem(nameOf(application));
    if (text !== null) {
      const left = JSON.parse(text) as Kept;
      return { ...left, isAsLeft: hasWords(left.typed) };
    }
  } catch {
    // Then nothing is kept.
  }
  return { typed: untouched(application), key: newKey(), isAsLeft: false };
}

export function keep(application: string, what: Kept | null): void {
  try {
    if (what === null) sessionStorage.removeItem(nameOf(application));
    else sessionStorage.setItem(nameOf(application), JSON.stringify(what));
  } catch {
    // Then it stands in the form alone.
  }
}
