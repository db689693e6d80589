/** What stands around every screen: the name, and the rooms. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { settingsQuery } from '../api/account.queries.js';
import { useStream } from '../live/use-stream.js';
import { paths } from '../paths.js';
import styles from './frame.module.css';
import { YoursProvider } from '../time/yours.js';
import { StandingLine } from './standing-line.js';
import { NAME, ROOMS, SKIP, TO_ROOMS } from './frame.words.js';

const rooms = [
  { to: paths.today(), word: ROOMS.today },
  { to: paths.applications(), word: ROOMS.applications },
  { to: paths.capturedMail(), word: ROOMS.capturedMail },
  { to: paths.settings(), word: ROOMS.settings },
];

export function Frame() {
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const lostAt = useStream();
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
                <Link to={to} className={styles.room} activeOptions={{ exact: to === paths.today() }}>
                  {word}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" className={styles.page} tabIndex={-1}>
        <YoursProvider timezone={settings.timezone}>
          <StandingLine lostAt={lostAt} />
          <Outlet />
        </YoursProvider>
      </main>
    </div>
  );
}
