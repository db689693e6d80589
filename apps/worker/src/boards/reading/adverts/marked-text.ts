/** The markup of an ad as lines: what stands over something, what stands in a list, what is said. */
import { ofBoard } from '@app/contracts';
import { Parser } from 'htmlparser2';
import { UnreadableBoard } from '../connectors/connector.js';

export interface MarkedLine {
  kind: 'heading' | 'item' | 'text';
  text: string;
}

const BREAKS = new Set('p div br li ul ol h1 h2 h3 h4 h5 h6 section article header tr table blockquote'.split(' '));
const BOLD = new Set(['b', 'strong']);
const SILENT = new Set(['script', 'style', 'template', 'noscript']);
/** The parser's work grows with the square of the depth. */
const DEEPEST = 500;
const LONGEST = 200_000;
const LONGEST_HEADING = 120;

export function markedLines(markup: string): MarkedLine[] {
  const lines: MarkedLine[] = [];
  const open: string[] = [];
  let line = { text: '', plain: '', isHeading: false, isItem: false };
  const end = () => {
    const text = line.text.replace(/\s+/g, ' ').trim();
    const stands = line.isHeading || line.plain.trim() === '' || text.endsWith(':');
    const isHeading = stands && !line.isItem && text.length <= LONGEST_HEADING;
    if (text !== '') lines.push({ kind: line.isItem ? 'item' : isHeading ? 'heading' : 'text', text });
    line = { text: '', plain: '', isHeading: false, isItem: open.includes('li') };
  };
  const parser = new Parser({
    onopentag: (name) => {
      open.push(name);
      if (open.length > DEEPEST) throw new UnreadableBoard(ofBoard('web_page_too_deep'));
      if (BREAKS.has(name)) end();
      line.isItem ||= name === 'li';
      line.isHeading ||= /^h[1-6]$/.test(name);
    },
    ontext: (piece) => {
      if (open.some((name) => SILENT.has(name))) return;
      line.text += piece;
      if (!open.some((name) => BOLD.has(name))) line.plain += piece;
    },
    onclosetag: (name) => {
      open.pop();
      if (BREAKS.has(name)) end();
    },
  });
  parser.end(markup.slice(0, LONGEST));
  end();
  return lines;
}
