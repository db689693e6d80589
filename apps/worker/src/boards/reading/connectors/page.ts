/** What a careers page says to machines, and whether it tells people that a job is gone. */
import { ofBoard } from '@app/contracts';
import { Parser } from 'htmlparser2';
import { UnreadableBoard } from './connector.js';
import { ItemReader } from './item-markup.js';
import { jsonBlock } from './json-block.js';
import { isHidden, leadsToApply, ofJobs, wallMark, type Shown } from './page-proof.policy.js';
import { SeenText } from './seen-text.js';
import { keepLink, keepSpokenOf, type PageLinks } from './shown-board.js';

export interface CareersPage extends Shown {
  /** The JSON-LD blocks, decoded. */
  blocks: unknown[];
  /** The JobPostings in microdata and RDFa, as JSON-LD would say them. */
  items: object[];
  links: PageLinks;
  unreadableBlocks: number;
}

const CLOSED =
  /no longer (?:accepting|available|open|active)|(?:job|role|position|posting|vacancy) (?:(?:is|has been|was) )?(?:now )?(?:closed|expired|filled)|applications? (?:are|have|is|has) (?:now )?(?:been )?closed|job expired/i;
const APPLY = /\b(?:apply|bewerben|postuler|solicitar|candidatar|sollicite|ansök|aplikuj)/i;
const CONTROLS = new Set(['a', 'button', 'input']);
const SILENT = new Set(['script', 'style', 'template', 'noscript']);
/** The parser's work grows with the square of the depth. */
const DEEPEST = 5_000;

export function pageOf(html: string): CareersPage {
  const items = new ItemReader();
  const page: CareersPage = {
    blocks: [],
    items: items.jobs,
    links: { embedded: [], linked: [] },
    unreadableBlocks: 0,
    unreadableJobs: 0,
    saysClosed: false,
    offersToApply: false,
    isCut: false,
    wall: null,
    text: '',
  };
  const text = new SeenText();
  const controls = new SeenText();
  let block: string[] | null = null;
  let silent = 0;
  let inScript = false;
  let inControl = 0;
  let depth = 0;
  let hiddenFrom: number | null = null;

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > DEEPEST) throw new UnreadableBoard(ofBoard('web_page_too_deep'));
        items.begin(attributes);
        keepLink(page.links.embedded, name === 'a' ? undefined : attributes['src']);
        keepLink(page.links.linked, attributes['href'] ?? attributes['action']);
        inScript ||= name === 'script';
        if (name === 'script' && /^\s*application\/ld\+json\b/i.test(attributes['type'] ?? '')) block = [];
        page.wall ??= wallMark(name, attributes);
        page.offersToApply ||= leadsToApply(name, attributes);
        if (hiddenFrom === null && isHidden(attributes)) hiddenFrom = depth;
        if (CONTROLS.has(name)) {
          inControl += 1;
          for (const name of ['value', 'aria-label']) controls.add(attributes[name] ?? '');
        }
        if (SILENT.has(name)) silent += 1;
      },
      ontext: (piece) => {
        if (block !== null) block.push(piece);
        else if (inScript) keepSpokenOf(page.links.embedded, piece);
        else if (silent === 0) {
          items.text(piece);
          if (inControl > 0) controls.add(piece);
          else if (hiddenFrom === null) text.add(piece);
        }
      },
      onclosetag: (name) => {
        if (depth === hiddenFrom) hiddenFrom = null;
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

  page.text = text.toString();
  page.saysClosed = CLOSED.test(ofJobs(page.text));
  page.offersToApply ||= APPLY.test(controls.toString());
  page.isCut = text.isCut || controls.isCut;
  return page;
}
