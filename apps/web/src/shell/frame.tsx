/** What stands around every screen: the name, the rooms, the one deed that is always at hand. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { buttonLook } from '../look/button.js';
import { paths } from '../paths.js';
import styles from './frame.module.css';
import { YoursProvider } from '../time/yours.js';
import { NAME, ROOMS, SKIP, THEY_SAID_NO, TO_ROOMS } from './frame.words.js';
import { yoursQuery } from './shell.queries.js';

const rooms = [
  { to: paths.today(), word: ROOMS.today, exact: true },
  { to: paths.applications(), word: ROOMS.applications, exact: false },
  { to: paths.capturedMail(), word: ROOMS.capturedMail, exact: false },
  { to: paths.settings(), word: ROOMS.settings, exact: false },
];

export function Frame() {
  const { data: settings } = useSuspenseQuery(yoursQuery);
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
            {rooms.map(({ to, word, exact }) => (
              <li key={to}>
                <Link to={to} className={styles.room} activeOptions={{ exact }}>
                  {word}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Link to={paths.theySaidNo()} {...buttonLook('outlined')}>
          {THEY_SAID_NO}
        </Link>
      </header>
      <main id="main" className={styles.page} tabIndex={-1}>
        <YoursProvider timezone={settings.timezone}>
          <Outlet />
        </YoursProvider>
      </main>
    </div>
  );
}
