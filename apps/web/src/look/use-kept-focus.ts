import { useLayoutEffect, useRef } from 'react';

/**
 * For what surrounds buttons that go when they are pressed: whoever came by keyboard goes on from the first that stands in their place,
 * and where none does, from the place.
 * No event says that a focused button is gone; one does when somebody leaves it.
 */
export function useKeptFocus() {
  const place = useRef<HTMLDivElement>(null);
  const isHere = useRef(false);
  useLayoutEffect(() => {
    if (isHere.current && document.activeElement === document.body) goOn(place.current);
  });
  return {
    ref: place,
    onFocus: () => void (isHere.current = true),
    onBlur: () => void (isHere.current = false),
  };
}

function goOn(place: HTMLElement | null): void {
  const button = place?.querySelector('button');
  // Only now: a press beside the buttons is no press of the place.
  if (place && !button) place.tabIndex = -1;
  (button ?? place)?.focus();
}
