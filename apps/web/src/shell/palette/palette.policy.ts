/** What stands in the palette: what can be done here, where one can go, and what was found of what is typed. */
import { folded, hasWords, typedWords } from '../../look/has-words.policy.js';

interface Entry {
  id: string;
  word: string;
  /** Other words that it is looked for by. */
  also?: string;
  /** What tells it from another one. */
  about?: string | null;
  /** The presses that do the same, as they stand on the keys. */
  press?: readonly string[];
}

export interface Found {
  kind: 'application' | 'contact' | 'company' | 'vacancy';
  id: string;
  title: string;
  subtitle: string | null;
}

export type Kind = 'do' | 'go' | Found['kind'];

export interface Group<Item> {
  kind: Kind;
  items: Item[];
}

const wordsOf = (text: string) => folded(text).split(/[^\p{L}\p{N}]+/u);

/** Of what is offered anyway: every word that is typed begins one of its own. */
const isMeant = ({ word, also = '' }: Entry, typed: string) => {
  const words = wordsOf(`${word} ${also}`);
  return typedWords(typed).every((asked) => words.some((one) => one.startsWith(asked)));
};

/** Of a former answer, while the next one is on its way: nothing stands there that the words would not find. */
const stillHas = ({ title, subtitle }: Found, typed: string) => hasWords(`${title} ${subtitle ?? ''}`, typed);

/** An application says of its vacancy all that there is to see. */
const isItsOwn = (one: Found, all: readonly Found[]) =>
  one.kind !== 'vacancy' ||
  all.every(({ kind, title, subtitle }) => kind !== 'application' || title !== one.title || subtitle !== one.subtitle);

const FOUND: readonly Found['kind'][] = ['application', 'contact', 'company', 'vacancy'];

interface Shown<Deed, Room> {
  deeds: readonly Deed[];
  rooms: readonly Room[];
  /** Parts of rooms: too many to stand there before anything is typed. */
  parts: readonly Room[];
  found: readonly Found[];
  typed: string;
}

/** The groups in their order, none of them empty. */
export function groupsOf<Deed extends Entry, Room extends Entry>(
  shown: Shown<Deed, Room>,
): Group<Deed | Room | Found>[] {
  const { deeds, rooms, parts, found, typed } = shown;
  const isTyped = typedWords(typed).length > 0;
  const has = isTyped ? found.filter((one) => stillHas(one, typed) && isItsOwn(one, found)) : [];
  const groups: Group<Deed | Room | Found>[] = [
    { kind: 'do', items: deeds.filter((one) => isMeant(one, typed)) },
    { kind: 'go', items: [...rooms, ...(isTyped ? parts : [])].filter((one) => isMeant(one, typed)) },
    ...FOUND.map((kind) => ({ kind, items: has.filter((one) => one.kind === kind) })),
  ];
  return groups.filter(({ items }) => items.length > 0);
}
