/** One menu for all cards, fetched when it is first wanted. */
import { useCallback, useEffect, useState } from 'react';
import type { Application } from '../../api/shapes.js';

type Menu = typeof import('./stage-menu.js').StageMenu;

interface Subject {
  application: Application;
  button: HTMLElement;
}

/** `onLost`: it cannot be fetched. */
export function useStageMenu(onLost: () => void) {
  const [Menu, setMenu] = useState<Menu | null>(null);
  const [subject, setSubject] = useState<Subject | null>(null);
  useEffect(() => {
    if (subject === null || Menu !== null) return;
    import('./stage-menu.js').then(
      ({ StageMenu }) => setMenu(() => StageMenu),
      () => {
        setSubject(null);
        onLost();
      },
    );
  });
  const open = useCallback((application: Application, button: HTMLElement) => setSubject({ application, button }), []);
  return { Menu, subject, open, close: () => setSubject(null) };
}
