/** One word between you and them. */
import type { Touch } from '../../api/shapes.js';
import { Words } from '../../look/said.js';
import { SpineItem } from '../../look/spine.js';
import { Day } from '../../time/day.js';
import { touchWord } from '../said.words.js';

export function TouchEntry({ touch }: { touch: Touch }) {
  const { at, text } = touch;
  return (
    <SpineItem time={<Day at={at} />} mark="fact">
      <p>{touchWord(touch)}</p>
      {text === null ? null : <Words>{text}</Words>}
    </SpineItem>
  );
}
