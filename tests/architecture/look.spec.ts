import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText, ROOT } from './source-tree.js';

const WEB = 'apps/web/src';
const sheets = readdirSync(join(ROOT, WEB), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ path: `${WEB}/${name}`, text: readText(`${WEB}/${name}`) }));
const tokens = readText(`${WEB}/look/tokens.css`);
const tokenOf = new Map(
  [...tokens.matchAll(/^ {2}(--[a-z0-9-]+): ([^;]+);$/gm)].map(([, name = '', value = '']) => [name, value]),
);

describe('the look of the web', () => {
  it('has its tokens in one place, and every one that is used is there', () => {
    const unknown = sheets.flatMap(({ path, text }) =>
      [...text.matchAll(/var\((--[\w-]+)/g)]
        .filter(([, name = '']) => !tokenOf.has(name))
        .map(([, name]) => `${path}: ${name}`),
    );
    expect(unknown).toEqual([]);
    const elsewhere = sheets.filter(({ path, text }) => !path.endsWith('/tokens.css') && /^\s*--[\w-]+:/m.test(text));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it('uses every token', () => {
    const all = sheets.map(({ text }) => text).join('\n');
    expect([...tokenOf.keys()].filter((name) => !all.includes(`var(${name})`))).toEqual([]);
  });

  it('keeps distances on a grid of four', () => {
    const distances = [...tokenOf].filter(([name]) => name.startsWith('--space-'));
    expect(distances.length).toBeGreaterThan(5);
    expect(distances.filter(([, value]) => Number.parseInt(value, 10) % 4 !== 0)).toEqual([]);
    const lines = [...tokenOf]
      .filter(([name]) => name.startsWith('--text'))
      .map(([, value]) => Number(value.split('/')[1]?.replace('rem', '')) * 16);
    expect(lines.filter((line) => line % 4 !== 0)).toEqual([]);
  });

  it('has five sizes of type and two weights', () => {
    expect([...tokenOf.keys()].filter((name) => name.startsWith('--text'))).toHaveLength(5);
    expect(['--plain', '--strong'].map((name) => tokenOf.get(name))).toEqual(['400', '600']);
  });

  // WCAG 2.2: 4.5 for text, 3 for what says something without words. A morning and a line say nothing alone.
  const TEXT = 4.5;
  const SHAPE = 3;
  const grounds = ['--paper', '--sheet'];
  it.each([
    ...grounds.flatMap((ground) =>
      ['--ink', '--ink-quiet', '--act', '--act-pressed', '--wrong'].map((ink) => [ink, ground, TEXT] as const),
    ),
    ...grounds.flatMap((ground) => ['--edge', '--warmth'].map((shape) => [shape, ground, SHAPE] as const)),
    ['--on-act', '--act', TEXT] as const,
    ['--on-act', '--act-pressed', TEXT] as const,
    ['--ink', '--morning', TEXT] as const,
    ['--act', '--morning', SHAPE] as const,
  ])('%s on %s stands out by at least %d, by day and by night', (ink, ground, least) => {
    for (const scheme of [0, 1])
      expect(contrast(colour(ink, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(least);
  });
});

function colour(name: string, scheme: number): string {
  const hex = /^light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)$/.exec(tokenOf.get(name) ?? '')?.[scheme + 1];
  if (hex === undefined) throw new Error(`${name} is not a pair of colours`);
  return hex;
}

/** WCAG 2.2, 1.4.3. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
