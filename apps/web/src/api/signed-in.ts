/** Whether this browser has signed in before: who never did goes to the door without asking first. The cookie itself no script sees. */
const KEY = 'signed-in';

/** A browser that keeps nothing asks each time. */
export function hasSignedIn(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

export function rememberSignedIn(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // Then it is asked each time.
  }
}
