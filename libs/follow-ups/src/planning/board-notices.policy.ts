/** What the candidate reads of a board beside closes and reopenings, in the next digest: a related role, a board that is gone. */
import { type MessageData, say, type Sentence, type Settings } from '@app/contracts';
import { firstReminderFrom } from '../reminder-time.policy.js';
import type { Planned } from './planned.policy.js';

interface Moment {
  settings: Settings;
  now: Date;
}

/** No letter: it is another job than the one that the candidate was turned down for. */
export function planRelatedRole(found: MessageData<'vacancy.similar_role_found.v1'>, moment: Moment): Planned {
  const { similar, closedAt } = found;
  const details = { closedAt, role: { title: similar.title, url: similar.url } };
  return noticeOf('related_role', say('related_role', { title: similar.title }), details, moment);
}

export function planBoardGone(gone: MessageData<'vacancy.board_gone.v1'>, moment: Moment): Planned {
  const { companyId, board, goneSince, title } = gone;
  const details = { companyId, board: { name: `${board.provider} ${board.slug}`, goneSince, title } };
  return noticeOf('board_gone', say('board_gone'), details, moment);
}

function noticeOf(kind: Planned['kind'], why: Sentence, details: object, { settings, now }: Moment): Planned {
  const { reminders, timezone, looking } = settings;
  const notice = {
    kind,
    audience: 'candidate',
    dueAt: firstReminderFrom(now, reminders.at, timezone),
    details,
  } as const;
  if (looking) return { ...notice, state: 'waiting', why };
  return { ...notice, state: 'skipped', why: say('not_looking') };
}
