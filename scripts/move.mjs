/** `npm run move` in one process: builds when needed, then moves. */
import './build.mjs';

await import('../dist/apps/local/src/move-main.js');
