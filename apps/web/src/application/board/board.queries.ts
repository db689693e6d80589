import type { Stage } from '@app/contracts/words';
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { getApplication } from '../../api/generated/sdk.gen.js';
import type { Application, ApplicationPage, Preview, Problem } from '../../api/shapes.js';
import { useDeed } from '../../follow-up/use-deed.js';
import { freshen } from '../../live/freshen.js';
import { isFinal, type Move } from '../moves.policy.js';
import { type Moved, movesOn } from '../moves.queries.js';
import { afterMove, stageAfter } from './board.policy.js';
import { OVERTAKEN } from './board.words.js';
import { boardQueries, STAGES_OF_COLUMNS } from './columns.queries.js';

export interface BoardMove {
  application: Application;
  to: Move;
}

interface Last {
  moved: Moved;
  from: Application;
}

/** Moves of any card: seen at once, returned where they are refused, and the last one taken back. */
export function useBoardMoves(q: string | undefined) {
  const queries = useQueryClient();
  const [pressed, setPressed] = useState<BoardMove | null>(null);
  const tag = useRef<string>(undefined);
  const [last, setLast] = useState<Last | null>(null);
  /** Of what was done here: rows that it moves do not wait for the pointer to leave. */
  const [deeds, setDeeds] = useState(0);
  const settle = (application: Application, from: Stage) => {
    STAGES_OF_COLUMNS.forEach((stages, index) => {
      const { queryKey } = boardQueries(q)[index]!;
      queries.setQueryData<InfiniteData<ApplicationPage, string | undefined>>(
        queryKey,
        (now) => now && { ...now, pages: afterMove(now.pages, stages, { application, from }) as ApplicationPage[] },
      );
    });
    setDeeds((before) => before + 1);
  };
  const readAgain = (id: string) =>
    void freshen(queries, [{ kind: 'application', id }]).then(() => setDeeds((before) => before + 1));
  const deed = useDeed<BoardMove, Moved>({
    foretell: async ({ application, to }): Promise<Preview> => {
      try {
        const { data, response } = await asSeen(application);
        tag.current = response?.headers.get('etag') ?? undefined;
        return await movesOn(queries, data).foretell({ to });
      } catch (error) {
        readAgain(application.id);
        throw error;
      }
    },
    act: async ({ application, to }) => {
      try {
        return await movesOn(queries, { ...application, tag: tag.current }).act({ to });
      } catch (error) {
        readAgain(application.id);
        throw error;
      }
    },
    isFinal: ({ application, to }) => isFinal(application.stage, to),
    onDone: (moved, { application }) => {
      settle(moved.application, application.stage);
      setLast({ moved, from: application });
      setPressed(null);
    },
  });
  const undo = useMutation<Application, Problem, Last>({
    mutationFn: async ({ moved, from }) => {
      try {
        await asSeen(moved.application);
        return await movesOn(queries, from).takeBack(moved);
      } catch (error) {
        readAgain(from.id);
        throw error;
      }
    },
    onSuccess: (application, { moved }) => settle(application, moved.application.stage),
  });
  const isOnItsWay = pressed !== null && (deed.isPending || deed.asked !== null);
  return {
    deed,
    press: (move: BoardMove) => {
      undo.reset();
      setLast(null);
      setPressed(move);
      deed.press(move);
    },
    /** Where a card is shown that is on its way. */
    placed: isOnItsWay
      ? { application: pressed.application, stage: stageAfter(pressed.application, pressed.to) }
      : null,
    last,
    undo,
    deeds,
    problem: undo.error ?? deed.problem,
  };
}

/** As it is now; where somebody moved it meanwhile, that is looked at first. */
async function asSeen({ id, stage }: Application) {
  const answer = await getApplication({ path: { id }, throwOnError: true });
  if (answer.data.stage !== stage) throw overtaken();
  return answer;
}

const overtaken = (): Problem => ({
  type: 'about:blank',
  title: OVERTAKEN,
  status: 412,
  code: 'overtaken',
  detail: OVERTAKEN,
  facts: {},
  instance: '',
});
