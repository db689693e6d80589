/** Guards, each with how it is taken out, what has to notice that, and what it has to report. */
import { COMMANDS } from './commands.mjs';
import { QUEUE } from './queue.mjs';
import { SENDING } from './sending.mjs';
import { STOPPING } from './stopping.mjs';

export const GUARDS = [...SENDING, ...STOPPING, ...QUEUE, ...COMMANDS];
