import type { SweepOutcome } from '@app/contracts/words';
import { number } from '../../look/number.words.js';

export const READINGS = 'Readings';
export const NO_READINGS = 'It has not been read yet.';
export const MINE = 'Yours on this board';
export const NONE_MINE = 'None: the board itself is watched.';
export const NEVER_RECORDED = 'What you did not record';
export const NOTHING_OPEN = 'There is nothing else on it.';
export const NOTHING_FOUND = 'Nothing of that is on it.';
export const OPEN = 'Open';
export const GONE = 'Gone';
export const FIND = 'Find by title, place or department';
export const FIRST_SEEN = 'First seen';
export const NEW_SINCE = 'New since';
export const GONE_SINCE = 'Gone since';

export const OUTCOME: Record<SweepOutcome, string> = {
  ok: 'Read',
  not_modified: 'As before',
  truncated: 'Read in part',
  collapsed: 'Far fewer than before',
  board_gone: 'Was not there',
  failed: 'Could not be read',
  never_read: 'Showed nothing',
};

export const shown = (postings: number) => (postings === 1 ? 'one posting' : `${number(postings)} postings`);

/** Of a reading that was not believed, or failed: what more is known stands below. */
export const TROUBLED: Partial<Record<SweepOutcome, string>> = {
  truncated: 'Only a part of it could be read.',
  collapsed: 'It shows far fewer postings than before.',
  board_gone: 'It is not there any more.',
  failed: 'It could not be read.',
  never_read: 'It has shown no posting yet.',
};

interface Of {
  isRead: boolean;
  openPostings: number | null;
  mine: number;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How the board stands, in a sentence. */
export function boardOpening({ isRead, openPostings, mine }: Of): string {
  if (!isRead) return 'It will be read in a moment.';
  const open =
    openPostings === null
      ? 'It was read.'
      : `${capital(shown(openPostings))} ${openPostings === 1 ? 'is' : 'are'} open.`;
  if (mine === 0) return open;
  return `${open} You watch ${mine === 1 ? 'one job' : `${number(mine)} jobs`} on it.`;
}
