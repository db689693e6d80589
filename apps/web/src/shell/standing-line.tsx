/** One quiet line for what holds on every page: nobody is signed in any more, nothing is heard, or the clock is another one. */
import { useRouterState } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { sessionEnd } from '../api/session-end.js';
import { QuietLine } from '../look/quiet-line.js';
import { time } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import { SessionEnded } from '../session/session-ended.js';
import styles from './standing-line.module.css';
import { ZoneOffer } from './zone-offer.js';
import { unheardSince } from './standing-line.words.js';

interface Props {
  /** Since when nothing is heard. */
  lostAt: Date | null;
}

export function StandingLine({ lostAt }: Props) {
  const hasEnded = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.get);
  // A page that cannot be shown says so itself.
  const isShown = useRouterState({ select: ({ matches }) => matches.every(({ status }) => status !== 'error') });
  const yours = useYours();
  return (
    <div className={styles.place} data-stays={hasEnded || lostAt !== null} role="status">
      {hasEnded && isShown ? (
        <SessionEnded />
      ) : hasEnded ? null : lostAt === null ? (
        <ZoneOffer />
      ) : (
        <QuietLine>{unheardSince(time(lostAt, yours))}</QuietLine>
      )}
    </div>
  );
}
