/** What a parser is asked about the body of a board, and what it says. */
import type { BoardProvider } from '@app/contracts';
import type { Whereabouts } from '../rules/posting.js';
import { textOf, type Body } from './body.js';
import { NothingShown, UnreadableBoard, type Asked, type Page } from './connectors/connector.js';
import { CONNECTORS } from './connectors/connectors.js';

export type ParseTask = { provider: BoardProvider; body: Body } & ({ asked: Asked } | { id: string });
export type Parsed<T> = { read: T } | { unreadable: string; showsNothing: boolean };

export function parsed(task: ParseTask): Parsed<Page | Whereabouts> {
  const connector = CONNECTORS[task.provider];
  try {
    const text = textOf(task.body);
    if ('asked' in task) return { read: connector.parse(text, task.asked) };
    return { read: connector.single?.parse(text, task.id) ?? 'unknown' };
  } catch (error) {
    if (error instanceof UnreadableBoard)
      return { unreadable: error.message, showsNothing: error instanceof NothingShown };
    throw error;
  }
}
