import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { NoLink } from '../application/no-link.js';
import { Button, buttonLook } from '../look/button.js';
import { Group } from '../look/list.js';
import { Opening } from '../look/said.js';
import { Section } from '../look/section.js';
import { useTitle } from '../look/title.js';
import { paths } from '../paths.js';
import { FlowFigure } from './flow-figure.js';
import { FlowTable } from './flow-table.js';
import { insightQuery, rejectionsQuery } from './look-back.queries.js';
import styles from './look-back.module.css';
import {
  BY_REASON,
  DAYS,
  DAYS_OF,
  INVENTED_ASIDE,
  EACH,
  EMPTY,
  EMPTY_WAY_ON,
  FLOW,
  FLOW_OF,
  HEADING,
  MEDIAN,
  MORE,
  OPENING,
  REASONS_OF,
  SPAN,
  TO_PATTERN,
  TOO_FEW,
} from './look-back.words.js';
import { RejectionRow } from './rejection-row.js';
import { reasonShares, Shares } from './shares.js';

export default function LookBackScreen() {
  useTitle(HEADING);
  const { data: insight } = useSuspenseQuery(insightQuery);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(rejectionsQuery);
  const rejections = data.pages.flatMap((page) => page.data);
  if (rejections.length === 0) {
    return (
      <>
        <Opening over={HEADING}>{EMPTY}</Opening>
        <p className={styles.quiet}>{EMPTY_WAY_ON}</p>
        <NoLink no="new" weight="outlined" />
      </>
    );
  }
  // Of one's own alone, as soon as there is any.
  const isAside = !insight.sample && rejections.some(({ sample }) => sample);
  const { flow, byReason, byDays, total, conclusive, streak } = insight;
  return (
    <>
      <Opening over={HEADING}>{OPENING}</Opening>
      {streak.length < 2 ? null : (
        <p className={styles.way}>
          <Link to={paths.pattern()} {...buttonLook()}>
            {TO_PATTERN}
          </Link>
        </p>
      )}
      <Group heading={EACH}>
        {rejections.map((rejection) => (
          <RejectionRow key={rejection.id} rejection={rejection} />
        ))}
      </Group>
      {hasNextPage ? (
        <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
          {MORE}
        </Button>
      ) : null}
      <div className={styles.flow}>
        <Section heading={FLOW}>
          <p className={styles.quiet}>
            {FLOW_OF(flow.of)} {isAside ? INVENTED_ASIDE : null}
          </p>
          {conclusive ? null : <p>{TOO_FEW}</p>}
          <FlowFigure stages={flow.stages} />
          <FlowTable stages={flow.stages} />
          <div className={styles.pair}>
            <div>
              <Shares
                heading={BY_REASON}
                of={byReason.of}
                conclusive={byReason.conclusive}
                shares={reasonShares(byReason)}
              />
              {total === 0 ? null : <p className={styles.quiet}>{REASONS_OF(byReason.readByMe, total)}</p>}
            </div>
            <div>
              <Shares
                heading={DAYS}
                of={byDays.of}
                conclusive={byDays.conclusive}
                shares={byDays.rows.map(({ from, to, rejections: count }) => ({ name: SPAN(from, to), count }))}
              />
              {byDays.medianDays === null ? null : <p>{MEDIAN(byDays.medianDays)}</p>}
              {total === 0 ? null : <p className={styles.quiet}>{DAYS_OF(byDays.of, total)}</p>}
            </div>
          </div>
        </Section>
      </div>
    </>
  );
}
