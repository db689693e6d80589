/** What stands around every screen: the name, and the rooms. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback } from 'react';
import { settingsQuery } from '../api/account.queries.js';
import { useStream } from '../live/use-stream.js';
import { NoLink } from '../application/no-link.js';
import { paths } from '../paths.js';
import { useNoKey } from '../rejection/use-no-key.js';
import styles from './frame.module.css';
import { YoursProvider } from '../time/yours.js';
import { StandingLine } from './standing-line.js';
import { NAME, ROOMS, SKIP, TO_ROOMS } from './frame.words.js';

const RejectionSheet = lazy(() => import('../rejection/rejection.sheet.js'));
const route = getRouteApi('/frame');
/** Which application is said on the way. */
const NEW = 'new';

const rooms = [
  { to: paths.today(), word: ROOMS.today },
  { to: paths.applications(), word: ROOMS.applications },
  { to: paths.capturedMail(), word: ROOMS.capturedMail },
  { to: paths.settings(), word: ROOMS.settings },
];

export function Frame() {
  const { data: settings } = useSuspenseQuery(settingsQuery);
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
            {rooms.map(({ to, word }) => (
              <li key={to}>
                <Link
                  to={to}
                  className={styles.room}
                  activeOptions={{ exact: to === paths.today(), includeSearch: false }}
                >
                  {word}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <NoLink no={NEW} weight="outlined" />
        </div>
      </header>
      <YoursProvider timezone={settings.timezone}>
        <main id="main" className={styles.page} tabIndex={-1}>
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
