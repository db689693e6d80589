/** What asking and parsing came to, as whoever fills in a form is told of it. */
import { because, postingProblem, type Sentence } from '@app/contracts';

/** The way to it, not what it says. */
const NOT_REACHED = new Set([
  'answered',
  'connection_failed',
  'closed_without_answer',
  'answer_breaks_off',
  'host_unresolvable',
  'url_not_http',
  'redirects_nowhere',
  'redirects_without_https',
  'too_many_redirects',
  'all_asked_to_wait',
  'robots_missing',
  'robots_not_answered',
  'robots_unreadable',
]);
const OWN = new Set(['several_postings', 'behind_a_wall', 'not_a_posting']);

export function problemOf(said: Sentence, seconds: number): Sentence {
  const { code, facts } = said;
  if (OWN.has(code)) return said;
  if (code === 'robots_forbid') return postingProblem('refused_by_robots');
  if (code === 'no_answer_in_time') return postingProblem('too_slow', { seconds });
  if (code === 'answer_too_large') return postingProblem('too_large', { megabytes: Number(facts['megabytes']) });
  if (code === 'address_not_public') return postingProblem('private_address', { host: String(facts['host']) });
  if (NOT_REACHED.has(code)) return because(postingProblem('unreachable'), said);
  return postingProblem('unreadable');
}
