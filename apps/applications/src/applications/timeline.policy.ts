/** What the story of an application tells of each thing that happened: its facts, for the sentence in whatever language. */
import { type Facts, type Sentence, type TimelineCode, type TimelineSentences, within } from '@app/contracts';

/** As the rows tell it, which is more than anybody wants to know. */
export interface Told {
  [name: string]: unknown;
  what?: Sentence;
  why?: Sentence | null;
}

const TELLS: { [Code in TimelineCode]: readonly (keyof TimelineSentences[Code])[] } = {
  recorded: ['to'],
  stage_changed: ['from', 'to', 'scheduledAt'],
  interview_scheduled: ['scheduledAt'],
  interview_moved: ['from', 'scheduledAt'],
  interview_cancelled: ['scheduledAt'],
  rejected: ['stage', 'category', 'words', 'revoked'],
  touch: ['kind', 'direction', 'contactName', 'text'],
  follow_up: ['kind', 'contactName'],
  vacancy_closed: [],
  vacancy_reopened: [],
};

export function happening(code: TimelineCode, told: Told): Sentence {
  const own = TELLS[code].map((name) => [name, told[name] ?? null]);
  const { what, why } = told;
  return {
    code,
    facts: {
      ...(Object.fromEntries(own) as Facts),
      ...(what && within('what', what)),
      ...(why && within('why', why)),
    },
  };
}

const PARTS = ['kind', 'direction', 'what', 'from', 'to'] as const;
export type Part = (typeof PARTS)[number];

/** What a program asks of it first, under one name whatever happened. */
export function partsOf({ code, facts }: Sentence): Partial<Record<Part, string>> {
  const said: Facts = code === 'interview_moved' ? { ...facts, to: facts.scheduledAt ?? null } : facts;
  const parts = PARTS.map((name) => [name, said[name]]).filter(([, part]) => typeof part === 'string');
  return Object.fromEntries(parts) as Partial<Record<Part, string>>;
}
