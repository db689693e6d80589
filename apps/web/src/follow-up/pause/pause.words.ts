import type { PauseDay } from './pause.policy.js';

export const PAUSE = 'No letters until…';
export const UNTIL_WHEN = 'No letters until';
export const OFFERED: Record<PauseDay, string> = {
  tomorrow: 'Tomorrow',
  in_a_week: 'In a week',
  after_the_holidays: 'After the holidays',
};
export const offered = (day: PauseDay, date: string) => `${OFFERED[day]}, ${date}`;
export const SEE = 'See what waits then';
export const pauseUntil = (day: string) => `No letters until ${day}`;

/** One line while it is so. */
export const paused = (day: string) => `No letters go until ${day}.`;
export const LETTERS_AGAIN = 'Letters may go again';
export const THEY_GO = 'Letters go again.';
