/** The zone that was not wanted in this browser: it is not offered again. */
const KEY = 'refused-zone';

export function refusedZone(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function refuseZone(timezone: string): void {
  try {
    localStorage.setItem(KEY, timezone);
  } catch {
    // Then it is offered with the next page.
  }
}
