/** What a page without markup for machines says of itself: its title, its first heading, whose site it is. */
import { ofBoard } from '@app/contracts';
import { Parser } from 'htmlparser2';
import { UnreadableBoard } from '../connectors/connector.js';

export interface PageHead {
  title: string;
  /** Of the page that stands there alone; empty where there are several, or none. */
  heading: string;
  shared: Map<string, string>;
}

const DEEPEST = 5_000;
const LONGEST = 1_000;
const SHARED = new Set(['og:title', 'og:site_name', 'og:type']);

export function pageHead(html: string): PageHead {
  const shared = new Map<string, string>();
  const texts = { title: '', h1: '' };
  let headings = 0;
  let depth = 0;
  let inside: 'title' | 'h1' | null = null;
  const parser = new Parser({
    onopentag: (name, { property = '', name: named = '', content = '' }) => {
      depth += 1;
      if (depth > DEEPEST) throw new UnreadableBoard(ofBoard('web_page_too_deep'));
      const of = property || named;
      if (name === 'meta' && SHARED.has(of) && !shared.has(of)) shared.set(of, content.slice(0, LONGEST));
      if (name === 'h1') headings += 1;
      if ((name === 'title' && texts.title === '') || name === 'h1') inside = name;
    },
    ontext: (piece) => {
      if (inside !== null && texts[inside].length < LONGEST) texts[inside] += piece.slice(0, LONGEST);
    },
    onclosetag: (name) => {
      depth -= 1;
      if (name === inside) inside = null;
    },
  });
  parser.end(html);
  return { title: texts.title, heading: headings === 1 ? texts.h1 : '', shared };
}
