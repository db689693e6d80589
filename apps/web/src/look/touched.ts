/** A form over what is kept elsewhere: what was touched stands as it was typed, the rest as it is now. */
import { useKept } from './kept.js';

export function useTouched<T extends object>(name: string, now: T) {
  const {
    value: touched,
    isAsLeft,
    keep,
    empty,
  } = useKept<Partial<T>>(
    name,
    () => ({}),
    (value) => Object.keys(value).length > 0,
  );
  return {
    shown: { ...now, ...touched },
    touched,
    isTouched: Object.keys(touched).length > 0,
    isAsLeft,
    touch: (what: Partial<T>) => keep({ ...touched, ...what }),
    empty,
  };
}
