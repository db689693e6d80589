/** The verbs of an application in their place: the next stage, the others, what follows before the press, and what takes it back. */
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { sentenceOf } from '../api/problems.js';
import type { Application } from '../api/shapes.js';
import { Before } from '../follow-up/before.js';
import { useDeed } from '../follow-up/use-deed.js';
import { Button, buttonLook } from '../look/button.js';
import { useKeptFocus } from '../look/use-kept-focus.js';
import { paths } from '../paths.js';
import styles from './application.module.css';
import { canBeRejected } from './application.policy.js';
import { KEY } from './application.verbs.js';
import { InterviewWhen } from './interview-when.js';
import { useJustAdded } from './just-added.queries.js';
import { isFinal, type Move, movesOf } from './moves.policy.js';
import { type Moved, type Moving, useMoves } from './moves.queries.js';
import { ADDED, IS_BACK, MOVED, MOVES, moveWord, nextWord, READ_LETTER, SOMETHING_ELSE, UNDO } from './moves.words.js';
import { NoLink } from './no-link.js';

interface Props {
  application: Pick<Application, 'id' | 'stage' | 'contactId' | 'interviews' | 'rejection' | 'updatedAt'>;
  /** The letter that waits for a yes, and is the one thing to do. */
  draftId: string | null;
}

export function Moves({ application, draftId }: Props) {
  const { id, stage } = application;
  const othersId = useId();
  const focus = useKeptFocus();
  const [isOpen, setOpen] = useState(false);
  const [isDated, setDated] = useState(false);
  const [when, setWhen] = useState('');
  const [moved, setMoved] = useState<Moved | 'back' | null>(null);
  const { foretell, act, undo } = useMoves(application);
  const added = useJustAdded(application);
  const deed = useDeed<Moving, Moved>({
    foretell,
    act,
    isFinal: ({ to }) => isFinal(stage, to),
    onDone: (done) => {
      setMoved(done);
      setOpen(false);
      setDated(false);
      setWhen('');
    },
  });
  const press = (to: Move) => {
    undo.reset();
    added.forget();
    setMoved(null);
    if (to === 'interview' && stage !== 'offer') setDated(true);
    else deed.press({ to });
  };
  const goBack = (done: Moved) => undo.mutate(done, { onSuccess: () => setMoved('back') });
  const { first, others } = movesOf(application);
  // Whatever moved it since is no longer that move's to take back.
  const isThere = moved !== null && moved !== 'back' && (moved.to === 'not_rejected' || moved.to === stage);
  const problem = added.undo.error ?? undo.error ?? deed.problem;
  if (deed.asked !== null) {
    const { deed: asked, preview } = deed.asked;
    return (
      <div {...focus}>
        <Before
          preview={preview}
          verb={moveWord(stage, asked.to)}
          isFinal={isFinal(stage, asked.to)}
          isPending={deed.isPending}
          problem={deed.problem}
          onYes={() => deed.go(asked)}
          onLeave={deed.leave}
        />
      </div>
    );
  }
  return (
    <div {...focus}>
      {isDated ? (
        <InterviewWhen
          isAnother={stage === 'interview'}
          when={when}
          onWhen={setWhen}
          isPending={deed.isPending}
          problem={deed.problem}
          onSay={(scheduledAt) => deed.press({ to: 'interview', ...(scheduledAt !== null && { scheduledAt }) })}
          onLeave={() => setDated(false)}
        />
      ) : (
        <>
          <div className={styles.moves} role="group" aria-label={MOVES}>
            {draftId === null ? null : (
              <Link to={paths.letter(draftId)} {...buttonLook('filled')}>
                {READ_LETTER}
              </Link>
            )}
            {canBeRejected(application) ? <NoLink no={id} weight="outlined" /> : null}
            {added.isAdded ? (
              <Button shortcut={KEY.undo} disabled={added.undo.isPending} onClick={() => added.undo.mutate()}>
                {UNDO}
              </Button>
            ) : null}
            {isThere && moved.back !== null ? (
              <Button shortcut={KEY.undo} disabled={undo.isPending} onClick={() => goBack(moved)}>
                {UNDO}
              </Button>
            ) : null}
            {first === null ? null : (
              <Button disabled={deed.isPending} onClick={() => press(first)}>
                {nextWord(first)}
              </Button>
            )}
            {others.length === 0 ? null : (
              <Button
                shortcut={KEY.stage}
                aria-expanded={isOpen}
                aria-controls={othersId}
                onClick={() => setOpen(!isOpen)}
              >
                {SOMETHING_ELSE}
              </Button>
            )}
          </div>
          <div id={othersId} className={styles.moves} hidden={!isOpen}>
            {others.map((to) => (
              <Button key={to} disabled={deed.isPending} onClick={() => press(to)}>
                {moveWord(stage, to)}
              </Button>
            ))}
          </div>
          {problem === null ? null : <p role="alert">{sentenceOf(problem)}</p>}
        </>
      )}
      <p role="status" className={styles.moved}>
        {moved === 'back' ? IS_BACK : isThere ? MOVED[moved.to] : added.isAdded ? ADDED : null}
      </p>
    </div>
  );
}
