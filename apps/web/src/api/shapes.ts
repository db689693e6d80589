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
  Session,
  Settings,
  SettingsPatch,
  SignInBody,
  TimelineItem,
  Vacancy,
} from './generated/types.gen.js';
