/** Why it is thought to be the same job: the ad that went, the days without one, the ad that is there. */
import type { ReactNode } from 'react';
import type { Vacancy, VacancyReopening } from '../api/shapes.js';
import { Day } from '../time/day.js';
import styles from './evidence.module.css';
import {
  AWAY,
  CLOSED_SINCE,
  daysAway,
  EVIDENCE,
  FIRST_SEEN,
  GRADE,
  IS_BACK,
  LAST_SEEN,
  WAS,
  whatMatched,
} from './vacancy.words.js';
import { webAddress } from './web-address.policy.js';

interface Props {
  vacancy: Pick<Vacancy, 'title' | 'url'>;
  reopening: VacancyReopening;
}

export function Evidence({ vacancy, reopening: { at, closedAt, grade, matched, daysAbsent, before, now } }: Props) {
  return (
    <div className={styles.evidence} role="group" aria-label={EVIDENCE}>
      <dl className={styles.course}>
        <Part term={WAS} look="there">
          <Ad title={before.title ?? vacancy.title} url={before.url} />
          <p>
            {before.seenAt === null ? CLOSED_SINCE : LAST_SEEN} <Day at={before.seenAt ?? closedAt} />
          </p>
        </Part>
        <Part term={AWAY} look="away">
          <p>{daysAway(daysAbsent)}</p>
        </Part>
        <Part term={IS_BACK} look="there">
          <Ad title={now.title ?? vacancy.title} url={now.url ?? vacancy.url} />
          <p>
            {FIRST_SEEN} <Day at={now.seenAt ?? at} />
          </p>
        </Part>
      </dl>
      <p className={styles.sure}>{GRADE[grade]}</p>
      <p className={styles.matched}>{whatMatched(matched)}</p>
    </div>
  );
}

function Part({ term, look, children }: { term: string; look: 'there' | 'away'; children: ReactNode }) {
  return (
    <div className={styles.part} data-look={look}>
      <dt className={styles.term}>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** As the board has it: whatever way it is written, it turns nothing around it. */
function Ad({ title, url }: { title: string; url: string | null }) {
  const address = webAddress(url);
  return (
    <p className={styles.ad}>
      {address === null ? (
        <bdi>{title}</bdi>
      ) : (
        <a href={address} rel="noreferrer" target="_blank">
          <bdi>{title}</bdi>
        </a>
      )}
    </p>
  );
}
