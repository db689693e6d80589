/** What a careers page says to machines, and whether it tells people that a job is gone. */
import { Parser } from 'htmlparser2';
import { UnreadableBoard } from './connector.js';
import { ItemReader } from './item-markup.js';
import { jsonBlock } from './json-block.js';
import { keepLink, keepSpokenOf, type PageLinks } from './shown-board.js';

export interface CareersPage {
  /** The JSON-LD blocks, decoded. */
  blocks: unknown[];
  /** The JobPostings in microdata and RDFa, as JSON-LD would say them. */
  items: object[];
  links: PageLinks;
  unreadableBlocks: number;
  /** Those of them that speak of a JobPosting. */
  unreadableJobs: number;
  noindex: boolean;
  saysClosed: boolean;
  offersToApply: boolean;
}

const CLOSED =
  /no longer (?:accepting|available|open|active)|(?:job|role|position|posting|vacancy)\s+(?:is|has been|was)?\s*(?:now\s+)?(?:closed|expired|filled)|applications? (?:are|have|is|has) (?:now\s+)?(?:been\s+)?closed|job expired/i;
const APPLY = /\b(?:apply|bewerben|postuler|solicitar|candidatar|sollicite|ansök|aplikuj)/i;
const CONTROLS = new Set(['a', 'button', 'input']);
const SILENT = new Set(['script', 'style', 'template', 'noscript']);
/** The parser's work grows with the square of the depth. */
const DEEPEST = 5_000;

export function pageOf(html: string): CareersPage {
  const items = new ItemReader();
  const page = {
    blocks: [] as unknown[],
    items: items.jobs,
    links: { embedded: [], linked: [] } as PageLinks,
    unreadableBlocks: 0,
    unreadableJobs: 0,
    noindex: false,
    saysClosed: false,
    offersToApply: false,
  };
  const text: string[] = [];
  const controls: string[] = [];
  let block: string[] | null = null;
  let silent = 0;
  let inScript = false;
  let inControl = 0;
  let depth = 0;

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > DEEPEST) throw new UnreadableBoard('it answered a web page that is deeper than any is');
        items.begin(attributes);
        keepLink(page.links.embedded, name === 'a' ? undefined : attributes['src']);
        keepLink(page.links.linked, attributes['href'] ?? attributes['action']);
        inScript ||= name === 'script';
        if (name === 'script' && /^\s*application\/ld\+json\b/i.test(attributes['type'] ?? '')) block = [];
        if (name === 'meta' && /robots/i.test(attributes['name'] ?? '')) {
          page.noindex ||= /noindex|none/i.test(attributes['content'] ?? '');
        }
        if (CONTROLS.has(name)) {
          inControl += 1;
          controls.push(attributes['value'] ?? '', attributes['aria-label'] ?? '');
        }
        if (SILENT.has(name)) silent += 1;
      },
      ontext: (piece) => {
        if (block !== null) block.push(piece);
        else if (inScript) keepSpokenOf(page.links.embedded, piece);
        else if (silent === 0) {
          items.text(piece);
          (inControl > 0 ? controls : text).push(piece);
        }
      },
      onclosetag: (name) => {
        depth -= 1;
        items.end();
        if (name === 'script') inScript = false;
        if (name === 'script' && block !== null) {
          const markup = block.join('');
          const decoded = jsonBlock(markup);
          if (decoded !== undefined) page.blocks.push(decoded);
          else {
            page.unreadableBlocks += 1;
            if (markup.includes('JobPosting')) page.unreadableJobs += 1;
          }
          block = null;
        }
        if (CONTROLS.has(name)) inControl -= 1;
        if (SILENT.has(name)) silent -= 1;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);

  page.saysClosed = CLOSED.test(text.join(' '));
  page.offersToApply = controls.some((label) => APPLY.test(label));
  return page;
}
