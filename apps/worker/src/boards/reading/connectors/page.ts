/** What a careers page says to machines, and whether it tells people that a job is gone. */
import { Parser } from 'htmlparser2';
import { UnreadableBoard } from './connector.js';
import { isOverfull } from './json.js';
import { isHidden, leadsToApply, ofJobs, wallMark, type Shown } from './page-proof.policy.js';
import { SeenText } from './seen-text.js';

export interface CareersPage extends Shown {
  /** The JSON-LD blocks, decoded. */
  blocks: unknown[];
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
  const page: CareersPage = {
    blocks: [],
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
          for (const name of ['value', 'aria-label']) controls.add(attributes[name] ?? '');
        }
        if (SILENT.has(name)) silent += 1;
      },
      ontext: (piece) => {
        if (block !== null) block.push(piece);
        else if (silent === 0 && inControl > 0) controls.add(piece);
        else if (silent === 0 && hiddenFrom === null) text.add(piece);
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

  page.text = text.toString();
  page.saysClosed = CLOSED.test(ofJobs(page.text));
  page.offersToApply ||= APPLY.test(controls.toString());
  page.isCut = text.isCut || controls.isCut;
  return page;
}

/** Undefined for what is no JSON. Line breaks inside strings and a comma too many are common slips. */
function decodedBlock(text: string): unknown {
  const plain = unwrapped(text);
  if (isOverfull(plain)) return undefined;
  return parsed(plain) ?? parsed(plain.replace(/[\u0000-\u001F]+/g, ' ').replace(/,\s*([\]}])/g, '$1'));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const OPENERS = ['<!--', '<![CDATA[', '//'];
const CLOSERS = ['-->', ']]>', '//', ';'];
const MOST_WRAPPERS = 5;

/** Without what keeps markup from old browsers: comments and CDATA, each of them behind a comment of a script or not. */
function unwrapped(text: string): string {
  let plain = text.trim();
  for (let wrapper = 0; wrapper < MOST_WRAPPERS; wrapper += 1) {
    for (const opener of OPENERS) if (plain.startsWith(opener)) plain = plain.slice(opener.length).trimStart();
    for (const closer of CLOSERS) if (plain.endsWith(closer)) plain = plain.slice(0, -closer.length).trimEnd();
    if (plain.startsWith('/*')) plain = plain.slice(plain.indexOf('*/') + 2).trimStart();
    if (plain.endsWith('*/')) plain = plain.slice(0, plain.lastIndexOf('/*')).trimEnd();
  }
  return plain;
}
