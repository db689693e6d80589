/** How an application comes in here: by its address or by hand, out of a file. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { buttonLook } from '../../look/button.js';
import { paths } from '../../paths.js';
import { AddLink } from '../add-link.js';
import styles from './list.module.css';
import { IMPORT } from './list.words.js';

export const WaysIn = ({ children }: { children?: ReactNode }) => (
  <div className={styles.verbs}>
    <AddLink weight="filled" />
    {children}
    <Link to={paths.import()} {...buttonLook()}>
      {IMPORT}
    </Link>
  </div>
);
