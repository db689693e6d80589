/** A day of yours: `Tue 24 Nov`. */
import { day } from './moments.policy.js';
import { useYours } from './yours.js';

export function Day({ at }: { at: string }) {
  return <time dateTime={at}>{day(new Date(at), useYours())}</time>;
}
