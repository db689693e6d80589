import { sentenceOf } from '../../api/problems.js';
import type { Problem } from '../../api/shapes.js';
import { Button } from '../../look/button.js';
import { Group, Row } from '../../look/list.js';
import { day } from '../../time/moments.policy.js';
import { useYours } from '../../time/yours.js';
import type { Kind, Removed } from './removed.policy.js';
import { BRING_BACK, bringBackOf, GROUP, goesOn, removedOn } from './removed.words.js';

interface Props {
  kind: Kind;
  removed: readonly Removed[];
  /** What was last asked to come back. */
  tried: { id: string | undefined; isPending: boolean; error: Problem | null };
  onBack(what: Removed): void;
}

export function RemovedGroup({ kind, removed, tried, onBack }: Props) {
  const yours = useYours();
  if (removed.length === 0) return null;
  return (
    <Group heading={GROUP[kind]}>
      {removed.map((one) => (
        <Row
          key={one.id}
          title={one.name}
          reason={
            <>
              <p>{removedOn(day(one.removedAt, yours))}</p>
              {tried.id === one.id && tried.error !== null ? <p role="alert">{sentenceOf(tried.error)}</p> : null}
            </>
          }
          times={<time dateTime={one.goesAt.toISOString()}>{goesOn(day(one.goesAt, yours))}</time>}
          verbs={
            <Button aria-label={bringBackOf(one.name)} disabled={tried.isPending} onClick={() => onBack(one)}>
              {BRING_BACK}
            </Button>
          }
        />
      ))}
    </Group>
  );
}
