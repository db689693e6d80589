/** What all parts of the settings have around them: the list of parts, beside where there is a side. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { buttonLook } from '../look/button.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { paths } from '../paths.js';
import { PARTS } from '../settings-parts.js';
import { ALL_PARTS, PART, type Part, PARTS_OF } from '../settings-parts.words.js';
import styles from './settings-room.module.css';

interface Props {
  part: Part;
  opening: ReactNode;
  children: ReactNode;
}

export function SettingsRoom({ part, opening, children }: Props) {
  useTitle(PART[part]);
  const isFirst = part === 'you';
  return (
    <div className={styles.room} data-first={isFirst || undefined}>
      <nav aria-label={PARTS_OF} className={styles.parts}>
        <Link to={paths.settings()} activeOptions={{ exact: true }} {...buttonLook()} data-back="">
          {ALL_PARTS}
        </Link>
        <ul className={styles.list}>
          {PARTS.map((one) => (
            <li key={one.part}>
              <Link
                to={one.to}
                className={styles.part}
                activeOptions={{ exact: one.part === 'you', includeSearch: false }}
              >
                {PART[one.part]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.shown}>
        <Opening over={PART[part]}>{opening}</Opening>
        <div className={styles.content}>{children}</div>
      </div>
    </div>
  );
}
