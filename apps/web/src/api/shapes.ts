/** The answers of the API by the names that screens use. */
export type {
  Application,
  ApplicationPage,
  Contact,
  FollowUp,
  LedgerLine,
  Me,
  Problem,
  Reason,
  Rejection,
  Settings,
  SettingsPatch,
  TimelineItem,
  Vacancy,
} from './generated/types.gen.js';
