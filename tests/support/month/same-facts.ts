/** Facts that stand on several screens, each as each of them says it. */
import type { Figures } from './figures.js';

/** `said`: what was read of each screen, by its name. */
export function sameFacts(said: Record<string, Figures>): Record<string, number[]> {
  const figure = (screen: string, name: string) => Number(said[screen]![name] ?? 0);
  const rows = (screen: string) => Object.keys(said[screen]!).filter((name) => name.startsWith('row ')).length;
  const sum = (column: string) =>
    Object.entries(said['Look back']!)
      .filter(([name]) => name.startsWith('table: ') && name.endsWith(column))
      .reduce((all, [, count]) => all + Number(count), 0);
  const ofStage = (word: string) => figure('Applications', `Show: ${word}`);
  const all = ofStage('All');
  return {
    all: [all, rows('Applications')],
    refused: [
      ofStage('Turned down'),
      rows('Applications, rejected'),
      figure('Board', 'Closed: Turned down'),
      figure('Look back', 'Each of them, rows'),
      sum('Turned down'),
    ],
    withdrawn: [ofStage('Withdrawn'), figure('Board', 'Closed: Withdrawn'), sum('Withdrawn')],
    'at an interview': [ofStage('Interview'), rows('Applications, interview'), figure('Board', 'Interview')],
    'not decided': [all - figure('Board', 'Saved') - figure('Board', 'Closed'), sum('Open')],
    tried: [all - ofStage('Saved'), figure('Look back', 'table: Applied: Came this far')],
    drafts: [figure('Today', 'Letters to approve, rows'), rows('Plan, stands=draft')],
    people: [
      figure('People', 'Show: All'),
      rows('People'),
      Object.keys(said).filter((name) => name.startsWith('Person, ')).length,
    ],
    'open again': [figure('Radar', 'Open again, rows'), figure('Radar', 'Watched: Show: Open again')],
    boards: [
      figure('Radar', 'Boards, rows'),
      Object.keys(said).filter((name) => name.startsWith('Radar, board ')).length,
    ],
    'in a row': [figure('Pattern', 'Each of them, rows')],
  };
}
