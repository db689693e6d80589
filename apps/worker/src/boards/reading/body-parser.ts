/** Bodies of boards, read where they cannot hold anybody up. */
import type { BoardProvider } from '@app/contracts';
import type { ParserPool } from '../../parsers/parser-pool.js';
import type { Whereabouts } from '../rules/posting.js';
import type { AdvertAsked, AdvertSeen } from './adverts/advert.js';
import type { Body } from './body.js';
import { NothingShown, UnreadableBoard, type Asked, type Page } from './connectors/connector.js';
import type { Parsed, ParseTask } from './parsing.js';

export class BodyParser {
  constructor(private readonly pool: ParserPool) {}

  page(provider: BoardProvider, body: Body, asked: Asked): Promise<Page> {
    return this.ask({ provider, body, asked });
  }

  single(provider: BoardProvider, body: Body, id: string): Promise<Whereabouts> {
    return this.ask({ provider, body, id });
  }

  advert(provider: BoardProvider, body: Body, advert: AdvertAsked): Promise<AdvertSeen> {
    return this.ask({ provider, body, advert });
  }

  /** What of a robots.txt is kept. */
  robots(body: Body): Promise<string> {
    return this.ask({ robots: body });
  }

  isAllowed(rules: string, agent: string, url: string): Promise<boolean> {
    return this.ask({ rules, agent, url });
  }

  private async ask<T>(task: ParseTask): Promise<T> {
    const answer = await this.pool.run<Parsed<T>>(task);
    if ('read' in answer) return answer.read;
    throw answer.showsNothing ? new NothingShown(answer.unreadable) : new UnreadableBoard(answer.unreadable);
  }
}
