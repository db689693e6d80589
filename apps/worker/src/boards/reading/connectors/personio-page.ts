/** Personio's careers page, read where a company has switched its feed off: the boxes that link to its jobs. */
import { ofBoard } from '@app/contracts';
import { Parser } from 'htmlparser2';
import { UnreadableBoard } from './connector.js';
import { SeenText } from './seen-text.js';

export interface JobBox {
  /** As in the feed. */
  id: string | null;
  name: string;
  department: string | null;
  offices: string[];
}

type Part = 'title' | 'place';
interface Box {
  href: string;
  named: Record<string, string>;
  title: string[];
  place: string[];
  rest: string[];
}

/** The parser's work grows with the square of the depth. */
const DEEPEST = 5_000;
const LONGEST = 20_000;
/** What only a list of jobs has on it, also one that is empty. */
const LISTING = /\btab-container\b|\bjob-summary\b/;
const OF_PERSONIO = /^(?:https?:)?\/\/(?:[\w-]+\.)*personio\.(?:de|com)(?:[/?#]|$)/i;
const SAYS_NONE =
  /\bno (?:(?:open|vacant|current|available)\s+)+(?:positions|jobs|roles)\b|\bno (?:vacancies|openings)\b|\bkeine (?:offenen|aktuellen|freien)\s+(?:stellen|positionen|jobs)\b/i;
/** Jobs that the page knows of, wherever it keeps them for its scripts. */
const KNOWS_JOBS = /\/job\/\d|available_languages/;

/** Throws for what is not surely the whole page: a wall, a notice or half a page would show no job either. */
export function boxesIn(html: string, slug: string): JobBox[] {
  if (!/<\/html\s*>/i.test(html)) throw new UnreadableBoard(ofBoard('web_page_breaks_off'));
  const { boxes, isListing, isPersonios, text } = scan(html);
  if (boxes.length === 0) {
    const isEmpty = isListing || (isPersonios && !text.isCut && SAYS_NONE.test(text.toString()));
    if (!isEmpty) throw new UnreadableBoard(ofBoard('no_feed_and_no_list'));
    if (KNOWS_JOBS.test(html)) throw new UnreadableBoard(ofBoard('jobs_not_readable'));
  }
  return boxes.map((box) => boxOf(box, slug));
}

function scan(html: string) {
  const boxes: Box[] = [];
  const text = new SeenText();
  const parts: (Part | null)[] = [];
  let box: Box | null = null;
  let silent = 0;
  let isListing = false;
  let isPersonios = false;
  const parser = new Parser({
    onopentag: (name, { class: classes = '', id = '', href = '', src = '', ...more }) => {
      if (parts.length > DEEPEST) throw new UnreadableBoard(ofBoard('web_page_too_deep'));
      if (name === 'script' || name === 'style' || name === 'template') silent += 1;
      isListing ||= LISTING.test(`${id} ${classes}`);
      isPersonios ||= OF_PERSONIO.test(href) || OF_PERSONIO.test(src);
      if (name === 'a' && classes.includes('job-box')) {
        box = { href, named: more, title: [], place: [], rest: [] };
        boxes.push(box);
        parts.push(null);
      } else parts.push(box === null ? null : (partOf(name, classes, more['lang'], box) ?? parts.at(-1) ?? null));
    },
    ontext: (piece) => {
      if (silent > 0) return;
      if (box === null) text.add(piece);
      else box[parts.at(-1) ?? 'rest'].push(piece);
    },
    onclosetag: (name) => {
      parts.pop();
      if (name === 'a') box = null;
      if (name === 'script' || name === 'style' || name === 'template') silent -= 1;
    },
  });
  parser.end(html);
  return { boxes, isListing, isPersonios, text };
}

/** The first of each; a title may stand there once in every language, and the English one is the feed's. */
function partOf(name: string, classes: string, language: string | undefined, box: Box): Part | null {
  if (/^h[1-6]$/.test(name) || /\bjb-title\b/.test(classes)) {
    if (box.title.length > 0 && language !== 'en') return null;
    box.title = [];
    return 'title';
  }
  const isPlace = classes.includes('jobMetaText') || /\bmulti-offices-desktop\b/.test(classes);
  return isPlace && box.place.length === 0 ? 'place' : null;
}

function boxOf({ href, named, title, place, rest }: Box, slug: string): JobBox {
  const office = shown(named['data-job-position-office'] ?? '') || shown(place.join(''));
  return {
    id: idIn(href, slug),
    name: shown(named['data-job-position-name'] ?? '') || shown(title.join('')) || shown(rest.join(' ')),
    department: shown(named['data-job-position-department'] ?? '') || null,
    offices: [office.replace(/^[·\s]+|(?<![·\s])[·\s]+$/g, '')],
  };
}

function idIn(href: string, slug: string): string | null {
  const url = URL.parse(href.trim(), `https://${slug}.jobs.personio.de`);
  const isOwn =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.hostname.replace(/\.com$/, '.de') === `${slug}.jobs.personio.de`;
  return isOwn ? (/^\/job\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1] ?? null) : null;
}

/** White space as a browser shows it; of a text without an end its beginning. */
function shown(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim();
}
