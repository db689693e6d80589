/** Started by scripts/boards-check.mjs. */
import { checkBoardFiles, tableOf } from './board-files.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Say which folder: npm run boards:check -- <folder with provider/file>\n');
  process.exit(1);
}
try {
  const checked = await checkBoardFiles(folder);
  process.stdout.write(`${tableOf(checked)}\n`);
  if (checked.length === 0) process.stderr.write(`No file of a board lies in ${folder}.\n`);
  process.exitCode = checked.length > 0 && checked.every(({ problems }) => problems.length === 0) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${folder} cannot be read: ${error instanceof Error ? error.message : 'unknown'}\n`);
  process.exitCode = 1;
}
