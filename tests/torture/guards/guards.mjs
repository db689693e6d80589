/** Guards, each with how it is taken out, what has to notice that, and what it has to report. */
import { OF_ADDRESSES } from './addresses.mjs';
import { OF_CHANGES } from './changes.mjs';
import { COMMANDS } from './commands.mjs';
import { PLANNING } from './planning.mjs';
import { QUEUE } from './queue.mjs';
import { OF_REASONS } from './reasons.mjs';
import { OF_REFUSALS } from './refusals.mjs';
import { OF_REMINDERS } from './reminders.mjs';
import { SENDING } from './sending.mjs';
import { STOPPING } from './stopping.mjs';

export const GUARDS = [
  ...SENDING,
  ...STOPPING,
  ...OF_REASONS,
  ...OF_ADDRESSES,
  ...OF_REMINDERS,
  ...OF_REFUSALS,
  ...PLANNING,
  ...OF_CHANGES,
  ...QUEUE,
  ...COMMANDS,
];
