/** The JSON of a script block, in whatever wrapper old pages put it: comments, CDATA, line breaks in strings, a comma too many. */
import { isOverfull } from './json.js';

/** Around the whole, often behind slashes that hide them from scripts. */
const MARKERS = [
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!]]>',
  '/*<![CDATA[*/',
  '/*]]>*/',
  '//<!--',
  '//-->',
  '//<![CDATA[',
  '//]]>',
];

const LONGEST_WRAPPED = 2_000_000;

/** Undefined for what is no JSON all the same. */
export function jsonBlock(text: string): unknown {
  if (isOverfull(text)) return undefined;
  return parsed(text) ?? (text.length > LONGEST_WRAPPED ? undefined : parsed(unwrapped(text)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One walk over the text: what stands between its strings is JSON's own or nothing. */
function unwrapped(text: string): string {
  const kept: string[] = [];
  let at = 0;
  while (at < text.length) {
    const marker = MARKERS.find((each) => text.startsWith(each, at));
    if (text[at] === '"') {
      const end = endOfString(text, at);
      kept.push(text.slice(at, end).replace(/[\u0000-\u001F]+/g, ' '));
      at = end;
    } else if (marker !== undefined) at += marker.length;
    else if (text.startsWith('/*', at)) at = behind(text, '*/', at);
    else if (text.startsWith('//', at)) at = behind(text, '\n', at);
    else {
      const character = text[at]!;
      if (/[}\]]/.test(character) && kept.at(-1) === ',') kept.pop();
      if (/[^\s;\uFEFF]/.test(character)) kept.push(character);
      else if (!/[ ,]/.test(kept.at(-1) ?? ' ')) kept.push(' ');
      at += 1;
    }
  }
  return kept.join('');
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function behind(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found === -1 ? text.length : found + end.length;
}
