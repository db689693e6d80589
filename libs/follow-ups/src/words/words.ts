/** What a language has to say: a sentence for each code of a list, out of the facts of that code. */

/** `of`: the sentence that stands among the facts under that name. */
export type Words<Sentences> = {
  [Code in keyof Sentences]: (facts: Sentences[Code], of: (name: string) => string) => string;
};
