/** A step ahead, or one that does not come: what, why, how it stands, when, and what can be done. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { INVENTED } from '../api/invented.words.js';
import type { FollowUp } from '../api/shapes.js';
import { at } from '../application/application.words.js';
import { followUpQuery } from '../follow-up/follow-up.queries.js';
import { HELD, STATE, TITLE } from '../follow-up/follow-up.words.js';
import { newer } from '../follow-up/newer.policy.js';
import { StepVerbs } from '../follow-up/step-verbs.js';
import { Check } from '../look/check.js';
import { Row } from '../look/list.js';
import { titleLook } from '../look/title-look.js';
import { paths } from '../paths.js';
import { TwoClocks } from '../time/two-clocks.js';
import { useYours } from '../time/yours.js';
import { endOf, hasDay } from './plan.policy.js';
import styles from './plan.module.css';
import { BY_YOU, heldTo, mark } from './plan.words.js';

interface Props {
  followUp: FollowUp;
  /** Null: it cannot be marked. */
  marked: boolean | null;
  onMark?: (id: string) => void;
  isBeyond?: boolean;
}

export function PlanRow({ followUp, marked, onMark, isBeyond = false }: Props) {
  const { data: pressed } = useQuery({ ...followUpQuery(followUp.id), enabled: false });
  const shown = newer(followUp, pressed);
  const { id, kind, audience, state, heldWhy, heldUntil, contact, application, dueAt } = shown;
  const yours = useYours();
  const title = TITLE[kind](contact?.name ?? null);
  const job = application === null ? null : at(application.title, application.companyName);
  const page = audience === 'contact' || application === null ? paths.letter(id) : paths.application(application.id);
  const of = job === null ? title : `${title}, ${job}`;
  return (
    <Row
      title={
        <Link to={page} {...titleLook()}>
          {title}
        </Link>
      }
      mark={shown.sample ? INVENTED : undefined}
      pick={marked === null ? undefined : <Check label={mark(of)} isOn={marked} onPress={() => onMark?.(id)} />}
      reason={
        <>
          {job === null ? null : <p>{job}</p>}
          <p>{whyOf(shown)}</p>
        </>
      }
      times={
        <>
          <span className={styles.state}>
            {heldWhy === null ? STATE[audience][state] : HELD[heldWhy]}
            {heldWhy === null || heldUntil === null ? null : <> {heldTo(heldUntil, yours)}</>}
          </span>
          {hasDay(shown) ? (
            <TwoClocks at={dueAt} theirs={audience === 'contact' ? (contact?.timezone ?? null) : null} />
          ) : null}
        </>
      }
      isBeyond={isBeyond}
      hasSeveralVerbs
      verbs={<StepVerbs step={{ id, kind, state, audience, heldWhy }} of={of} timezone={contact?.timezone ?? null} />}
    />
  );
}

function whyOf({ state, why, heldWhy, reasons, ...ended }: FollowUp): string {
  if (state === 'cancelled' || state === 'skipped') {
    const { code, text } = endOf({ why, ...ended });
    return code === 'by_candidate' ? BY_YOU : text;
  }
  return [why, ...reasons.filter(({ code }) => code === heldWhy).map(({ text }) => text)].join(' ');
}
