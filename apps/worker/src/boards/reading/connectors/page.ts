/** What a careers page says to machines, and whether it tells people that a job is gone. */
import { Parser } from 'htmlparser2';
import { UnreadableBoard } from './connector.js';
import { isOverfull } from './json.js';
import { isHidden, leadsToApply, ofJobs, wallMark } from './page-proof.policy.js';

export interface CareersPage {
  /** The JSON-LD blocks, decoded. */
  blocks: unknown[];
  unreadableBlocks: number;
  /** Those of them that speak of a JobPosting. */
  unreadableJobs: number;
  saysClosed: boolean;
  offersToApply: boolean;
  /** What stands before the page instead of it, by its elements. */
  wall: 'a challenge before the page' | 'a login before the page' | null;
  /** What people read, its white space collapsed. */
  text: string;
}

const CLOSED =
  /no longer (?:accepting|available|open|active)|(?:job|role|position|posting|vacancy)\s+(?:is|has been|was)?\s*(?:now\s+)?(?:closed|expired|filled)|applications? (?:are|have|is|has) (?:now\s+)?(?:been\s+)?closed|job expired/i;
const APPLY = /\b(?:apply|bewerben|postuler|solicitar|candidatar|sollicite|ansök|aplikuj)/i;
const CONTROLS = new Set(['a', 'button', 'input']);
const SILENT = new Set(['script', 'style', 'template', 'noscript']);
/** The parser's work grows with the square of the depth. */
const DEEPEST = 5_000;

export function pageOf(html: string): CareersPage {
  const page: CareersPage = {
    blocks: [],
    unreadableBlocks: 0,
    unreadableJobs: 0,
    saysClosed: false,
    offersToApply: false,
    wall: null,
    text: '',
  };
  const text: string[] = [];
  const controls: string[] = [];
  let block: string[] | null = null;
  let silent = 0;
  let inControl = 0;
  let depth = 0;
  let hiddenFrom: number | null = null;

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > DEEPEST) throw new UnreadableBoard('it answered a web page that is deeper than any is');
        if (name === 'script' && /^\s*application\/ld\+json\b/i.test(attributes['type'] ?? '')) block = [];
        page.wall ??= wallMark(name, attributes);
        page.offersToApply ||= leadsToApply(name, attributes);
        if (hiddenFrom === null && isHidden(attributes)) hiddenFrom = depth;
        if (CONTROLS.has(name)) {
          inControl += 1;
          controls.push(attributes['value'] ?? '', attributes['aria-label'] ?? '');
        }
        if (SILENT.has(name)) silent += 1;
      },
      ontext: (piece) => {
        if (block !== null) block.push(piece);
        else if (silent === 0 && inControl > 0) controls.push(piece);
        else if (silent === 0 && hiddenFrom === null) text.push(piece);
      },
      onclosetag: (name) => {
        if (depth === hiddenFrom) hiddenFrom = null;
        depth -= 1;
        if (name === 'script' && block !== null) {
          const markup = block.join('');
          const decoded = decodedBlock(markup);
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

  page.text = text.join(' ').replace(/\s+/g, ' ');
  page.saysClosed = CLOSED.test(ofJobs(page.text));
  page.offersToApply ||= controls.some((label) => APPLY.test(label));
  return page;
}

/** Undefined for what is no JSON. Line breaks inside strings are a common slip, and comments around the whole another. */
function decodedBlock(text: string): unknown {
  const plain = text.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[)|(?:-->|\]\]>|;)\s*$/gs, '').trim();
  if (isOverfull(plain)) return undefined;
  for (const attempt of [plain, plain.replace(/[\u0000-\u001F]+/g, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      continue;
    }
  }
  return undefined;
}
