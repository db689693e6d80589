/** Whether a single key opens *They said no* in this browser (WCAG 2.2, 2.1.4). */
const NAME = 'no key';
const SWITCHED = 'key-switched';

export function isKeyOn(): boolean {
  try {
    return localStorage.getItem(NAME) === null;
  } catch {
    return false;
  }
}

export function switchKey(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, '1');
  } catch {
    // Then there is no key.
  }
  window.dispatchEvent(new Event(SWITCHED));
}

export function onKeySwitched(tell: () => void): () => void {
  window.addEventListener(SWITCHED, tell);
  return () => window.removeEventListener(SWITCHED, tell);
}
