/** `npm start` in one process, so that npm's signals reach it: builds when needed, then runs. */
import { goOnInNeededNode } from './node.mjs';

await goOnInNeededNode(import.meta.url);
await import('./build.mjs');
await import('../dist/apps/local/src/main.js');
