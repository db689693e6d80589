import { type Stage, STAGES } from '@app/contracts/words';
import { Link } from '@tanstack/react-router';
import { paths } from '../paths.js';
import { ALL, FILTER, STAGE } from './application.words.js';
import styles from './applications.module.css';

export function StageFilter({ stage }: { stage: Stage | undefined }) {
  return (
    <nav aria-label={FILTER}>
      <ul className={styles.filter}>
        {[undefined, ...STAGES].map((one) => (
          <li key={one ?? ''}>
            <Link
              to={paths.applications()}
              search={one === undefined ? {} : { stage: one }}
              className={styles.choice}
              data-chosen={one === stage}
              aria-current={one === stage ? 'true' : undefined}
            >
              {one === undefined ? ALL : STAGE[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
