/** One's own words in place of the proposed ones, while they are written. */
export interface Words {
  subject: string;
  body: string;
}

export interface Draft {
  words: Words;
  /** As they were read. */
  was: Words;
  /** Of what was read; null: none was told. */
  tag: string | null;
}

/** Only what one changed is one's own; the rest follows what is known. */
export const changedOf = ({ words, was }: Pick<Draft, 'words' | 'was'>): Partial<Words> => ({
  ...(words.subject !== was.subject && { subject: words.subject }),
  ...(words.body !== was.body && { body: words.body }),
});

export const isChanged = (draft: Pick<Draft, 'words' | 'was'>): boolean => Object.keys(changedOf(draft)).length > 0;

/** What was read anew says what was read first: the plan touched the letter, and nobody wrote in it. */
export const saysTheSame = (mine: Pick<Draft, 'was'>, theirs: Pick<Draft, 'was'>): boolean =>
  mine.was.subject === theirs.was.subject && mine.was.body === theirs.was.body;

/** One's own words over what somebody else wrote meanwhile: what one did not touch is theirs. */
export function over(mine: Draft, theirs: Draft): Draft {
  return { words: { ...theirs.words, ...changedOf(mine) }, was: theirs.was, tag: theirs.tag };
}

/** The name under which it is kept. */
export const keptAs = (id: string): string => `letter ${id}`;
