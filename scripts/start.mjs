/** `npm start` in one process, so that npm's signals reach it: builds when needed, then runs. */
import './build.mjs';

await import('../dist/apps/local/src/main.js');
