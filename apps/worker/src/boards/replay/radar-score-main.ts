/** Started by scripts/radar-score.mjs. */
import { scoreFolder, tableOf } from './score-folder.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Say which folder: npm run radar:score -- <folder with *_events.jsonl or *_snapshots.jsonl>\n');
  process.exit(1);
}
try {
  const scored = await scoreFolder(folder);
  process.stdout.write(`${tableOf(scored)}\n`);
  if (scored.length === 0) process.stderr.write(`No history lies in ${folder}.\n`);
  process.exitCode = scored.length > 0 && scored.every(({ score }) => !score.isShort) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${folder} cannot be scored: ${error instanceof Error ? error.message : 'unknown'}\n`);
  process.exitCode = 1;
}
