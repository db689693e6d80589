import { useEffect } from 'react';
import { isKeyOn } from './key-switch.js';
import { BUSY, isForThePage } from './press-of-key.policy.js';
import { KEY } from './rejection.words.js';

export function useNoKey(open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isBusy = event.target instanceof Element && event.target.closest(BUSY) !== null;
      if (event.defaultPrevented || !isKeyOn() || !isForThePage(event, KEY, isBusy)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [open]);
}
