import { because, ofBoard, postingProblem, type Sentence } from '@app/contracts';
import { postingProblemSentence } from '@app/follow-ups';
import { describe, expect, it } from '@jest/globals';
import { problemOf } from './posting-problem.policy.js';

describe('what keeps a page from filling a form', () => {
  it.each<[Sentence, string, RegExp]>([
    [ofBoard('robots_forbid'), 'refused_by_robots', /asks programs not to read/],
    [ofBoard('robots_missing'), 'unreachable', /its robots.txt cannot be had at the moment/],
    [
      because(ofBoard('robots_not_answered'), ofBoard('answered', { status: 503 })),
      'unreachable',
      /503 when asked for/,
    ],
    [
      because(ofBoard('robots_unreadable'), ofBoard('parser_ended', { with: 'SIGKILL' })),
      'unreachable',
      /robots.txt cannot/,
    ],
    [ofBoard('no_answer_in_time', { seconds: 9 }), 'too_slow', /within 10 seconds/],
    [ofBoard('answer_too_large', { megabytes: 30 }), 'too_large', /larger than 30 MB/],
    [ofBoard('answered', { status: 503 }), 'unreachable', /^The page could not be read: it answered 503\.$/],
    [{ code: 'host_unresolvable', facts: { host: 'acme.example' } }, 'unreachable', /the host "acme.example" cannot/],
    [{ code: 'address_not_public', facts: { host: 'intern' } }, 'private_address', /"intern" does not lead/],
    [ofBoard('json_broken'), 'unreadable', /could not be read/],
    [ofBoard('parser_ended', { with: 'SIGKILL' }), 'unreadable', /could not be read/],
    [postingProblem('several_postings', { count: 3 }), 'several_postings', /shows 3 jobs/],
    [postingProblem('behind_a_wall', { stands: 'login' }), 'behind_a_wall', /signed in/],
  ])('%j is one sentence', (said, code, sentence) => {
    const problem = problemOf(said, 10);
    expect(problem.code).toBe(code);
    expect(postingProblemSentence(problem, 'en')).toMatch(sentence);
  });
});
