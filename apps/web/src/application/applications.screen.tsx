import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from '../look/button.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { ApplicationRow } from './application-row.js';
import { applicationsQuery } from './application.queries.js';
import { HEADING, MORE, NONE, NONE_OF_STAGE, opening } from './application.words.js';
import styles from './applications.module.css';
import { NoLink } from './no-link.js';
import { StageFilter } from './stage-filter.js';

const route = getRouteApi('/frame/applications');

export default function ApplicationsScreen() {
  useTitle(HEADING);
  const { stage } = route.useSearch();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(applicationsQuery(stage));
  const applications = data.pages.flatMap((page) => page.data);
  return (
    <>
      <Opening over={HEADING}>
        {applications.length > 0
          ? opening(applications.length, !hasNextPage)
          : stage === undefined
            ? NONE
            : NONE_OF_STAGE}
      </Opening>
      {applications.length === 0 && stage === undefined ? (
        <NoLink no="new" weight="filled" />
      ) : (
        <StageFilter stage={stage} />
      )}
      <ul className={styles.list}>
        {applications.map((application) => (
          <ApplicationRow key={application.id} application={application} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
          {MORE}
        </Button>
      ) : null}
    </>
  );
}
