/** The parser of boards, which answers how much of the processor's time each reading took it. Started by its path. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const built = (path) => import(pathToFileURL(join(process.cwd(), 'dist/apps/worker/src', path)).href);
const { parseTasks } = await built('parsers/parse-tasks.js');
const { parsed } = await built('boards/reading/parsing.js');

parseTasks(({ task, times }) =>
  Array.from({ length: times }, () => {
    const before = process.threadCpuUsage();
    parsed(task);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  }),
);
