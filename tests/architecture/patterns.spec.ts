/** Every pattern of the tree takes time in proportion to its text, whatever the text: `recheck` looks for one that does not. */
import { describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Pattern, patternsOf } from './patterns.js';
import { readText, ROOT, sourceFiles } from './source-tree.js';

// The one of its ways of working that is the same everywhere; read when the library is loaded.
process.env['RECHECK_SYNC_BACKEND'] = 'pure';
const { checkSync } = await import('recheck');

// Some take seconds, but each only once on a machine.
jest.setTimeout(20 * 60_000);
const LONGEST_MS = 5 * 60_000;
const FOUND_LINEAR = join(ROOT, 'node_modules/.cache/rekindle/linear-patterns.json');

const VERSION = (JSON.parse(readText('node_modules/recheck/package.json')) as { version: string }).version;

/** Null for a linear one; else what is wrong with it. */
function complaint({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string | null {
  const found = checkSync(source, flags, { timeout: LONGEST_MS });
  if (found.status === 'safe') return null;
  if (found.status === 'unknown') return `cannot be judged (${found.error.kind})`;
  return `${found.complexity.summary}, see ${found.attack.pattern}`;
}

describe('a pattern', () => {
  it.each([
    ['/\\s+$/', String.raw`\s+$`],
    ['of blanks side by side', String.raw`(?:job|role)\s+(?:is|was)?\s*(?:now\s+)?closed`],
    ['of nested repetition', '^(a+)+$'],
  ])('that is not linear is found: %s', (_, source) => {
    expect(complaint({ source, flags: '' })).toMatch(/polynomial|exponential/);
  });

  it('is found wherever it is written', () => {
    const text = [
      'const LABEL = String.raw`[a-z]+\\d`;',
      'const FLAGS = "gi";',
      'text.replace(/a\\/[/]b/u, "");',
      'new RegExp(`^(${LABEL})\\\\.${domain}$`, FLAGS);',
      'RegExp("x+");',
      'new RegExp(/y+/);',
    ].join('\n');
    expect(patternsOf({ path: 'a.ts', text })).toEqual([
      { source: 'a\\/[/]b', flags: 'u', place: 'a.ts:3' },
      { source: '^([a-z]+\\d)\\.word$', flags: 'gi', place: 'a.ts:4' },
      { source: 'x+', flags: '', place: 'a.ts:5' },
      { source: 'y+', flags: '', place: 'a.ts:6' },
    ]);
  });

  it('of the tree is linear', () => {
    const production = sourceFiles('apps', 'libs').filter(({ path }) => !path.endsWith('.spec.ts'));
    const patterns = production.flatMap(patternsOf);
    expect(patterns.length).toBeGreaterThan(200);

    const known = linearOnes();
    const bad = patterns.flatMap(({ source, flags, place }) => {
      const key = createHash('sha256').update(`${VERSION} ${flags} ${source}`).digest('base64url');
      const why = known.has(key) ? null : complaint({ source, flags });
      if (why === null) known.add(key);
      return why === null ? [] : [`${place} /${source}/${flags}: ${why}`];
    });
    keep(known);
    expect(bad).toEqual([]);
  });
});

function linearOnes(): Set<string> {
  return new Set(existsSync(FOUND_LINEAR) ? (JSON.parse(readFileSync(FOUND_LINEAR, 'utf8')) as string[]) : []);
}

function keep(known: ReadonlySet<string>): void {
  mkdirSync(dirname(FOUND_LINEAR), { recursive: true });
  writeFileSync(FOUND_LINEAR, JSON.stringify([...known]));
}
