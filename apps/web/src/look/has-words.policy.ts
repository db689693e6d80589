/** Whether a text has what is typed, word by word: no matter the case, nor what stands over a letter. */

export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase();

export const typedWords = (typed: string): string[] =>
  folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '');

export function hasWords(text: string, typed: string): boolean {
  const here = folded(text);
  return typedWords(typed).every((word) => here.includes(word));
}

/** Of a former answer, while the next one is on its way: whoever is quick with Enter never takes what the words would not find. */
export const stillHaving = <Item extends { name: string; about: string }>(
  items: readonly Item[],
  typed: string,
): readonly Item[] => items.filter(({ name, about }) => hasWords(`${name} ${about}`, typed));
