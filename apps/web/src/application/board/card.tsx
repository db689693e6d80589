/** An application on the board: what, where, who with how warm that is, what comes next, and the menu of its stages. */
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { INVENTED } from '../../api/invented.words.js';
import type { Application } from '../../api/shapes.js';
import { WarmthMark } from '../../contact/warmth-mark.js';
import { TITLE } from '../../follow-up/follow-up.words.js';
import { Button } from '../../look/button.js';
import { titleLook } from '../../look/title-look.js';
import { paths } from '../../paths.js';
import { Day } from '../../time/day.js';
import { KEY } from '../application.verbs.js';
import { STAGE_SINCE } from '../list/list.words.js';
import { CHANGE_STAGE, stageOf, TALK, WHY } from './board.words.js';
import styles from './card.module.css';
import { useCard } from './use-drag.js';

interface Props {
  application: Application;
  isAsked: boolean;
  onStage(application: Application, button: HTMLElement): void;
}

/** One card that changes leaves the others as they are. */
export const Card = memo(function Card({ application, isAsked, onStage }: Props) {
  const { id, title, companyName, contactName, contactLastTouchAt, stage, stageSince, scheduledAt, sample } =
    application;
  const next = application.nextFollowUp;
  const ref = useCard(application);
  return (
    <li ref={ref} className={styles.card} data-row data-card={id}>
      <h3>
        <Link to={paths.application(id)} draggable={false} {...titleLook()}>
          {title}
        </Link>
      </h3>
      <p>
        {companyName}
        {sample ? ` · ${INVENTED}` : null}
      </p>
      {contactName === null ? null : <WarmthMark name={contactName} lastTouchAt={contactLastTouchAt} />}
      <p className={styles.quiet}>
        {STAGE_SINCE[stage]} <Day at={stageSince} />
      </p>
      {scheduledAt === null ? null : (
        <p className={styles.next}>
          {TALK} <Day at={scheduledAt} />
        </p>
      )}
      {next === null ? null : (
        <p className={styles.next}>
          <Day at={next.dueAt} /> · {TITLE[next.kind](contactName)}
        </p>
      )}
      {stage === 'withdrawn' ? (
        <p className={styles.quiet}>{WHY.stays_withdrawn}</p>
      ) : (
        <Button
          shortcut={KEY.stage}
          aria-haspopup="menu"
          aria-expanded={isAsked}
          aria-label={stageOf(title, companyName)}
          onClick={({ currentTarget }) => onStage(application, currentTarget)}
        >
          {CHANGE_STAGE}
        </Button>
      )}
    </li>
  );
});
