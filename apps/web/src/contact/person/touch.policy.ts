/** What can be noted of a word between you and somebody, and what it is for the API. */
import type { Audience, FollowUpKind } from '@app/contracts/words';

export const TOUCH = {
  they_wrote: { kind: 'mail', direction: 'in' },
  i_wrote: { kind: 'mail', direction: 'out' },
  call: { kind: 'call' },
  meeting: { kind: 'meeting' },
  note: { kind: 'note' },
} as const;

export type TouchChoice = keyof typeof TOUCH;
export const TOUCH_CHOICES = Object.keys(TOUCH) as TouchChoice[];

/** What is said to them, or is to be; what one does for oneself about a job stands with the job. */
export const isBetween = ({ audience, kind }: { audience: Audience; kind: FollowUpKind }): boolean =>
  audience === 'contact' || kind === 'check_in' || kind === 'half_year';

interface Standing {
  followUpId: string | null;
  at: string;
}

interface Step {
  id: string;
  sentAt: string | null;
  updatedAt: string;
}

export type Past<T, S> = { at: string } & ({ kind: 'touch'; touch: T } | { kind: 'step'; step: S });

/** What has been, in the order in which it was; a letter and that it went are one. */
export function pastWith<T extends Standing, S extends Step>(touches: readonly T[], steps: readonly S[]): Past<T, S>[] {
  const shown = new Set(steps.map(({ id }) => id));
  const said = touches
    .filter(({ followUpId }) => followUpId === null || !shown.has(followUpId))
    .map((touch) => ({ kind: 'touch' as const, at: touch.at, touch }));
  const gone = steps.map((step) => ({ kind: 'step' as const, at: step.sentAt ?? step.updatedAt, step }));
  return [...said, ...gone].toSorted((one, other) => one.at.localeCompare(other.at));
}
