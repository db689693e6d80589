/** Two presses note a word with somebody; one more takes it back. */
import { useState } from 'react';
import { sentenceOf } from '../../api/problems.js';
import { Button } from '../../look/button.js';
import { useKeptFocus } from '../../look/use-kept-focus.js';
import { NoteTouch } from './note-touch.js';
import styles from './person.module.css';
import { useTouches } from './person.queries.js';
import { NOTE, NOTED, TAKEN_BACK, UNDO } from './person.words.js';

export function TouchVerb({ id }: { id: string }) {
  const focus = useKeptFocus();
  const [isOpen, setOpen] = useState(false);
  const [last, setLast] = useState<{ touchId: string } | 'back' | null>(null);
  const { note, takeBack } = useTouches(id);
  if (isOpen)
    return (
      <div {...focus}>
        <NoteTouch
          id={id}
          isPending={note.isPending}
          problem={note.error}
          onNote={(body, key, done) =>
            note.mutate(
              { body, key },
              {
                onSuccess: (touch) => {
                  done();
                  setLast({ touchId: touch.id });
                  setOpen(false);
                },
              },
            )
          }
          onLeave={() => setOpen(false)}
        />
      </div>
    );
  const undo = (touchId: string) => takeBack.mutate(touchId, { onSuccess: () => setLast('back') });
  const begin = () => {
    note.reset();
    takeBack.reset();
    setLast(null);
    setOpen(true);
  };
  const error = takeBack.error;
  return (
    <div {...focus}>
      <p role="status" className={styles.quiet}>
        {last === null ? null : last === 'back' ? TAKEN_BACK : NOTED}
      </p>
      <div className={styles.verbs}>
        {last === null || last === 'back' ? null : (
          <Button shortcut="z" disabled={takeBack.isPending} onClick={() => undo(last.touchId)}>
            {UNDO}
          </Button>
        )}
        <Button weight="filled" shortcut="t" onClick={begin}>
          {NOTE}
        </Button>
      </div>
      {error === null ? null : <p role="alert">{sentenceOf(error)}</p>}
    </div>
  );
}
