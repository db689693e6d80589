/** JobPosting as microdata (HTML, 5) or RDFa Lite, in the attributes of what people see: made into the shape of JSON-LD. */

type Value = string | { [name: string]: unknown };

interface Element {
  /** The properties of the item around it that it is a value of. */
  properties: string[];
  /** The item that it begins. */
  item: { '@type': string; [name: string]: unknown } | null;
  given: string | null;
  /** What is shown inside, where that is the value. */
  shown: string | null;
}

type Attributes = Readonly<Record<string, string>>;

/** What is read of a posting, its places and its number; anything else may be as long as it likes. */
const READ = new Set(
  (
    'title name url identifier value datePosted validThrough jobLocation jobLocationType applicantLocationRequirements ' +
    'address addressLocality addressRegion addressCountry hiringOrganization qualifications skills'
  ).split(' '),
);
const JOB = 'JobPosting';
const LONGEST_VALUE = 2_000;
const LONGEST_NAMES = 1_000;
/** Of one property: places, mostly. */
const MOST_VALUES = 1_000;
/** Of elements inside one another whose text counts. */
const MOST_OPEN = 16;

export class ItemReader {
  readonly jobs: object[] = [];
  private readonly open: Element[] = [];
  private readonly items: NonNullable<Element['item']>[] = [];
  private readonly listening: Element[] = [];

  begin(attributes: Attributes): void {
    const inItem = this.items.length > 0;
    const named = inItem ? (attributes['itemprop'] ?? attributes['property'] ?? '') : '';
    const names = named.slice(0, LONGEST_NAMES).split(/\s+/);
    const properties = [...new Set(names.flatMap((name) => propertyOf(name) ?? []))];
    const type = attributes['itemscope'] === undefined ? attributes['typeof'] : (attributes['itemtype'] ?? '');
    const item = type === undefined ? null : { '@type': typeIn(type) };
    const given = properties.length === 0 || item !== null ? null : givenIn(attributes);
    const element = { properties, item, given, shown: null as string | null };
    const listens = properties.length > 0 && given === null && this.listening.length < MOST_OPEN;
    if (listens) {
      element.shown = '';
      this.listening.push(element);
    }
    if (item !== null) this.items.push(item);
    this.open.push(element);
  }

  text(piece: string): void {
    for (const element of this.listening) {
      const room = LONGEST_VALUE - element.shown!.length;
      if (room > 0) element.shown += piece.slice(0, room);
    }
  }

  end(): void {
    const element = this.open.pop();
    if (element === undefined) return;
    const { item, properties, given, shown } = element;
    if (shown !== null) this.listening.splice(this.listening.indexOf(element), 1);
    if (item !== null) this.items.pop();
    if (item?.['@type'] === JOB) this.jobs.push(item);
    const text = (given ?? shown ?? '').slice(0, LONGEST_VALUE).replace(/\s+/g, ' ').trim();
    const isEmpty = item === null || Object.keys(item).length === 1;
    const around = this.items.at(-1);
    if (around !== undefined) for (const name of properties) add(around, name, isEmpty ? text : item);
  }
}

function propertyOf(name: string): string | undefined {
  const plain = name.replace(/^(?:schema:|https?:\/\/schema\.org\/)/, '');
  return READ.has(plain) ? plain : undefined;
}

function givenIn(attributes: Attributes): string | null {
  return (
    ['content', 'datetime', 'href', 'src', 'resource'].map((name) => attributes[name]).find((v) => v !== undefined) ??
    null
  );
}

function add(item: { [name: string]: unknown }, name: string, value: Value): void {
  const before = item[name];
  if (before === undefined) item[name] = value;
  else if (!Array.isArray(before)) item[name] = [before, value];
  else if (before.length < MOST_VALUES) before.push(value);
}

/** Of `http://schema.org/JobPosting`, `schema:JobPosting`; of several types the one that is looked for. */
function typeIn(types: string): string {
  const names = types
    .slice(0, LONGEST_NAMES)
    .trim()
    .split(/\s+/)
    .map((type) => type.split(/[/#:]/).at(-1) ?? '');
  return names.find((name) => name === JOB) ?? names[0] ?? '';
}
