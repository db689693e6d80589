/** Single postings of the server for tests, read as the worker reads them, without its pauses. */
import { OutboundGuard, parseAllowList } from '@app/platform';
import { BodyParser } from '../../apps/worker/src/boards/reading/body-parser.js';
import { HttpBoardClient } from '../../apps/worker/src/boards/reading/http-board.client.js';
import { PoliteAsking } from '../../apps/worker/src/boards/reading/polite-asking.js';
import { PolitenessGate } from '../../apps/worker/src/boards/reading/politeness.js';
import { PostingReader } from '../../apps/worker/src/boards/reading/posting-reader.js';
import type { Robots } from '../../apps/worker/src/boards/reading/robots.js';
import { ParserPool } from '../../apps/worker/src/parsers/parser-pool.js';
import { AGENT, BOARD_PARSER, type Given } from './board-readings.js';

const parsers = new ParserPool(BOARD_PARSER);

export interface GivenPosting extends Pick<Given, 'allow' | 'baseUrls' | 'limits'> {
  limitMs?: number;
  robots?: Robots;
}

export function postingReaderOf({ allow = '', baseUrls = {}, limits, limitMs, robots }: GivenPosting): PostingReader {
  const client = new HttpBoardClient(new OutboundGuard(parseAllowList(allow)), AGENT, limits);
  const politeness = () => ({ concurrency: 5, pauseMs: 0 });
  const asking = new PoliteAsking(client, baseUrls, new PolitenessGate(), politeness, robots);
  return new PostingReader(asking, new BodyParser(parsers), limitMs);
}
