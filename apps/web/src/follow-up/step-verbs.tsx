/** The verbs of a step as words in their place, what takes the last one back, and what the API answered where it refused one. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { sentenceOf } from '../api/problems.js';
import type { FollowUp } from '../api/shapes.js';
import { Button, buttonLook } from '../look/button.js';
import { useKeptFocus } from '../look/use-kept-focus.js';
import { paths } from '../paths.js';
import { day } from '../time/moments.policy.js';
import { momentsIn } from '../time/moments-in.policy.js';
import { useYours } from '../time/yours.js';
import { useLater, usePress } from './follow-up.queries.js';
import { type Asking, asksFirst, backTo, INVERSE, KEY, type Press, type VerbKey, verbsOf } from './follow-up.verbs.js';
import { PRESSED, UNDO, VERB, verbOf, wordOf } from './follow-up.words.js';
import { Asks } from './asks.js';
import { clockOf } from './later.policy.js';
import { Later } from './later.js';
import { movedTo } from './later.words.js';
import styles from './step-verbs.module.css';

interface Props {
  step: Pick<FollowUp, 'id' | 'kind' | 'state' | 'audience'> & Partial<Pick<FollowUp, 'heldWhy'>>;
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

/** What was done last, as it is said, and what takes it back: a verb, or a move to where it was. */
interface Last {
  said: string;
  back: Press | { until: string } | null;
  state: FollowUp['state'];
}

/** Seldom what is wanted. */
const PUTS_OFF = new Set<VerbKey>(['hold', 'later', 'send_now', 'stop']);

export function StepVerbs({ step, of, timezone, isOnItsPage = false, isFirst = false, edit = null }: Props) {
  const { id, audience, state } = step;
  const press = usePress(id);
  const later = useLater(id);
  const yours = useYours();
  const clock = clockOf(audience, timezone, yours.timezone);
  const [isMoved, setMoved] = useState(false);
  const [asked, setAsked] = useState<Asking | null>(null);
  const [done, setDone] = useState<Last | null>(null);
  const focus = useKeptFocus();
  const say = (verb: Press) => {
    later.reset();
    press.mutate(verb, {
      onSuccess: (answer) => setDone({ said: PRESSED[verb], back: INVERSE[verb], state: answer.state }),
      onSettled: () => setAsked(null),
    });
  };
  const moveTo = (until: string, takesBack: boolean) => {
    press.reset();
    later.mutate(until, {
      onSuccess: ({ was, followUp }) => {
        const said = movedTo(day(new Date(followUp.dueAt), { ...yours, timezone: clock }));
        const former = takesBack ? null : backTo(was, yours.now);
        setDone({ said, back: former === null ? null : { until: former }, state: followUp.state });
        setMoved(false);
      },
    });
  };
  // What came after the press, such as the sending, is nothing that was pressed.
  const last = done?.state === state ? done : null;
  const back = last?.back ?? null;
  const isPending = press.isPending || later.isPending;
  const error = press.error ?? later.error;
  if (isMoved)
    return (
      <div {...focus}>
        <Later
          audience={audience}
          timezone={clock}
          isPending={isPending}
          problem={later.error}
          onMove={(until) => moveTo(until, false)}
          onLeave={() => {
            later.reset();
            setMoved(false);
          }}
        />
      </div>
    );
  if (asked !== null)
    return (
      <div {...focus}>
        <Asks verb={asked} onYes={() => say(asked)} onLeave={() => setAsked(null)} />
      </div>
    );
  const begin = (verb: Exclude<VerbKey, 'read' | 'edit'>) => {
    later.reset();
    if (verb === 'later') setMoved(true);
    else if (asksFirst(verb)) setAsked(verb);
    else say(verb);
  };
  const verbs = verbsOf(step)
    .filter((verb) => verb !== 'read')
    .filter((verb) => isOnItsPage || verb !== 'send_now');
  const isReadElsewhere = audience === 'contact' && !isOnItsPage;
  const isLead = back === null && (isOnItsPage || (isFirst && !isReadElsewhere));
  return (
    <div {...focus}>
      <p role="status" className={styles.pressed}>
        {last?.said}
      </p>
      <div className={styles.verbs}>
        {back === null ? null : (
          <Button
            shortcut="z"
            aria-label={verbOf(UNDO, of)}
            disabled={isPending}
            onClick={() => (typeof back === 'string' ? say(back) : moveTo(back.until, true))}
          >
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
          if (verb === back) return null;
          const word = verb === 'later' ? VERB.later : wordOf(verb, step);
          return (
            <Button
              key={verb}
              shortcut={KEY[verb]}
              weight={isLead && index === 0 ? 'filled' : PUTS_OFF.has(verb) ? 'quiet' : 'word'}
              aria-label={verbOf(word, of)}
              onClick={() => begin(verb)}
              disabled={isPending}
            >
              {word}
            </Button>
          );
        })}
      </div>
      {error === null ? null : <p role="alert">{momentsIn(sentenceOf(error), yours)}</p>}
    </div>
  );
}
