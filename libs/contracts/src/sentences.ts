/** What is said to a person, before it is said in a language: a code, and the facts that its sentence tells. */

/** Names as they are, moments as ISO 8601 (UTC), counts. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

export interface Sentence {
  code: string;
  facts: Facts;
}

/** What has no code: a text, as somebody or an earlier version wrote it. */
export const AS_WRITTEN = 'as_written';
export const asWritten = (text: string): Sentence => ({ code: AS_WRITTEN, facts: { text } });

/** A sentence among the facts of another: its code under the name, its facts under the name and a dot. */
export function within(name: string, { code, facts }: Sentence): Facts {
  const own = Object.entries(facts).map(([key, fact]) => [`${name}.${key}`, fact]);
  return Object.fromEntries([[name, code], ...own]) as Facts;
}

/** The sentence that stands under that name; null where there is none. */
export function sentenceWithin(name: string, facts: Facts): Sentence | null {
  const code = facts[name];
  if (typeof code !== 'string') return null;
  const own = Object.entries(facts).filter(([key]) => key.startsWith(`${name}.`));
  return { code, facts: Object.fromEntries(own.map(([key, fact]) => [key.slice(name.length + 1), fact])) };
}

/** A sentence, and within it, under `why`, what it came of. */
export const because = ({ code, facts }: Sentence, why: Sentence): Sentence => ({
  code,
  facts: { ...facts, ...within('why', why) },
});

/** Two sentences, one after the other. */
export const and = (first: Sentence, second: Sentence): Sentence => ({
  code: first.code,
  facts: { ...first.facts, ...within('and', second) },
});
