/** Whether single keys do something in this browser (WCAG 2.2, 2.1.4). */
import { useSyncExternalStore } from 'react';

/** As browsers have kept it since there was one key. */
const NAME = 'no key';
const SWITCHED = 'keys-switched';

export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(NAME) === null;
  } catch {
    return false;
  }
}

export function switchKeys(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, '1');
  } catch {
    // Then there are none.
  }
  window.dispatchEvent(new Event(SWITCHED));
}

function onSwitched(tell: () => void): () => void {
  window.addEventListener(SWITCHED, tell);
  return () => window.removeEventListener(SWITCHED, tell);
}

export const useKeysOn = (): boolean => useSyncExternalStore(onSwitched, areKeysOn);
