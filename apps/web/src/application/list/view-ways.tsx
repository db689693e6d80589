/** The same applications as a list, or as a board. */
import { useEffect, useRef } from 'react';
import { AS, VIEW } from './list.words.js';
import { Ways } from './ways.js';

/** Each of the two is a screen of its own: the way that was pressed goes with the one, and its like in the other has the focus. */
let isPressed = false;

export function ViewWays({ view }: { view: 'list' | 'board' }) {
  const taken = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isPressed) taken.current?.focus({ preventScroll: true });
    isPressed = false;
    // Whoever went elsewhere before the other had come is not to be led to it later.
    return () => queueMicrotask(() => void (isPressed = false));
  }, []);
  return (
    <Ways
      label={VIEW}
      taken={taken}
      onPress={() => {
        isPressed = true;
      }}
      ways={[
        { word: AS.list, asks: { view: undefined }, isTaken: view === 'list' },
        { word: AS.board, asks: { view: 'board' }, isTaken: view === 'board' },
      ]}
    />
  );
}
