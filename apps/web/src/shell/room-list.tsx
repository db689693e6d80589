/** The ways to the rooms: a column where there is a side, a bar at the foot of a phone. */
import { Link, useRouterState } from '@tanstack/react-router';
import { type MouseEvent, useId } from 'react';
import { paths } from '../paths.js';
import { MORE, TO_ROOMS } from './frame.words.js';
import styles from './room-list.module.css';
import type { Room } from './rooms.js';

const fold = ({ currentTarget }: MouseEvent<HTMLElement>) => {
  if (currentTarget.matches(':popover-open')) currentTarget.hidePopover();
};

export function RoomList({ rooms }: { rooms: readonly Room[] }) {
  const more = useId();
  const far = rooms.filter(({ isNear }) => !isNear);
  const isFar = useRouterState({
    select: ({ location }) => far.some(({ to }) => location.pathname.startsWith(to)),
  });
  return (
    <nav aria-label={TO_ROOMS} className={styles.list}>
      <ul className={styles.near}>
        {rooms
          .filter(({ isNear }) => isNear)
          .map((room) => (
            <Way key={room.to} room={room} />
          ))}
      </ul>
      <button type="button" className={styles.more} popoverTarget={more} data-here={isFar}>
        {MORE}
      </button>
      <ul id={more} popover="auto" className={styles.far} onClick={fold}>
        {far.map((room) => (
          <Way key={room.to} room={room} />
        ))}
      </ul>
    </nav>
  );
}

const Way = ({ room: { to, word, short } }: { room: Room }) => (
  <li>
    <Link to={to} className={styles.room} activeOptions={{ exact: to === paths.today(), includeSearch: false }}>
      <span className={styles.word}>{word}</span>
      <span className={styles.short}>{short}</span>
    </Link>
  </li>
);
