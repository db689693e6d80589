import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { INVENTED } from '../../api/invented.words.js';
import type { Contact } from '../../api/shapes.js';
import { Row } from '../../look/list.js';
import { titleLook } from '../../look/title-look.js';
import { paths } from '../../paths.js';
import { useYours } from '../../time/yours.js';
import { saidLast, whoIs } from '../said.words.js';
import { WarmthBar } from '../warmth-bar.js';
import styles from './people.module.css';
import { open, OPTED_OUT } from './people.words.js';

/** One row more leaves the others as they are. */
export const PersonRow = memo(function PersonRow({ contact }: { contact: Contact }) {
  const { id, name, lastTouch, lastTouchAt, nextTouchAt, openApplications, doNotContact, sample } = contact;
  const yours = useYours();
  const marks = [doNotContact ? OPTED_OUT : null, sample ? INVENTED : null].filter((mark) => mark !== null);
  return (
    <Row
      level="h2"
      title={
        <Link to={paths.person(id)} {...titleLook()}>
          {name}
        </Link>
      }
      mark={marks.length === 0 ? undefined : marks.join(' · ')}
      reason={
        <>
          <p>{whoIs(contact)}</p>
          {openApplications === 0 ? null : <p>{open(openApplications)}</p>}
          {lastTouch === null ? null : <p className={styles.said}>{saidLast(lastTouch, yours)}</p>}
        </>
      }
      times={
        <div className={styles.warmth}>
          <WarmthBar lastTouchAt={lastTouchAt} nextTouchAt={nextTouchAt} />
        </div>
      }
    />
  );
});
