/** `npm run sign-in` in one process: builds when needed, then asks the Rekindle that runs. */
import { goOnInNeededNode } from './node.mjs';

await goOnInNeededNode(import.meta.url);
await import('./build.mjs');
await import('../dist/apps/local/src/sign-in-main.js');
