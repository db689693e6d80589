/** The same applications as a list, or as a board. */
import { AS, VIEW } from './list.words.js';
import { Ways } from './ways.js';

export function ViewWays({ view }: { view: 'list' | 'board' }) {
  return (
    <Ways
      label={VIEW}
      ways={[
        { word: AS.list, asks: { view: undefined }, isTaken: view === 'list' },
        { word: AS.board, asks: { view: 'board' }, isTaken: view === 'board' },
      ]}
    />
  );
}
