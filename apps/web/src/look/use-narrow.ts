/** Whether there is no room for one thing beside another. */
import { useSyncExternalStore } from 'react';

const NARROW = '(width < 40rem)';

function onChange(tell: () => void): () => void {
  const narrow = matchMedia(NARROW);
  narrow.addEventListener('change', tell);
  return () => narrow.removeEventListener('change', tell);
}

export const useNarrow = (): boolean => useSyncExternalStore(onChange, () => matchMedia(NARROW).matches);
