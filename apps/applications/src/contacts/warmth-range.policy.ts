/** Whose last touch makes them warm, cooling or cold: by moments where that is plain, one by one where a calendar decides. */
import type { Settings } from '@app/contracts';
import { addDuration } from '@app/follow-ups';

/** Months end on different days: this near to a turning point the calendar has to be asked. */
const NEAR = 4 * 24 * 60 * 60 * 1000;

export interface Turn {
  from: Date;
  to: Date;
}

/** Where warm becomes cooling, and cooling cold: between the two moments, somewhere. */
export function turns({ keepWarm, timezone }: Settings, now: Date): { cooling: Turn; cold: Turn } {
  const ago = (durations: readonly string[]) =>
    Math.max(...durations.map((duration) => addDuration(now, `-${duration}`, timezone).getTime()));
  const cold = ago([keepWarm.halfYear]);
  const cooling = keepWarm.after.length > 0 ? ago(keepWarm.after) : cold;
  return { cooling: around(cooling), cold: around(Math.min(cold, cooling)) };
}

const around = (moment: number): Turn => ({ from: new Date(moment - NEAR), to: new Date(moment + NEAR) });
