/** What goes stale when something changed: one table, for what the stream tells and for what was done here. */
import type { ChangeKind } from '@app/contracts/words';
import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';
import {
  getApplicationQueryKey,
  getBoardQueryKey,
  getContactQueryKey,
  getFollowUpQueryKey,
  getImportQueryKey,
  getLetterQueryKey,
  getMeQueryKey,
  getPlanQueryKey,
  getReflectionQueryKey,
  getPostingQueryKey,
  getRejectionsInsightQueryKey,
  getSampleQueryKey,
  getSettingsQueryKey,
  getTimelineQueryKey,
  getTodayQueryKey,
  getVacancyQueryKey,
  getWebhookEndpointQueryKey,
  getInstanceQueryKey,
  listApplicationsQueryKey,
  listBoardsQueryKey,
  listCompaniesQueryKey,
  listContactsQueryKey,
  listFollowUpsQueryKey,
  listImportsQueryKey,
  listRejectionsQueryKey,
  listSessionsQueryKey,
  listTouchesQueryKey,
  listHolidaysAheadQueryKey,
  listMessagesQueryKey,
  listWebhookDeliveriesQueryKey,
  listWebhookEndpointsQueryKey,
  listBoardPostingsQueryKey,
  listNewRolesQueryKey,
  listVacanciesQueryKey,
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
const contacts = all(getContactQueryKey(everyOne));
/** Each names whom and what it is about, and a letter who it is from and to. */
const followUps = [all(getFollowUpQueryKey(everyOne)), all(getLetterQueryKey(everyOne))];
const plans = all(getPlanQueryKey(everyOne));
/** Each says who applied for it, and what was drafted about it. */
const vacancies = [all(getVacancyQueryKey(everyOne)), all(listVacanciesQueryKey())];
/** Each names what is watched on it. */
const boards = [all(listBoardsQueryKey()), all(getBoardQueryKey(everyOne))];
const newRoles = all(listNewRolesQueryKey());
const holidays = all(listHolidaysAheadQueryKey());

export const STALE: Record<ChangeKind, (ids: Ids) => QueryKey[]> = {
  application: ({ applicationId, id }) => [
    ...ofApplication(applicationId ?? id),
    getSampleQueryKey(),
    ...rejections,
    ...lists,
    ...vacancies,
    ...boards,
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
    ...vacancies,
  ],
  contact: ({ id }) => [
    one(getContactQueryKey, id),
    one(listTouchesQueryKey, id),
    applications,
    ...followUps,
    plans,
    ...lists,
    holidays,
    ...vacancies,
    newRoles,
  ],
  company: () => [
    applications,
    ...followUps,
    ...lists,
    all(listCompaniesQueryKey()),
    ...rejections,
    ...vacancies,
    ...boards,
    newRoles,
  ],
  vacancy: () => [...vacancies, applications, ...followUps, ...rejections, ...lists, ...boards, newRoles],
  // They decide who is warm, and how many rejections make a row.
  settings: () => [
    all(getSettingsQueryKey()),
    all(getMeQueryKey()),
    contacts,
    ...followUps,
    plans,
    ...lists,
    ...rejections,
    newRoles,
    holidays,
  ],
  session: () => [all(listSessionsQueryKey())],
  board: ({ id }) => [
    all(listBoardsQueryKey()),
    one(getBoardQueryKey, id),
    one(listBoardPostingsQueryKey, id),
    ...vacancies,
    newRoles,
  ],
  import: ({ id }) => [one(getImportQueryKey, id), all(listImportsQueryKey())],
  posting: ({ id }) => [one(getPostingQueryKey, id)],
  webhook_endpoint: ({ id }) => [
    all(listWebhookEndpointsQueryKey()),
    one(getWebhookEndpointQueryKey, id),
    all(listWebhookDeliveriesQueryKey(everyOne)),
  ],
  message: () => [all(listMessagesQueryKey()), all(getInstanceQueryKey())],
};

/** What changed together goes stale together, each thing once. */
export function freshen(queries: QueryClient, changes: readonly Changed[]): Promise<unknown> {
  if (changes.some(({ kind }) => kind === 'all')) return queries.invalidateQueries();
  const keys = changes.flatMap(({ kind, ...ids }) => (kind === 'all' ? [] : STALE[kind](ids)));
  const once = new Map(keys.map((queryKey) => [hashKey(queryKey), queryKey]));
  return Promise.all([...once.values()].map((queryKey) => queries.invalidateQueries({ queryKey })));
}
