import type { IsMine, Mine, Side, Suited } from '@app/contracts/words';

export const TITLE = (title: string, companyName: string) => `Look back: ${title} at ${companyName}`;
export const OVER = (job: string, day: string, stage: string) =>
  `${job} · They said no on ${day}, at the ${stage} stage`;

export const OPENING = 'Look at it from outside: what happened, and what you take from it.';
export const LOOKED_BACK = (day: string) => `You looked back on this one on ${day}.`;
export const SKIPPED = (day: string) => `You left this one aside on ${day}. It asks for nothing more.`;
export const NO_NO = 'There is something to look back on after a no, not before.';
export const STAYS = 'What you wrote stays here.';

export const SETTLE = 'What becomes of it';
export const LOOK_BACK = 'I have looked back';
export const SKIP = 'Skip this one for good';
export const UNDO = 'Undo';
export const TO_APPLICATION = 'To the application';
export const SAVED_AS_TYPED = 'Saved as you type. Nobody else reads it, and nothing is weighed.';
export const SAVED = 'Saved';
export const WRITING = 'Writing…';
export const AS_LEFT = 'As you left it.';
export const NOT_SAVED = 'Not saved yet: Rekindle does not answer. It stays in this tab and is tried again.';
export const TRY_AGAIN = 'Try again';

export const HAPPENED = 'What happened';
export const ASKED = 'What I was asked';
export const ANSWERED = 'What I answered';
export const WOULD_CHANGE = 'What I would change';
export const WOULD_CHANGE_HINT = 'One thing is enough.';

export const COLUMNS = 'Right for me, or not right for me';
export const SIDE: Record<Side, string> = { right: 'Right for me', not_right: 'Not right for me' };
export const PART: Record<Suited, string> = {
  company: 'The company',
  people: 'The people',
  room: 'The room',
  work: 'The work',
  leading: 'How they lead',
  talking: 'How we talked',
};
export const WHY = (part: Suited) => `Why: ${PART[part].charAt(0).toLowerCase()}${PART[part].slice(1)}`;

export const IS_IT_MINE = 'Is it mine';
export const MINE_OF: Record<Mine, string> = { company: 'This company', role: 'This role', field: 'This field' };
export const ANSWER: Record<IsMine, string> = { yes: 'Yes', no: 'No', not_sure: 'Not sure' };

export const QUALITIES = 'What they asked for, and what I bring';
export const NO_REQUIREMENTS = 'The vacancy says nothing of it here. A line of your own does as well.';
export const ADD_PAIR = 'Add a line';
export const REQUIREMENT = 'They asked for';
export const BRINGING = 'I bring';

export const WHY_IT_WAS = 'The reason';
export const THEIRS = 'As they said it';
export const MINE_READING = 'As I read it';
export const NO_WORDS = 'They gave no reason in words.';
export const MY_REASON = 'Closest to it';
export const MY_WORDS = 'In my own words';
export const NOT_SAID = 'I do not know';

export const MEANWHILE = 'This was changed in another window meanwhile, where you wrote as well.';
export const KEEP_MINE = 'Keep what stands here';
export const TAKE_THEIRS = 'Take what was written there';

/** On the application's page. */
export const LINE = 'Look back';
export const TO_LOOK_BACK = 'Look back';
export const READ_ON = 'Read it';
export const OPEN_LINE = 'What happened, seen from outside, and what you take from it.';
export const DONE_LINE = (day: string) => `You looked back on ${day}.`;
export const DONE_WITH = (day: string, change: string) => `You looked back on ${day}: ${change}`;
export const SKIPPED_LINE = (day: string) => `You left it aside on ${day}.`;
export const BEGUN_LINE = 'You have begun to look back.';
