/** Why the last reading was not believed, or failed, and what to do about it. */
import type { Board } from '../api/shapes.js';
import { momentsIn } from '../time/moments-in.policy.js';
import { useYours } from '../time/yours.js';
import { ADVICE } from './radar.words.js';

export function BoardTrouble({ board: { why, outcome } }: { board: Pick<Board, 'why' | 'outcome'> }) {
  const yours = useYours();
  if (why === null) return null;
  const advice = outcome === null ? undefined : ADVICE[outcome];
  return (
    <p>
      {momentsIn(why, yours)} {advice}
    </p>
  );
}
