/** All histories of a folder, `<name>_events.jsonl` and `<name>_snapshots.jsonl`, each against its `<name>_truth.json`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTruth, sweepsOfEvents, sweepsOfSnapshots } from './history.js';
import { scoreEvents, scoreSnapshots, type Score } from './score.js';

export interface ScoredFile {
  file: string;
  score: Score;
}

export async function scoreFolder(folder: string): Promise<ScoredFile[]> {
  const files = (await readdir(folder)).sort();
  const scored: ScoredFile[] = [];
  for (const file of files) {
    const [, name, kind] = /^(.*_|)(events|snapshots)\.jsonl$/.exec(file) ?? [];
    if (kind === undefined) continue;
    const text = await readFile(join(folder, file), 'utf8');
    const truth = readTruth(await readFile(join(folder, `${name}truth.json`), 'utf8'));
    try {
      const score =
        kind === 'events' ? scoreEvents(sweepsOfEvents(text), truth) : scoreSnapshots(sweepsOfSnapshots(text), truth);
      scored.push({ file, score });
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : 'unknown'}`, { cause: error });
    }
  }
  return scored;
}

export function tableOf(scored: readonly ScoredFile[]): string {
  const head = ['file', 'measure', 'truth', 'held back', 'told', 'right', 'precision', 'recall', 'at least', ''];
  const rows = scored.flatMap(({ file, score }) =>
    score.measures.map(({ what, truth, heldBack, told, right, precision, recall, need }) => [
      file,
      what,
      ...[truth, heldBack, told, right].map(String),
      precision.toFixed(4),
      recall.toFixed(4),
      need.precision === 0 ? `recall ${need.recall}` : `${need.precision}`,
      precision < need.precision || recall < need.recall ? 'SHORT' : 'ok',
    ]),
  );
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]!.length)));
  const table = [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const notes = scored.flatMap(({ file, score }) => [
    '',
    file,
    ...score.remarks.map((remark) => `  ${remark}`),
    score.stretches.length === 0 ? '  the guard held nothing back' : '  held back by the guard:',
    ...score.stretches.map((stretch) => `    ${stretch}`),
  ]);
  return [...table, ...notes].join('\n');
}
