/** The columns side by side, or in a narrow window one stage; what is done with a card is done here. */
import type { Stage } from '@app/contracts/words';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { NOT_REACHED } from '../../api/problems.words.js';
import type { Application } from '../../api/shapes.js';
import { useStillness } from '../../live/use-stillness.js';
import { Button } from '../../look/button.js';
import { KEY } from '../application.verbs.js';
import type { Move } from '../moves.policy.js';
import { UNDO } from '../moves.words.js';
import { dropOn } from './board.policy.js';
import { useBoardMoves } from './board.queries.js';
import styles from './board.module.css';
import { WHY } from './board.words.js';
import { ClosedColumn } from './closed-column.js';
import { Column } from './column.js';
import { CLOSED, COLUMNS } from './columns.policy.js';
import { OneStage } from './one-stage.js';
import { Say } from './say.js';
import { useDragged } from './use-drag.js';
import { useStageMenu } from './use-stage-menu.js';

const route = getRouteApi('/frame/applications');

interface Props {
  q: string | undefined;
  counts: Record<Stage, number>;
  /** Where there is no room for columns, the stage to show. */
  narrow: Stage | null;
}

export function Board({ q, counts, narrow }: Props) {
  const navigate = route.useNavigate();
  const { keep, touched } = useStillness();
  const { deed, press, placed, last, undo, deeds, problem } = useBoardMoves(q);
  const [refused, setRefused] = useState<string | null>(null);
  const { Menu, subject, open, close } = useStageMenu(() => setRefused(NOT_REACHED));
  const undoButton = useRef<HTMLButtonElement>(null);
  const no = (id: string) => void navigate({ search: (before) => ({ ...before, no: id }), resetScroll: false });
  const move = (application: Application, to: Move) => {
    setRefused(null);
    press({ application, to });
  };
  const dragged = useDragged((application, target) => {
    const drop = dropOn(application, target);
    if (drop.kind === 'move') move(application, drop.to);
    else setRefused(drop.kind === 'refused' ? WHY[drop.why] : null);
    if (drop.kind === 'no') no(application.id);
  });
  // Whoever moved it by keyboard goes on from what takes it back.
  useEffect(() => {
    if (last !== null && document.activeElement === document.body) undoButton.current?.focus({ preventScroll: true });
  }, [last]);
  // And from the card, once it stands where it stood.
  useEffect(() => {
    if (!undo.isSuccess || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-card="${undo.data.id}"] button`)?.focus();
  }, [undo.isSuccess, undo.data]);
  const back =
    last === null || last.moved.back === null || undo.isSuccess ? null : (
      <Button ref={undoButton} shortcut={KEY.undo} disabled={undo.isPending} onClick={() => undo.mutate(last)}>
        {UNDO}
      </Button>
    );
  const wentTo = last === null ? null : last.moved.application.stage;
  const undoIn = (stages: readonly Stage[]) => (wentTo !== null && stages.includes(wentTo) ? back : null);
  const onBoard = {
    q,
    placed,
    keep: (list: string, rows: readonly Application[]) => keep(`${list} ${deeds}`, rows, ({ id }) => id),
    askedId: subject?.application.id ?? null,
    onStage: open,
  };
  return (
    <>
      <Say
        deed={deed}
        last={last}
        isBack={undo.isSuccess}
        problem={problem}
        refused={refused}
        undo={narrow === null ? null : back}
      />
      {narrow === null ? (
        <div className={styles.board} {...touched}>
          {COLUMNS.map((stage) => (
            <Column
              key={stage}
              stage={stage}
              count={counts[stage]}
              dragged={dragged}
              undo={undoIn([stage])}
              {...onBoard}
            />
          ))}
          <ClosedColumn counts={counts} dragged={dragged} undo={undoIn(CLOSED)} {...onBoard} />
        </div>
      ) : (
        <OneStage stage={narrow} count={counts[narrow]} touched={touched} {...onBoard} />
      )}
      {subject === null || Menu === null ? null : (
        <Menu
          {...subject}
          onMove={(to) => move(subject.application, to)}
          onNo={() => no(subject.application.id)}
          onClose={close}
        />
      )}
    </>
  );
}
