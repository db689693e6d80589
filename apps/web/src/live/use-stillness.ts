import { type FocusEvent, useRef, useState } from 'react';
import { still } from './stillness.policy.js';

/** For a page of lists: the rows of each to show, and what the page tells of whoever is at them. */
export function useStillness() {
  const [isPointedAt, setPointedAt] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const shown = useRef(new Map<string, readonly unknown[]>());
  const isAtRest = !isPointedAt && !hasFocus;
  /** `list`: its name on the page. */
  const keep = <Row>(list: string, rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] => {
    const before = shown.current.get(list) as readonly Row[] | undefined;
    const now = isAtRest || before === undefined ? rows : still(before, rows, keyOf);
    shown.current.set(list, now);
    return now;
  };
  return {
    keep,
    touched: {
      onPointerEnter: () => setPointedAt(true),
      onPointerLeave: () => setPointedAt(false),
      onFocus: () => setFocus(true),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => setFocus(currentTarget.contains(relatedTarget)),
    },
  };
}
