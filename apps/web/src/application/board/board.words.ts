import { at } from '../application.words.js';
import type { Why } from './board.policy.js';

export const CLOSED_HEADING = 'Closed';
export const SHOW_CLOSED = 'Show them';
export const FOLD = 'Fold';
export const MORE = 'Show more';
export const NONE_HERE = 'None is here.';
export const CHANGE_STAGE = 'Stage';
export const stageOf = (title: string, companyName: string) => `${CHANGE_STAGE}: ${at(title, companyName)}`;
export const goesTo = (title: string, companyName: string) => `Where ${at(title, companyName)} goes`;
export const TALK = 'You talk';
/** Before what was done, said of what. */
export const saidOf = (title: string, companyName: string, said: string) => `${at(title, companyName)}: ${said}`;
/** Why it is not offered, and what is refused where it is dropped. */
export const WHY: Record<Why, string> = {
  stays_withdrawn: 'You withdrew from it, and that stays.',
  further_than_the_no: 'After a no it goes back where it stood, or further than that.',
  no_is_recorded_from_open: 'They can say no to what you applied for and what is still open.',
  one_back: 'It goes any number of steps on, and one step back.',
};

export const OVERTAKEN = 'It has moved meanwhile. The board shows where it stands now.';
