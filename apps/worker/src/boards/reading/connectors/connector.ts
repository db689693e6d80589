/** What a provider of job boards has to tell: where its feed is, what an answer says, how gently it is asked. */
import type { BoardPlace, BoardProvider, Sentence } from '@app/contracts';
import type { Posting, Whereabouts } from '../../rules/posting.js';

export interface Connector {
  readonly provider: BoardProvider;
  readonly accept: string;
  readonly politeness: Politeness;
  /** Ways to one and the same board, tried in order while the one before says that there is none. */
  feeds(slug: string): Feed[];
  /** Throws `UnreadableBoard` for what is no answer of this provider; a single bad posting is only a problem. */
  parse(body: string, asked: Asked): Page;
  /** Whether an address is a page for people and no interface for programs: there robots.txt is asked first. */
  isForPeople?(url: string): boolean;
  /** What is shown may end with time alone, so an unchanged page is still to be read. */
  readonly readUnchanged?: true;
  /** How one posting is asked for, where its answer proves something that the list does not. */
  readonly single?: SinglePosting;
}

export interface SinglePosting {
  url(slug: string, id: string): string;
  /** The answer for it in the frame of the list, where it is read alike. */
  asList(answer: unknown): unknown;
  /** Of a good answer. What is not clearly this posting is `unknown`, or throws `UnreadableBoard`. */
  parse(body: string, id: string): Whereabouts;
  /** What 404 and 410 prove. */
  notFound: 'gone' | 'unknown';
}

export interface Politeness {
  concurrency: number;
  /** Between the beginnings of two requests. */
  pauseMs: number;
}

/** The address of a page. Cursors start at 0 and are the provider's own way of counting. */
export type Feed = (cursor: number) => string;

export interface Asked {
  slug: string;
  cursor: number;
  /** Where the address led to, if it was another. */
  movedTo?: string | null;
}

export interface Page {
  rows: Row[];
  problems: Sentence[];
  /** Lines of the feed on this page, unreadable ones included. */
  listed: number;
  /** How many postings the board says it has, where it says so. */
  total: number | null;
  next: number | null;
  /** It is no board itself: it shows this one, of a provider. */
  showsBoard?: BoardPlace;
}

/** One line of a feed: the same posting may fill several. */
export interface Row {
  posting: Posting;
  /** From when on it is shown without being open; null while it is open. */
  closedFrom: Date | null;
}

export class UnreadableBoard extends Error {
  override readonly name: string = 'UnreadableBoard';

  constructor(readonly said: Sentence) {
    super(`${said.code}: ${JSON.stringify(said.facts)}`);
  }
}

/** A page that shows no posting, nor that there is none. */
export class NothingShown extends UnreadableBoard {
  override readonly name = 'NothingShown';
}
