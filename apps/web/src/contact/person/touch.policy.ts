/** What can be noted of a word between you and somebody, and what it is for the API. */
export const TOUCH = {
  they_wrote: { kind: 'mail', direction: 'in' },
  i_wrote: { kind: 'mail', direction: 'out' },
  call: { kind: 'call' },
  meeting: { kind: 'meeting' },
  note: { kind: 'note' },
} as const;

export type TouchChoice = keyof typeof TOUCH;
export const TOUCH_CHOICES = Object.keys(TOUCH) as TouchChoice[];

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
