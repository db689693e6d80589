/** The verbs of a step as words in their place, what takes the last one back, and what the API answered where it refused one. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { sentenceOf } from '../api/problems.js';
import type { FollowUp } from '../api/shapes.js';
import { Button, buttonLook } from '../look/button.js';
import { useKeptFocus } from '../look/use-kept-focus.js';
import { paths } from '../paths.js';
import { usePress } from './follow-up.queries.js';
import { type Asking, asksFirst, INVERSE, KEY, type Press, type VerbKey, verbsOf } from './follow-up.verbs.js';
import { PRESSED, UNDO, VERB, verbOf, wordOf } from './follow-up.words.js';
import { Asks } from './asks.js';
import { Later } from './later.js';
import styles from './step-verbs.module.css';

interface Props {
  step: Pick<FollowUp, 'id' | 'kind' | 'state' | 'audience'>;
  /** What it is, where others have the same verbs. */
  of?: string;
  /** Whose morning it goes in (IANA); null where it is nobody else's, or not known. */
  timezone: string | null;
  /** Where it is read already, and the first verb is the one thing to do. */
  isOnItsPage?: boolean;
  /** The one thing to do on a page of several. */
  isFirst?: boolean;
  /** Where its words can be changed, the way there. */
  edit?: ReactNode;
}

/** Seldom what is wanted. */
const PUTS_OFF = new Set<VerbKey>(['hold', 'later', 'send_now', 'stop']);

export function StepVerbs({ step, of, timezone, isOnItsPage = false, isFirst = false, edit = null }: Props) {
  const { id, audience, state } = step;
  const press = usePress(id);
  const [isMoved, setMoved] = useState(false);
  const [asked, setAsked] = useState<Asking | null>(null);
  const [pressed, setPressed] = useState<{ verb: Press; state: FollowUp['state'] } | null>(null);
  const focus = useKeptFocus();
  const say = (verb: Press) =>
    press.mutate(verb, {
      onSuccess: (answer) => setPressed({ verb, state: answer.state }),
      onSettled: () => setAsked(null),
    });
  // What came after the press, such as the sending, is nothing that was pressed.
  const last = pressed?.state === state ? pressed.verb : null;
  const inverse = last === null ? null : INVERSE[last];
  if (isMoved)
    return (
      <div {...focus}>
        <Later step={step} timezone={timezone} onDone={() => setMoved(false)} />
      </div>
    );
  if (asked !== null)
    return (
      <div {...focus}>
        <Asks verb={asked} onYes={() => say(asked)} onLeave={() => setAsked(null)} />
      </div>
    );
  const begin = (verb: Exclude<VerbKey, 'read' | 'edit'>) => {
    if (verb === 'later') setMoved(true);
    else if (asksFirst(verb)) setAsked(verb);
    else say(verb);
  };
  const verbs = verbsOf(step)
    .filter((verb) => verb !== 'read')
    .filter((verb) => isOnItsPage || verb !== 'send_now');
  const isReadElsewhere = audience === 'contact' && !isOnItsPage;
  const isLead = inverse === null && (isOnItsPage || (isFirst && !isReadElsewhere));
  return (
    <div {...focus}>
      <p role="status" className={styles.pressed}>
        {last === null ? null : PRESSED[last]}
      </p>
      <div className={styles.verbs}>
        {inverse === null ? null : (
          <Button shortcut="z" aria-label={verbOf(UNDO, of)} disabled={press.isPending} onClick={() => say(inverse)}>
            {UNDO}
          </Button>
        )}
        {isReadElsewhere ? (
          <Link to={paths.letter(id)} aria-label={verbOf(VERB.read, of)} {...buttonLook(isFirst ? 'filled' : 'word')}>
            {VERB.read}
          </Link>
        ) : null}
        {verbs.map((verb, index) => {
          if (verb === 'edit') return edit;
          if (verb === inverse) return null;
          const word = verb === 'later' ? VERB.later : wordOf(verb, step);
          return (
            <Button
              key={verb}
              shortcut={KEY[verb]}
              weight={isLead && index === 0 ? 'filled' : PUTS_OFF.has(verb) ? 'quiet' : 'word'}
              aria-label={verbOf(word, of)}
              onClick={() => begin(verb)}
              disabled={press.isPending}
            >
              {word}
            </Button>
          );
        })}
      </div>
      {press.error === null ? null : <p role="alert">{sentenceOf(press.error)}</p>}
    </div>
  );
}
