import { STAGES } from '@app/contracts/words';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Application } from '../../api/shapes.js';
import { useStillness } from '../../live/use-stillness.js';
import { Button } from '../../look/button.js';
import { Opening } from '../../look/said.js';
import { useTitle } from '../../look/title.js';
import { useNarrow } from '../../look/use-narrow.js';
import { useApplications } from '../application.queries.js';
import { KEY } from '../application.verbs.js';
import { STAGE } from '../application.words.js';
import { FindApplication } from '../list/find-application.js';
import { sumsOf } from '../list/asked.policy.js';
import { counted, FILTER, HEADING, opening } from '../list/list.words.js';
import { Ways } from '../list/ways.js';
import { ViewWays } from '../list/view-ways.js';
import { NoLink } from '../no-link.js';
import { UNDO } from '../moves.words.js';
import { dropOn, type stageAfter, stageShown } from './board.policy.js';
import { COLUMNS } from './columns.policy.js';
import { useBoardMoves } from './board.queries.js';
import styles from './board.module.css';
import { WHY } from './board.words.js';
import { Cards } from './cards.js';
import { ClosedColumn } from './closed-column.js';
import { Column } from './column.js';
import { Say } from './say.js';
import { StageMenu } from './stage-menu.js';
import { useDragged } from './use-drag.js';

const route = getRouteApi('/frame/applications');

export default function BoardScreen() {
  useTitle(HEADING);
  const { q, stage: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const isNarrow = useNarrow();
  const { pages } = useApplications({ q, stage: COLUMNS[0] });
  const { counts } = pages[0]!;
  const sums = sumsOf(counts);
  const shown = stageShown(asked, counts);
  const { keep, touched } = useStillness();
  const moves = useBoardMoves(q);
  const [refused, setRefused] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ application: Application; button: HTMLElement } | null>(null);
  const undoButton = useRef<HTMLButtonElement>(null);
  const no = (id: string) => void navigate({ search: (before) => ({ ...before, no: id }), resetScroll: false });
  const move = (application: Application, to: Parameters<typeof stageAfter>[1]) => {
    setRefused(null);
    moves.press({ application, to });
  };
  const dragged = useDragged((application, target) => {
    const drop = dropOn(application, target);
    setRefused(drop.kind === 'refused' ? WHY[drop.why] : null);
    if (drop.kind === 'move') move(application, drop.to);
    else if (drop.kind === 'no') no(application.id);
  });
  const { last, undo, deeds, placed } = moves;
  // Whoever moved it by keyboard goes on from what takes it back.
  useEffect(() => {
    if (last !== null && document.activeElement === document.body) undoButton.current?.focus({ preventScroll: true });
  }, [last]);
  const back =
    last === null || last.moved.back === null || undo.isSuccess ? null : (
      <Button ref={undoButton} shortcut={KEY.undo} disabled={undo.isPending} onClick={() => undo.mutate(last)}>
        {UNDO}
      </Button>
    );
  const wentTo = last === null ? null : last.moved.application.stage;
  const onBoard = {
    q,
    placed,
    keep: (list: string, rows: readonly Application[]) => keep(`${list} ${deeds}`, rows, ({ id }) => id),
    askedId: menu?.application.id ?? null,
    onStage: (application: Application, button: HTMLElement) => setMenu({ application, button }),
  };
  return (
    <>
      <Opening over={HEADING}>{opening(sums, q)}</Opening>
      {sums.all === 0 && q === undefined ? <NoLink no="new" weight="filled" /> : null}
      <div className={styles.ask}>
        <FindApplication
          q={q}
          onFind={(words) => void navigate({ search: (before) => ({ ...before, q: words }), replace: true })}
        />
        <ViewWays view="board" />
        {isNarrow ? (
          <Ways
            label={FILTER}
            ways={STAGES.map((one) => ({
              word: counted(STAGE[one], counts[one]),
              asks: { stage: one },
              isTaken: one === shown,
            }))}
          />
        ) : null}
      </div>
      <Say moves={moves} refused={refused} undo={isNarrow ? back : null} />
      {isNarrow ? (
        <section {...touched}>
          <h2 id="stage-shown" className={styles.heading}>
            {STAGE[shown]} <span className={styles.count}>{counts[shown]}</span>
          </h2>
          <Cards stages={[shown]} labelledBy="stage-shown" {...onBoard} />
        </section>
      ) : (
        <div className={styles.board} {...touched}>
          {COLUMNS.map((stage) => (
            <Column
              key={stage}
              stage={stage}
              count={counts[stage]}
              dragged={dragged}
              undo={wentTo === stage ? back : null}
              {...onBoard}
            />
          ))}
          <ClosedColumn
            counts={counts}
            dragged={dragged}
            undo={wentTo !== null && !COLUMNS.some((stage) => stage === wentTo) ? back : null}
            {...onBoard}
          />
        </div>
      )}
      {menu === null ? null : (
        <StageMenu
          {...menu}
          onMove={(to) => move(menu.application, to)}
          onNo={() => no(menu.application.id)}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}
