import { memo } from 'react';
import type { BoardPosting } from '../../api/shapes.js';
import { Row } from '../../look/list.js';
import { titleLook } from '../../look/title-look.js';
import { Day } from '../../time/day.js';
import { webAddress } from '../../vacancy/web-address.policy.js';
import styles from '../radar.module.css';
import { FIRST_SEEN, GONE_SINCE, NEW_SINCE } from './board.words.js';

/** One row more leaves the others as they are. */
export const PostingRow = memo(function PostingRow({ posting }: { posting: BoardPosting }) {
  const { title, url, locations, department, firstSeenAt, newSince, closedAt } = posting;
  const address = webAddress(url);
  const about = [department, ...locations].filter((one) => one !== null).join(' · ');
  return (
    <Row
      title={
        address === null ? (
          <bdi>{title}</bdi>
        ) : (
          <a href={address} rel="noreferrer" target="_blank" {...titleLook()}>
            <bdi>{title}</bdi>
          </a>
        )
      }
      reason={<bdi>{about}</bdi>}
      times={
        <>
          <span className={closedAt === null ? styles.quiet : styles.state}>
            {closedAt !== null ? GONE_SINCE : newSince === null ? FIRST_SEEN : NEW_SINCE}{' '}
            <Day at={closedAt ?? newSince ?? firstSeenAt} />
          </span>
        </>
      }
    />
  );
});
