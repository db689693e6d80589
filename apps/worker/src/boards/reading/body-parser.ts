/** Bodies of boards, read where they cannot hold anybody up. */
import type { BoardProvider } from '@app/contracts';
import type { ParserPool } from '../../parsers/parser-pool.js';
import type { Whereabouts } from '../rules/posting.js';
import type { Body } from './body.js';
import { UnreadableBoard, type Asked, type Page } from './connectors/connector.js';
import type { Parsed, ParseTask } from './parsing.js';

export class BodyParser {
  constructor(private readonly pool: ParserPool) {}

  page(provider: BoardProvider, body: Body, asked: Asked): Promise<Page> {
    return this.ask({ provider, body, asked });
  }

  single(provider: BoardProvider, body: Body, id: string): Promise<Whereabouts> {
    return this.ask({ provider, body, id });
  }

  private async ask<T>(task: ParseTask): Promise<T> {
    const answer = await this.pool.run<Parsed<T>>(task);
    if ('unreadable' in answer) throw new UnreadableBoard(answer.unreadable);
    return answer.read;
  }
}
