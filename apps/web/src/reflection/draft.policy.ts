/** A look back while it is written: what of it is one's own, what another window wrote, and what both did. */
import {
  type IsMine,
  MINE,
  type Mine,
  type ReasonCategory,
  type Side,
  SUITED,
  type Suited,
} from '@app/contracts/words';

export interface Pair {
  requirement: string;
  mine: string;
}

interface Told {
  asked: string | null;
  answered: string | null;
  wouldChange: string | null;
  suits: Record<Suited, { side: Side | null; note: string | null }>;
  isMine: Record<Mine, IsMine | null>;
  qualities: readonly Pair[];
  reason: { category: ReasonCategory | null; words: string | null };
}

/** By the name of its member, as in the body; nothing is `''`. */
export type Field =
  | 'asked'
  | 'answered'
  | 'wouldChange'
  | `suits.${Suited}.${'side' | 'note'}`
  | `isMine.${Mine}`
  | `reason.${'category' | 'words'}`;
export type Fields = Record<Field, string> & { pairs: readonly Pair[] };

export interface Draft {
  mine: Fields;
  /** As it was read, or last saved. */
  was: Fields;
  /** Of what was read; null: none was told. */
  tag: string | null;
}

export function fieldsOf({ asked, answered, wouldChange, suits, isMine, qualities, reason }: Told): Fields {
  const fields: Partial<Record<Field, string>> = {
    asked: asked ?? '',
    answered: answered ?? '',
    wouldChange: wouldChange ?? '',
    'reason.category': reason.category ?? '',
    'reason.words': reason.words ?? '',
  };
  for (const part of SUITED) {
    fields[`suits.${part}.side`] = suits[part].side ?? '';
    fields[`suits.${part}.note`] = suits[part].note ?? '';
  }
  for (const part of MINE) fields[`isMine.${part}`] = isMine[part] ?? '';
  return { ...(fields as Record<Field, string>), pairs: qualities };
}

export const begun = (told: Told, tag: string | null): Draft => {
  const was = fieldsOf(told);
  return { mine: was, was, tag };
};

/** Blanks alone are nothing, and so is what they asked for while nothing stands beside it. */
const seen = (value: string | readonly Pair[]): string =>
  typeof value === 'string'
    ? value.trim() === ''
      ? ''
      : value
    : JSON.stringify(keptPairs(value).map(({ requirement, mine }) => [requirement, mine]));
export const keptPairs = (pairs: readonly Pair[]): Pair[] => pairs.filter(({ mine }) => mine.trim() !== '');
const names = (fields: Fields) => Object.keys(fields) as (keyof Fields)[];

const changedIn = (mine: Fields, was: Fields): (keyof Fields)[] =>
  names(mine).filter((name) => seen(mine[name]) !== seen(was[name]));

export const isChanged = ({ mine, was }: Pick<Draft, 'mine' | 'was'>): boolean => changedIn(mine, was).length > 0;

/** What one changed, and no more. */
export function bodyOf({ mine, was }: Pick<Draft, 'mine' | 'was'>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const name of changedIn(mine, was)) {
    if (name === 'pairs') body.qualities = keptPairs(mine.pairs);
    else put(body, name.split('.'), seen(mine[name]) || null);
  }
  return body;
}

function put(body: Record<string, unknown>, [first, ...rest]: string[], value: string | null): void {
  if (first === undefined) return;
  if (rest.length === 0) body[first] = value;
  else put((body[first] ??= {}) as Record<string, unknown>, rest, value);
}

/** What both changed since it was read, each in another way. */
export const conflictsOf = ({ mine, was }: Pick<Draft, 'mine' | 'was'>, theirs: Fields): (keyof Fields)[] =>
  changedIn(mine, was).filter(
    (name) => seen(theirs[name]) !== seen(was[name]) && seen(theirs[name]) !== seen(mine[name]),
  );

/** One's own over theirs: what one did not touch is theirs. `was`: what one's own began from. */
export function over(mine: Fields, was: Fields, theirs: Fields): Fields {
  const own = changedIn(mine, was).map((name) => [name, mine[name]] as const);
  return { ...theirs, ...(Object.fromEntries(own) as Partial<Fields>) };
}

/** An answer that was under way while something was saved is older than what was saved. */
export const isNewer = (tag: string | null, than: string | null): boolean => versionIn(tag) > versionIn(than);
const versionIn = (tag: string | null): number => Number(/\d+/.exec(tag ?? '')?.[0] ?? -1);

/** The name under which it is kept. */
export const keptAs = (id: string): string => `look back ${id}`;
