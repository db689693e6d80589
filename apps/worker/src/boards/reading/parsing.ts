/** What a parser is asked about what a board, or its site, answered, and what it says. */
import type { BoardProvider, Sentence } from '@app/contracts';
import type { Whereabouts } from '../rules/posting.js';
import { isAllowed, LONGEST_ROBOTS } from '../rules/robots.policy.js';
import type { AdvertAsked, AdvertSeen } from './adverts/advert.js';
import { seenAdvert } from './adverts/seen-advert.js';
import { textOf, type Body } from './body.js';
import { NothingShown, UnreadableBoard, type Asked, type Page } from './connectors/connector.js';
import { CONNECTORS } from './connectors/connectors.js';

type BoardTask = { provider: BoardProvider; body: Body } & (
  { asked: Asked } | { id: string } | { advert: AdvertAsked }
);
export type ParseTask = BoardTask | { robots: Body } | { rules: string; agent: string; url: string };
export type Parsed<T> = { read: T } | { unreadable: Sentence; showsNothing: boolean };

export function parsed(task: ParseTask): Parsed<Page | Whereabouts | AdvertSeen | string | boolean> {
  if ('robots' in task) return { read: storable(textOf(task.robots).slice(0, LONGEST_ROBOTS)) };
  if ('rules' in task) return { read: isAllowed(task.rules, task.agent, task.url) };
  return ofBoard(task);
}

function ofBoard(task: BoardTask): Parsed<Page | Whereabouts | AdvertSeen> {
  const connector = CONNECTORS[task.provider];
  try {
    const text = textOf(task.body);
    if ('advert' in task) return { read: seenAdvert(task.provider, text, task.advert) };
    if ('asked' in task) return { read: connector.parse(text, task.asked) };
    return { read: connector.single?.parse(text, task.id) ?? 'unknown' };
  } catch (error) {
    if (error instanceof UnreadableBoard)
      return { unreadable: error.said, showsNothing: error instanceof NothingShown };
    throw error;
  }
}

/** Postgres keeps neither NUL nor half a surrogate pair. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}
