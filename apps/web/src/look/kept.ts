/** What is typed, for as long as this tab is open: a lost connection or an ended session takes none of it. */
import { useState } from 'react';

const MARK = 'kept ';

/** What was left under that name. */
export function kept<T>(name: string): T | null {
  try {
    const text = sessionStorage.getItem(MARK + name);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    // Then nothing is kept.
    return null;
  }
}

function write(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(MARK + name);
    else sessionStorage.setItem(MARK + name, JSON.stringify(value));
  } catch {
    // Then it stands in the form alone.
  }
}

/** Whoever signs in next in this tab may be somebody else. */
export function forgetAll(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(MARK)) sessionStorage.removeItem(name);
  } catch {
    // Then nothing was kept.
  }
}

/** `hasWords`: somebody would miss it. */
export function useKept<T>(name: string, untouched: () => T, hasWords: (value: T) => boolean) {
  const [{ value, isAsLeft }, set] = useState(() => {
    const left = kept<T>(name);
    return left === null ? { value: untouched(), isAsLeft: false } : { value: left, isAsLeft: hasWords(left) };
  });
  return {
    value,
    /** Nothing was typed since somebody came back to it. */
    isAsLeft,
    keep: (changed: T) => {
      write(name, changed);
      set({ value: changed, isAsLeft: false });
    },
    /** It has arrived where it was meant to. */
    forget: () => {
      write(name, null);
      set((now) => ({ ...now, isAsLeft: false }));
    },
    empty: () => {
      write(name, null);
      set({ value: untouched(), isAsLeft: false });
    },
  };
}
