/** One thing that happened. */
import type { Rejection, TimelineItem } from '../api/shapes.js';
import { Words } from '../look/said.js';
import { SpineItem } from '../look/spine.js';
import { Day } from '../time/day.js';
import { useYours } from '../time/yours.js';
import { THEY_SAID_NO } from './application.words.js';
import { happeningSentence } from './story.words.js';

interface Props {
  item: Pick<TimelineItem, 'at' | 'code' | 'facts' | 'text' | 'rejectionId'>;
  /** The one that stands: what was taken back is told in the API's words. */
  rejection: Pick<Rejection, 'id' | 'reason'> | null;
  isFarBack?: boolean;
}

export function Happening({ item, rejection, isFarBack = false }: Props) {
  const { at, rejectionId } = item;
  const yours = useYours();
  const stands = rejection !== null && rejectionId === rejection.id;
  const words = stands ? rejection.reason.words : null;
  return (
    <SpineItem time={<Day at={at} />} mark="fact" isFarBack={isFarBack}>
      <p>{stands ? THEY_SAID_NO : happeningSentence(item, yours)}</p>
      {words === null ? null : <Words>{words}</Words>}
    </SpineItem>
  );
}
