/** What an ad asks for, out of all that it says: the part under a heading that says so. */
import { ASKS } from './asks.words.js';
import type { MarkedLine } from './marked-text.js';

const LONGEST = 20_000;

/** Null where nothing stands under such a heading: the rest is the company's story. */
export function requirementsIn(lines: readonly MarkedLine[]): string | null {
  const start = lines.findIndex(({ kind, text }, at) => kind === 'heading' && ASKS.test(text) && isSaid(lines[at + 1]));
  if (start === -1) return null;
  const after = lines.slice(start + 1);
  const end = after.findIndex(({ kind }) => kind === 'heading');
  return allOf(end === -1 ? after : after.slice(0, end));
}

/** All of a part that is nothing else; the heading that it begins with says what is known. */
export function allOf(lines: readonly MarkedLine[]): string | null {
  const said = lines[0]?.kind === 'heading' ? lines.slice(1) : lines;
  const text = said.map(({ kind, text }) => (kind === 'item' ? `- ${text}` : text)).join('\n');
  return text.slice(0, LONGEST).trim() || null;
}

const isSaid = (line: MarkedLine | undefined) => line !== undefined && line.kind !== 'heading';
