/** What stands around every screen: the name, and the rooms. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useRef } from 'react';
import { instanceQuery, settingsQuery } from '../api/account.queries.js';
import { useStream } from '../live/use-stream.js';
import { NoLink } from '../application/no-link.js';
import { paths } from '../paths.js';
import { useNoKey } from '../rejection/use-no-key.js';
import styles from './frame.module.css';
import { YoursProvider } from '../time/yours.js';
import { HouseLine } from './house-line.js';
import { StandingLine } from './standing-line.js';
import { NAME, ROOMS, SKIP, TO_ROOMS } from './frame.words.js';

const RejectionSheet = lazy(() => import('../rejection/rejection.sheet.js'));
const route = getRouteApi('/frame');
/** Which application is said on the way. */
const NEW = 'new';

const rooms = [
  { to: paths.today(), ...ROOMS.today },
  { to: paths.applications(), ...ROOMS.applications },
  { to: paths.capturedMail(), ...ROOMS.capturedMail },
  { to: paths.settings(), ...ROOMS.settings },
];

export function Frame() {
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const { data: instance } = useSuspenseQuery(instanceQuery);
  // Where mail really leaves there is none.
  const open = rooms.filter(({ to }) => instance.mail.captured || to !== paths.capturedMail());
  const page = useRef<HTMLElement>(null);
  const lostAt = useStream();
  const { no } = route.useSearch();
  const navigate = useNavigate();
  const turn = useCallback(
    (to: string | undefined) =>
      void navigate({ to: '.', search: (shown) => ({ ...shown, no: to }), replace: to === undefined }),
    [navigate],
  );
  useNoKey(useCallback(() => turn(NEW), [turn]));
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
      </header>
      <YoursProvider timezone={settings.timezone}>
        <main id="main" ref={page} className={styles.page} tabIndex={-1}>
          <HouseLine focusPage={() => page.current?.focus()} />
          <StandingLine lostAt={lostAt} />
          <Outlet />
        </main>
        {no === undefined ? null : (
          <Suspense fallback={null}>
            <RejectionSheet key={no} application={no === NEW ? '' : no} onClose={() => turn(undefined)} />
          </Suspense>
        )}
      </YoursProvider>
    </div>
  );
}
