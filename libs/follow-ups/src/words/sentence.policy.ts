/** What was said, in a language: the one place where a code and its facts become a sentence. */
import {
  AS_WRITTEN,
  type BoardCode,
  type BoardSentences,
  type DeliveryCode,
  type DeliverySentences,
  type Facts,
  type FollowUpCode,
  type FollowUpSentences,
  type ImportProblemCode,
  type ImportProblemSentences,
  type NewsCode,
  type NewsSentences,
  type Notice,
  type NoticeSentences,
  type PostingProblemCode,
  type PostingProblemSentences,
  type RefusalCode,
  type RefusalSentences,
  type RuleCode,
  RULES,
  type Sentence,
  sentenceWithin,
  type TimelineCode,
  type TimelineSentences,
} from '@app/contracts';
import { BOARD_WORDS } from './en/board.words.js';
import { DELIVERY_WORDS } from './en/delivery.words.js';
import { FOLLOW_UP_WORDS } from './en/follow-up.words.js';
import { IMPORT_WORDS } from './en/import.words.js';
import { NEWS_WORDS } from './en/news.words.js';
import { NOTICE_WORDS } from './en/notice.words.js';
import { POSTING_WORDS } from './en/posting.words.js';
import { REASON_WORDS } from './en/reason.words.js';
import { REQUEST_WORDS } from './en/request.words.js';
import { RULE_WORDS } from './en/rule.words.js';
import { TIMELINE_WORDS } from './en/timeline.words.js';
import type { Words } from './words.js';

interface Spoken {
  boards: Words<BoardSentences>;
  deliveries: Words<DeliverySentences>;
  followUps: Words<FollowUpSentences>;
  importProblems: Words<ImportProblemSentences>;
  news: Words<NewsSentences>;
  notices: Words<NoticeSentences>;
  postingProblems: Words<PostingProblemSentences>;
  refusals: Words<RefusalSentences>;
  /** What shapes ask: it stands with them. */
  shapes: Record<RuleCode, string>;
  timeline: Words<TimelineSentences>;
}

/** One entry for each language; a code that one of them cannot say does not compile. */
const WORDS = {
  en: {
    boards: BOARD_WORDS,
    deliveries: DELIVERY_WORDS,
    followUps: FOLLOW_UP_WORDS,
    importProblems: IMPORT_WORDS,
    news: NEWS_WORDS,
    notices: NOTICE_WORDS,
    postingProblems: POSTING_WORDS,
    refusals: { ...RULE_WORDS, ...REQUEST_WORDS },
    shapes: RULES,
    timeline: TIMELINE_WORDS,
  },
} satisfies Record<string, Spoken>;
export type Language = keyof typeof WORDS;

type Say = (facts: Facts, of: (name: string) => string) => string;

/** Of a follow-up. A code of a later version, which this one does not know, is shown as it is. */
export function sentence({ code, facts }: Sentence, language: Language): string {
  const say = WORDS[language].followUps[code as FollowUpCode] as Say | undefined;
  const of = within(facts, language);
  return [say ? say(facts, of) : code, of('and')].filter((part) => part !== '').join(' ');
}

/** Of the story of an application. */
export function timelineSentence({ code, facts }: Sentence, language: Language): string {
  const say = WORDS[language].timeline[code as TimelineCode] as Say | undefined;
  return say ? say(facts, within(facts, language)) : code;
}

/** Of what happened lately. */
export function newsSentence({ code, facts }: Sentence, language: Language): string {
  const say = WORDS[language].news[code as NewsCode] as Say | undefined;
  return say ? say(facts, within(facts, language)) : code;
}

/** What is wrong with a row of a file; what an earlier version said of it is the sentence within, `why`. */
export function importProblemSentence({ code, facts }: Sentence, language: Language): string {
  const say = WORDS[language].importProblems[code as ImportProblemCode] as Say | undefined;
  const of = within(facts, language);
  return of('why') || (say ? say(facts, of) : code);
}

/**
 * Why something is not done. A reason that stands against a letter says its own sentence; what others have to say of it, or an earlier
 * version said, is the sentence within, `why`.
 */
export function refusalSentence({ code, facts }: Sentence, language: Language): string {
  const { refusals, shapes } = WORDS[language];
  const say = refusals[code as RefusalCode] as Say | undefined;
  const asked = (rule: unknown): string | undefined => shapes[rule as RuleCode];
  const of = (name: string) => asked(facts[name]) ?? within(facts, language)(name);
  return of('why') || (say ? say(facts, of) : (asked(code) ?? sentence({ code, facts }, language)));
}

/** What a sweep came to, and why; where a request was refused, the refusal is a part of the sentence. */
export function boardSentence({ code, facts }: Sentence, language: Language): string {
  const say = WORDS[language].boards[code as BoardCode] as Say | undefined;
  if (say) return say(facts, within(facts, language, boardSentence));
  const said = refusalSentence({ code, facts }, language);
  return code === AS_WRITTEN ? said : `${said.charAt(0).toLowerCase()}${said.slice(1).replace(/\.$/, '')}`;
}

/** What keeps a page from filling a form. */
export function postingProblemSentence({ code, facts }: Sentence, language: Language): string {
  const say = WORDS[language].postingProblems[code as PostingProblemCode] as Say | undefined;
  return say ? say(facts, within(facts, language, boardSentence)) : code;
}

/** What became of a webhook; where a request was refused, the refusal says its own sentence. */
export function deliverySentence({ code, facts }: Sentence, language: Language): string {
  const say = WORDS[language].deliveries[code as DeliveryCode] as Say | undefined;
  const of = within(facts, language, deliverySentence);
  return say ? say(facts, of) : refusalSentence({ code, facts }, language);
}

/** What was done or found beside what was asked for. */
export const noticeSentence = (code: Notice, language: Language): string => WORDS[language].notices[code]({}, () => '');

function within(facts: Facts, language: Language, tell = sentence): (name: string) => string {
  return (name) => {
    const said = sentenceWithin(name, facts);
    return said ? tell(said, language) : '';
  };
}

/** As answers and events tell it: the sentence, and beside it what it was made of. */
export const whyOf = (said: Sentence) => ({ why: sentence(said, 'en'), whyCode: said.code, whyFacts: said.facts });

export const deliveryWhyOf = (said: Sentence) => ({ ...whyOf(said), why: deliverySentence(said, 'en') });

export const REASON_CODES = Object.keys(REASON_WORDS) as (keyof typeof REASON_WORDS)[];
