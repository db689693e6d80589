/** What is not known yet, each with what it means, and the way to say it. */
import { Link } from '@tanstack/react-router';
import type { Letter } from '../api/shapes.js';
import { buttonLook } from '../look/button.js';
import { paths } from '../paths.js';
import styles from './letter.module.css';
import { LACK, SAY_WHO } from './letter.words.js';

export function Missing({ missing }: Pick<Letter, 'missing'>) {
  if (missing.length === 0) return null;
  return (
    <div className={styles.missing}>
      {missing.map((lack) => (
        <p key={lack}>{LACK[lack]}</p>
      ))}
      {missing.some((lack) => lack !== 'recipient_address') ? (
        <Link to={paths.settings()} {...buttonLook()}>
          {SAY_WHO}
        </Link>
      ) : null}
    </div>
  );
}
