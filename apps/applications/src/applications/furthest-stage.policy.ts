/** How far an application came, and since when it stands where it stands: out of its changes, the oldest first. */
import type { Stage } from '@app/contracts';

export interface Change {
  fromStage: Stage | null;
  toStage: Stage;
  at: Date;
}

export type StageOnTheWay = Exclude<Stage, 'rejected' | 'withdrawn'>;
const WAY: readonly StageOnTheWay[] = ['saved', 'applied', 'screening', 'interview', 'offer', 'accepted'];
const place = (stage: Stage): number => (WAY as readonly Stage[]).indexOf(stage);

/** A step that was taken back at once was a slip: it leads nowhere. */
function steps(changes: readonly Change[]): Change[] {
  const taken: Change[] = [];
  for (const change of changes) {
    const last = taken.at(-1);
    const isUndone = last !== undefined && last.fromStage === change.toStage && last.toStage === change.fromStage;
    if (isUndone && isBack(change)) taken.pop();
    else taken.push(change);
  }
  return taken;
}

/** From an end as well. */
const isBack = ({ fromStage, toStage }: Change): boolean =>
  fromStage !== null && (place(fromStage) === -1 || place(toStage) < place(fromStage));

/** `stages`: those of now, and the one at which it was turned down. An end is no place on the way. */
export function furthestStage(changes: readonly Change[], stages: readonly Stage[]): StageOnTheWay {
  const seen = [...steps(changes).flatMap(({ fromStage, toStage }) => [fromStage ?? toStage, toStage]), ...stages];
  return WAY[Math.max(...seen.map(place))] ?? 'saved';
}

export const stageSince = (changes: readonly Change[], recordedAt: Date): Date =>
  steps(changes).at(-1)?.at ?? recordedAt;
