/** What goes stale when something changed: one table, for what the stream tells and for what was done here. */
import type { ChangeKind } from '@app/contracts/words';
import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';
import {
  getApplicationQueryKey,
  getContactQueryKey,
  getFollowUpQueryKey,
  getLetterQueryKey,
  getMeQueryKey,
  getPlanQueryKey,
  getReflectionQueryKey,
  getRejectionsInsightQueryKey,
  getSampleQueryKey,
  getSettingsQueryKey,
  getTimelineQueryKey,
  getTodayQueryKey,
  getVacancyQueryKey,
  listApplicationsQueryKey,
  listContactsQueryKey,
  listFollowUpsQueryKey,
  listRejectionsQueryKey,
  listSessionsQueryKey,
} from '../api/generated/@tanstack/react-query.gen.js';
import { CAPTURED_MAIL } from '../api/captured-mail-key.js';
import type { Changed } from '../api/shapes.js';

type Ids = Omit<Changed, 'kind'>;
type Key = readonly [{ _id: string }];

/** Whatever was asked for, all of it. */
const all = ([{ _id }]: Key): QueryKey => [{ _id }];
/** That one, or all where it is not said which. */
const one = (keyOf: (options: { path: { id: string } }) => Key, id: string | undefined): QueryKey => {
  const key = keyOf({ path: { id: id ?? '' } });
  return id === undefined ? all(key) : key;
};

const ofApplication = (id: string | undefined): QueryKey[] => [
  one(getApplicationQueryKey, id),
  one(getTimelineQueryKey, id),
  one(getPlanQueryKey, id),
  // Without a no that stands it is only read.
  one(getReflectionQueryKey, id),
  all(listApplicationsQueryKey()),
];
const lists: QueryKey[] = [
  getTodayQueryKey(),
  all(listApplicationsQueryKey()),
  all(listFollowUpsQueryKey()),
  all(listContactsQueryKey()),
];
const rejections: QueryKey[] = [getRejectionsInsightQueryKey(), all(listRejectionsQueryKey())];
const everyOne = { path: { id: '' } };
/** Each says what its job and its person are called. */
const applications = all(getApplicationQueryKey(everyOne));
/** Each names whom and what it is about, and a letter who it is from and to. */
const followUps = [all(getFollowUpQueryKey(everyOne)), all(getLetterQueryKey(everyOne))];
const plans = all(getPlanQueryKey(everyOne));
const NOTHING_SHOWN = (): QueryKey[] => [];

export const STALE: Record<ChangeKind, (ids: Ids) => QueryKey[]> = {
  application: ({ applicationId, id }) => [
    ...ofApplication(applicationId ?? id),
    getSampleQueryKey(),
    ...rejections,
    ...lists,
  ],
  reflection: ({ applicationId }) => [one(getReflectionQueryKey, applicationId), ...rejections],
  interview: ({ applicationId }) => [...ofApplication(applicationId), getTodayQueryKey()],
  follow_up: ({ id, applicationId }) => [
    one(getFollowUpQueryKey, id),
    one(getLetterQueryKey, id),
    all(listFollowUpsQueryKey()),
    getTodayQueryKey(),
    // What is sent is kept before its row says so.
    CAPTURED_MAIL,
    ...ofApplication(applicationId),
  ],
  contact: ({ id }) => [one(getContactQueryKey, id), applications, ...followUps, plans, ...lists],
  company: () => [applications, ...followUps, ...lists],
  vacancy: ({ id }) => [one(getVacancyQueryKey, id), applications, ...followUps, ...lists],
  settings: () => [all(getSettingsQueryKey()), all(getMeQueryKey()), ...followUps, plans, ...lists],
  session: () => [all(listSessionsQueryKey())],
  board: NOTHING_SHOWN,
  import: NOTHING_SHOWN,
  webhook_endpoint: NOTHING_SHOWN,
  message: NOTHING_SHOWN,
};

/** What changed together goes stale together, each thing once. */
export function freshen(queries: QueryClient, changes: readonly Changed[]): Promise<unknown> {
  if (changes.some(({ kind }) => kind === 'all')) return queries.invalidateQueries();
  const keys = changes.flatMap(({ kind, ...ids }) => (kind === 'all' ? [] : STALE[kind](ids)));
  const once = new Map(keys.map((queryKey) => [hashKey(queryKey), queryKey]));
  return Promise.all([...once.values()].map((queryKey) => queries.invalidateQueries({ queryKey })));
}
