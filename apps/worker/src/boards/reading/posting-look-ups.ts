/** Postings asked for one by one, as long as the server is willing and there is time. */
import type { PageAnswer } from './board.client.js';
import { UnreadableBoard, type SinglePosting } from './connectors/connector.js';
import type { Whereabouts } from '../rules/posting.js';

const LONGEST_MS = 2 * 60_000;
const MOST_FAILURES = 3;
/** Any other would lead to another address. */
const PLAIN_ID = /^[\w-]{1,200}$/;

/** Who was not asked for is not in the answer. */
export async function lookUpEach(
  ids: readonly string[],
  single: SinglePosting,
  ask: (id: string) => Promise<PageAnswer>,
): Promise<Map<string, Whereabouts>> {
  const found = new Map<string, Whereabouts>();
  const started = performance.now();
  let failures = 0;
  for (const id of ids.filter((each) => PLAIN_ID.test(each))) {
    if (performance.now() - started > LONGEST_MS) break;
    const answer = await ask(id);
    found.set(id, whereabouts(single, answer, id));
    if (answer.kind !== 'failed') continue;
    failures += 1;
    if (failures === MOST_FAILURES || answer.retryAfterSeconds !== null) break;
  }
  return found;
}

function whereabouts(single: SinglePosting, answer: PageAnswer, id: string): Whereabouts {
  if (answer.kind === 'gone') return answer.moved ? 'unknown' : single.notFound;
  try {
    return answer.kind === 'page' ? single.parse(answer.body, id) : 'unknown';
  } catch (error) {
    if (error instanceof UnreadableBoard) return 'unknown';
    throw error;
  }
}
