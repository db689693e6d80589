/** Boards of the server for tests, read as the worker reads them, without its pauses. */
import { join } from 'node:path';
import type { BoardProvider } from '@app/contracts';
import { boardSentence } from '@app/follow-ups';
import { OutboundGuard, parseAllowList } from '@app/platform';
import { BoardReader } from '../../apps/worker/src/boards/reading/board-reader.js';
import { BodyParser } from '../../apps/worker/src/boards/reading/body-parser.js';
import { HttpBoardClient, type BoardLimits } from '../../apps/worker/src/boards/reading/http-board.client.js';
import { PoliteAsking } from '../../apps/worker/src/boards/reading/polite-asking.js';
import { PolitenessGate } from '../../apps/worker/src/boards/reading/politeness.js';
import { ParserPool } from '../../apps/worker/src/parsers/parser-pool.js';
import type { Reading } from '../../apps/worker/src/boards/rules/posting.js';
import type { BoardServer } from './board.server.js';

export const AGENT = 'Rekindle/1.2.3 (+https://rekindle.acme.example)';
/** As it is built: a process of its own knows nothing of a test's way to load TypeScript. */
export const BOARD_PARSER = join(process.cwd(), 'dist/apps/worker/src/boards/reading/parser-main.js');
const parsers = new ParserPool(BOARD_PARSER);
const PAGE = 'https://careers.acme.example/jobs';

export const slugOf = (provider: BoardProvider) => (provider === 'jsonld' ? PAGE : 'acme');

export interface Given {
  allow?: string;
  limits?: BoardLimits;
  baseUrls?: Partial<Record<BoardProvider, string>>;
  gate?: PolitenessGate;
}

export function readerOf(server: BoardServer, { allow = '', limits, baseUrls = server.baseUrls, gate }: Given = {}) {
  const client = new HttpBoardClient(new OutboundGuard(parseAllowList(allow)), AGENT, limits);
  const politeness = () => ({ concurrency: 5, pauseMs: 0 });
  const asking = new PoliteAsking(client, baseUrls, gate ?? new PolitenessGate(), politeness);
  return new BoardReader(asking, new BodyParser(parsers));
}

export function okay(reading: Reading): Reading & { outcome: 'ok' } {
  if (reading.outcome !== 'ok')
    throw new Error(`${reading.outcome}: ${'why' in reading ? boardSentence(reading.why, 'en') : ''}`);
  return reading;
}

export const idsOf = (reading: Reading) => okay(reading).postings.map(({ id }) => id);
