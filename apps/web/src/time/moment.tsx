/** A moment of yours within a sentence: `Tue 24 Nov, 10:14`. */
import { dayAndTime } from './moments.policy.js';
import { useYours } from './yours.js';

export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{dayAndTime(new Date(at), useYours())}</time>;
}
