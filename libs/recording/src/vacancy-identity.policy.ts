/**
 * Which recorded vacancy somebody speaks of: the same title in the same place, at the same address if both have one, asking for
 * the same. Case and blanks make no difference, and what one of the two leaves out does not tell them apart.
 */
interface Described {
  title: string;
  location: string | null;
  url: string | null;
  requirements: string | null;
}
type Said = { [Field in keyof Described]?: Described[Field] | undefined };
type Named = Said & Pick<Described, 'title'>;

/** The address first: it is what many of one title differ in, and costs least to compare. */
const FIELDS = ['url', 'title', 'location', 'requirements'] as const satisfies readonly (keyof Described)[];

/** Undefined: none of them. Where nobody says which of several places is meant, it is none of them, either. */
export function sameVacancy<V extends Described>(known: readonly V[], said: Named): V | undefined {
  const alike = known.filter((vacancy) => FIELDS.every((field) => agrees(field, vacancy[field], said[field])));
  const likeness = ({ url, location }: V) => (url && url === said.url ? 2 : 0) + (isSamePlace(location, said) ? 1 : 0);
  const best = Math.max(...alike.map(likeness));
  const likest = alike.filter((vacancy) => likeness(vacancy) === best);
  const places = new Set(likest.flatMap(({ location }) => (location === null ? [] : [folded(location)])));
  return places.size > 1 ? undefined : likest[0];
}

/** What is new in it: blanks filled, and the words as they were written last. */
export function toldAnew(known: Described, said: Said): Partial<Described> {
  const fields = FIELDS.filter((field) => (said[field] ?? null) !== null && said[field] !== known[field]);
  return Object.fromEntries(fields.map((field) => [field, said[field]]));
}

/** Whether it would be another vacancy with this change; a blank that is filled makes none, something struck out does. */
export function becomesAnother(known: Described, change: Said): boolean {
  return FIELDS.some((field) => {
    const [before, after] = [known[field], change[field]];
    return before !== null && after !== undefined && (after === null || !agrees(field, before, after));
  });
}

function agrees(field: keyof Described, one: string | null, other: string | null | undefined): boolean {
  if (one === null || (other ?? null) === null) return true;
  return field === 'url' ? one === other : folded(one) === folded(other!);
}

const isSamePlace = (location: string | null, said: Said) => folded(location ?? '') === folded(said.location ?? '');

/** What two titles have in common that are one. */
export const foldedTitle = (title: string): string => folded(title);

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
