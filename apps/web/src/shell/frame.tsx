/** What stands around every screen: the name, and the rooms. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useRef } from 'react';
import { instanceQuery, settingsQuery } from '../api/account.queries.js';
import { useStream } from '../live/use-stream.js';
import { NoLink } from '../application/no-link.js';
import { paths } from '../paths.js';
import styles from './frame.module.css';
import { YoursProvider } from '../time/yours.js';
import { HouseLine } from './house-line.js';
import { useKeys } from './keys/use-keys.js';
import { TO_KEYS } from './keys/keys.words.js';
import { StandingLine } from './standing-line.js';
import { NAME, ROOMS, SKIP, TO_ROOMS } from './frame.words.js';

const RejectionSheet = lazy(() => import('../rejection/rejection.sheet.js'));
const KeysSheet = lazy(() => import('./keys/keys.sheet.js'));
const route = getRouteApi('/frame');
/** Which application is said on the way. */
const NEW = 'new';

const rooms = [
  { room: 'today', to: paths.today(), ...ROOMS.today },
  { room: 'applications', to: paths.applications(), ...ROOMS.applications },
  { room: 'capturedMail', to: paths.capturedMail(), ...ROOMS.capturedMail },
  { room: 'settings', to: paths.settings(), ...ROOMS.settings },
];

export function Frame() {
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const { data: instance } = useSuspenseQuery(instanceQuery);
  // Where mail really leaves there is none.
  const open = rooms.filter(({ to }) => instance.mail.captured || to !== paths.capturedMail());
  const page = useRef<HTMLElement>(null);
  const lostAt = useStream();
  const { no, keys } = route.useSearch();
  const navigate = useNavigate();
  const turn = (to: { no?: string; keys?: true }) => {
    const isClosed = Object.keys(to).length === 0;
    void navigate({
      to: '.',
      search: (shown) => ({ ...shown, no: undefined, keys: undefined, ...to }),
      replace: isClosed,
    });
  };
  const close = () => turn({});
  useKeys(page, {
    no: () => turn({ no: NEW }),
    list: () => turn({ keys: true }),
    room: (room) => {
      const there = open.find((one) => one.room === room);
      if (there !== undefined) void navigate({ to: there.to });
    },
    find: async () => {
      await navigate({ to: paths.applications() });
      page.current?.querySelector<HTMLElement>('[type=search]')?.focus();
    },
  });
  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip}>
        {SKIP}
      </a>
      <header className={styles.rail}>
        <Link to={paths.today()} className={styles.name}>
          {NAME}
        </Link>
        <nav aria-label={TO_ROOMS}>
          <ul className={styles.rooms}>
            {open.map(({ to, word, short }) => (
              <li key={to}>
                <Link
                  to={to}
                  className={styles.room}
                  activeOptions={{ exact: to === paths.today(), includeSearch: false }}
                >
                  <span className={styles.word}>{word}</span>
                  <span className={styles.short}>{short}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.no}>
          <NoLink no={NEW} weight="outlined" />
        </div>
        <Link to="." search={(shown) => ({ ...shown, keys: true })} className={styles.keys}>
          {TO_KEYS}
        </Link>
      </header>
      <YoursProvider timezone={settings.timezone}>
        <main id="main" ref={page} className={styles.page} tabIndex={-1}>
          <HouseLine focusPage={() => page.current?.focus()} />
          <StandingLine lostAt={lostAt} />
          <Outlet />
        </main>
        <Suspense fallback={null}>
          {no !== undefined ? (
            <RejectionSheet key={no} application={no === NEW ? '' : no} onClose={close} />
          ) : keys ? (
            <KeysSheet onClose={close} />
          ) : null}
        </Suspense>
      </YoursProvider>
    </div>
  );
}
