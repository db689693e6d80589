/** One thing that happened. */
import type { Rejection, TimelineItem } from '../api/shapes.js';
import { Words } from '../look/said.js';
import { SpineItem } from '../look/spine.js';
import { Day } from '../time/day.js';
import { THEY_SAID_NO } from './application.words.js';

interface Props {
  item: Pick<TimelineItem, 'at' | 'type' | 'text'>;
  rejection: Pick<Rejection, 'reason'> | null;
}

export function Happening({ item: { at, type, text }, rejection }: Props) {
  const words = type === 'rejected' ? (rejection?.reason.words ?? null) : null;
  return (
    <SpineItem time={<Day at={at} />} mark="fact">
      <p>{type === 'rejected' ? THEY_SAID_NO : text}</p>
      {words === null ? null : <Words>{words}</Words>}
    </SpineItem>
  );
}
