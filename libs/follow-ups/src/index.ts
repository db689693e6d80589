export { addDuration, dayBounds, isUnderAnHour, localDate } from './duration.policy.js';
export * from './holiday.policy.js';
export { type ClosedDay, openDays } from './open-days.policy.js';
export * from './sending-window.policy.js';
export { eveningBefore, firstReminderFrom, reminderDueAt } from './reminder-time.policy.js';
export {
  type Mail,
  endOf,
  heldWhyOf,
  isInProcess,
  lapsesAt,
  pausedUntil,
  type Reason,
  reasonsNow,
  type Subject,
} from './reasons/index.js';
export { change, end as endFollowUp, NO_HOLD, NO_LEASE } from './planning/changing.queries.js';
export type { Envelope } from './planning/envelope.js';
export type { Planned } from './planning/planned.policy.js';
export { Planning } from './planning/planning.js';
export { insertPlanned } from './planning/planning.queries.js';
export { reconsider } from './planning/reconsider.policy.js';
export { planReflection } from './planning/rejected.policy.js';
export { isOccupied } from './planning/rejection-facts.queries.js';
export { isAdvance, rejectionsInARow } from './planning/streak.policy.js';
export { WaitingRows } from './planning/waiting-rows.service.js';
export { recordSent } from './sent-letter.queries.js';
export { spreadOf } from './spread.policy.js';
export { givenBack } from './wanted-moment.policy.js';
export * from './warmth.policy.js';
export { oneLine, threadId } from './mail/header.policy.js';
export { htmlFromText } from './mail/html.policy.js';
export { mailOf, type Via } from './mail/letter-mail.queries.js';
export { type Mail as MailToSend, reminderMail, testMail, type Thread } from './mail/mail.policy.js';
export { type SenderLack, senderAddress, senderLack } from './sender.policy.js';
export { callName, hello } from './greeting.policy.js';
export * from './letter.policy.js';
export * from './reminder.policy.js';
export type { Evidence, ReminderFacts, Streak } from './reminder-facts.policy.js';
export * from './follow-up-texts.queries.js';
export * from './new-roles.queries.js';
export {
  boardSentence,
  deliverySentence,
  deliveryWhyOf,
  importProblemSentence,
  type Language,
  newsSentence,
  noticeSentence,
  postingProblemSentence,
  REASON_CODES,
  refusalSentence,
  sentence,
  timelineSentence,
  whyOf,
} from './words/sentence.policy.js';
