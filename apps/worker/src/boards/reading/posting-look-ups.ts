/** Postings asked for one by one, as long as the server is willing and there is time. */
import { ParserEnded } from '../../parsers/parser-process.js';
import type { Whereabouts } from '../rules/posting.js';
import type { PageAnswer } from './board.client.js';
import type { Body } from './body.js';
import { UnreadableBoard, type SinglePosting } from './connectors/connector.js';

const LONGEST_MS = 2 * 60_000;
const MOST_FAILURES = 3;
/** Any other would lead to another address. */
const PLAIN_ID = /^[\w-]{1,200}$/;

export interface LookUp {
  notFound: SinglePosting['notFound'];
  ask(id: string): Promise<PageAnswer>;
  parse(body: Body, id: string): Promise<Whereabouts>;
}

/** Who was not asked for is not in the answer. */
export async function lookUpEach(ids: readonly string[], lookUp: LookUp): Promise<Map<string, Whereabouts>> {
  const found = new Map<string, Whereabouts>();
  const started = performance.now();
  let failures = 0;
  for (const id of ids.filter((each) => PLAIN_ID.test(each))) {
    if (performance.now() - started > LONGEST_MS) break;
    const answer = await lookUp.ask(id);
    const seen = await whereabouts(lookUp, answer, id);
    found.set(id, seen ?? 'unknown');
    if (seen !== null) continue;
    failures += 1;
    if (failures === MOST_FAILURES || (answer.kind === 'failed' && answer.retryAfterSeconds !== null)) break;
  }
  return found;
}

/** Null when it could not be asked for, or its answer ended its parser. */
async function whereabouts(lookUp: LookUp, answer: PageAnswer, id: string): Promise<Whereabouts | null> {
  if (answer.kind === 'failed') return null;
  if (answer.kind === 'gone') return answer.moved ? 'unknown' : lookUp.notFound;
  if (answer.kind === 'not_modified') return 'unknown';
  try {
    return await lookUp.parse(answer.body, id);
  } catch (error) {
    if (error instanceof UnreadableBoard) return 'unknown';
    if (error instanceof ParserEnded) return null;
    throw error;
  }
}
