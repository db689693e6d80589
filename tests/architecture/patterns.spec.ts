/** Every pattern of the tree takes time in proportion to its text, whatever the text: `recheck` looks for one that does not. */
import { describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Pattern, patternsOf } from './patterns.js';
import { ROOT, sourceFiles } from './source-tree.js';

// Some take seconds, but each only once.
const PATIENCE_MS = 20 * 60_000;
jest.setTimeout(PATIENCE_MS);

/** Of each, null for a linear one, else what is wrong with it. */
function judged(patterns: Pick<Pattern, 'source' | 'flags'>[]): (string | null)[] {
  const judge = join(ROOT, 'tests/architecture/judge-patterns.js');
  const { stdout, stderr } = spawnSync(process.execPath, [judge], {
    input: JSON.stringify(patterns),
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  });
  if (stdout === '') throw new Error(`The patterns could not be judged: ${stderr}`);
  return JSON.parse(stdout) as (string | null)[];
}

describe('a pattern', () => {
  it('that is not linear is found', () => {
    const bad = [String.raw`\s+$`, String.raw`(?:job|role)\s+(?:is|was)?\s*(?:now\s+)?closed`, '^(a+)+$'];
    const found = judged(bad.map((source) => ({ source, flags: '' })));
    expect(found).toEqual(bad.map(() => expect.stringMatching(/(polynomial|exponential).*, see '/s)));
  });

  it('is found wherever it is written', () => {
    const text = [
      'const LABEL = String.raw`[a-z]+\\d`;',
      'const FLAGS = "gi";',
      'text.replace(/a\\/[/]b/u, "");',
      'new RegExp(`^(${LABEL})\\\\.${domain}$`, FLAGS);',
      'RegExp("x+");',
      'const Y = /y+/; new RegExp(`^${Y.source}`);',
    ].join('\n');
    expect(patternsOf({ path: 'a.ts', text })).toEqual([
      { source: 'a\\/[/]b', flags: 'u', place: 'a.ts:3' },
      { source: '^([a-z]+\\d)\\.word$', flags: 'gi', place: 'a.ts:4' },
      { source: 'x+', flags: '', place: 'a.ts:5' },
      { source: 'y+', flags: '', place: 'a.ts:6' },
      { source: '^y+', flags: '', place: 'a.ts:6' },
    ]);
  });

  it('of the tree is linear', () => {
    const production = sourceFiles('apps', 'libs').filter(({ path }) => !path.endsWith('.spec.ts'));
    const patterns = production.flatMap(patternsOf);
    expect(patterns.length).toBeGreaterThan(200);
    const verdicts = judged(patterns);
    const bad = patterns.flatMap(({ source, flags, place }, at) =>
      verdicts[at] === null ? [] : [`${place} /${source}/${flags}: ${verdicts[at]}`],
    );
    expect(bad).toEqual([]);
  });
});
