/** Which mark stands for a step: its shape says to whom, its filling how it stands. */
import type { Audience, ShownState } from '@app/contracts/words';

export type StepMark =
  'reminder' | 'letter' | 'letter-draft' | 'letter-held' | 'letter-unsure' | 'letter-sent' | 'ended';

const OF_LETTER: Record<ShownState, StepMark> = {
  draft: 'letter-draft',
  waiting: 'letter',
  due: 'letter',
  sending: 'letter',
  retrying: 'letter',
  held: 'letter-held',
  unconfirmed: 'letter-unsure',
  sent: 'letter-sent',
  answered: 'letter-sent',
  bounced: 'ended',
  failed: 'ended',
  cancelled: 'ended',
  skipped: 'ended',
  done: 'letter-sent',
};

export function markOf({ state, audience }: { state: ShownState; audience: Audience }): StepMark {
  const mark = OF_LETTER[state];
  return audience === 'contact' || mark === 'ended' ? mark : 'reminder';
}
