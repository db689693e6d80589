import type { Stage } from '@app/contracts/words';
import { STAGE } from './application.words.js';
import { isBack, type Move } from './moves.policy.js';

export const ADDED = 'Recorded.';
export const MOVES = 'Where it goes';
export const SOMETHING_ELSE = 'Other steps';
export const UNDO = 'Undo';
export const READ_LETTER = 'Read the letter';

const FURTHER: Record<Move, string> = {
  saved: 'I did not apply yet',
  applied: 'I applied',
  screening: 'They are looking at it',
  interview: 'An interview',
  offer: 'They made an offer',
  accepted: 'I said yes',
  withdrawn: 'I withdraw',
  not_rejected: 'Take the no back',
};

/** The step that comes next. */
const NEXT: Partial<Record<Move, string>> = {
  applied: 'Move on: I applied',
  screening: 'Move on: they are looking',
  interview: 'Move on: an interview',
  offer: 'Move on: an offer',
  accepted: 'Move on: I said yes',
};

export const nextWord = (to: Move) => NEXT[to] ?? FURTHER[to];

export function moveWord(stage: Stage, to: Move): string {
  if (to === 'interview' && stage === 'interview') return 'Another interview';
  return isBack(stage, to) ? `Back to: ${STAGE[to as Stage].toLowerCase()}` : FURTHER[to];
}

/** Said once it is done. */
export const MOVED: Record<Move, string> = {
  saved: 'It is kept for later.',
  applied: 'You applied.',
  screening: 'They are looking at it.',
  interview: 'The interview is noted.',
  offer: 'They made you an offer.',
  accepted: 'You said yes.',
  withdrawn: 'You withdrew.',
  not_rejected: 'The no is taken back. It stands where it stood before.',
};
export const IS_BACK = 'It stands where it stood before.';

export const WHEN = 'When you talk, if you know';
export const WHEN_AGAIN = 'When you talk';
export const WHEN_MISSING = 'Say when.';
export const NOTE_IT = 'Note it';
