import type { ChangeKind } from '@app/contracts/words';
import { expect, it } from '@jest/globals';
import { STALE } from './freshen.js';

const ID = '01a22b97-e702-727e-81e6-9284dd701651';
const queryOf = ([{ _id }]: readonly [{ _id: string }]) => _id;
const staleBy = (kind: ChangeKind) => STALE[kind]({ id: ID }).map((key) => queryOf(key as never));

it.each<[ChangeKind, string[]]>([
  ['application', ['getApplication', 'getReflection', 'getTimeline', 'getPlan', 'listApplications', 'getToday']],
  ['reflection', ['getReflection', 'getRejectionsInsight', 'listRejections']],
  ['interview', ['getApplication', 'getTimeline', 'getPlan', 'getToday']],
  [
    'follow_up',
    ['getFollowUp', 'getLetter', 'getPlan', 'getTimeline', 'listApplications', 'getToday', 'listVacancies'],
  ],
  ['contact', ['getContact', 'getApplication', 'getFollowUp', 'getLetter', 'getPlan', 'listApplications', 'getToday']],
  ['company', ['getApplication', 'getFollowUp', 'listRejections', 'listApplications', 'getToday']],
  [
    'vacancy',
    [
      'getVacancy',
      'listVacancies',
      'listBoards',
      'getApplication',
      'getFollowUp',
      'getLetter',
      'listRejections',
      'listApplications',
      'getToday',
    ],
  ],
  ['board', ['listBoards', 'getBoard', 'listBoardPostings', 'listVacancies', 'getVacancy', 'listNewRoles']],
  [
    'settings',
    ['getSettings', 'getMe', 'getContact', 'getLetter', 'getPlan', 'getToday', 'getRejectionsInsight', 'listNewRoles'],
  ],
])('a change of %s makes stale whatever shows it', (kind, shown) => {
  expect(staleBy(kind)).toEqual(expect.arrayContaining(shown));
});
