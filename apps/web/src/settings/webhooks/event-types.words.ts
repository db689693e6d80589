/** What happens, as somebody would say it who chooses what another program hears of. */

export const EVENT = {
  'application.recorded': 'An application is recorded',
  'application.stage_changed': 'It moves to another stage',
  'application.interview_scheduled': 'An interview is set',
  'application.interview_moved': 'An interview is moved',
  'application.interview_cancelled': 'An interview is off',
  'application.contact_changed': 'It is with somebody else',
  'application.rejected': 'They say no',
  'application.reasons_added': 'They say why',
  'application.rejection_revoked': 'A no is taken back',
  'application.deleted': 'An application is removed',
  'application.restored': 'An application is brought back',
  'contact.recorded': 'A person is recorded',
  'contact.changed': 'A person is changed',
  'contact.touched': 'You and a person were in touch',
  'contact.opted_out': 'A person is not to be written to',
  'contact.touch_taken_back': 'What was noted of a person is taken back',
  'contact.merged': 'Two entries become one person',
  'contact.unmerged': 'They are two people again',
  'contact.bounced': 'A person’s address is dead',
  'contact.cooling': 'A contact cools down',
  'contact.deleted': 'A person is removed',
  'contact.restored': 'A person is brought back',
  'company.changed': 'A company is changed',
  'company.roles_appeared': 'New roles at a company',
  'company.deleted': 'A company is removed',
  'company.restored': 'A company is brought back',
  'vacancy.recorded': 'A job is recorded',
  'vacancy.closed': 'A job is taken down',
  'vacancy.reopened': 'A job is open again',
  'vacancy.similar_role_found': 'A role like it is found',
  'vacancy.board_gone': 'Its board is gone',
  'feedback_request.scheduled': 'A letter is planned',
  'follow_up.planned': 'A step is planned',
  'follow_up.skipped': 'A step is not planned, and why',
  'follow_up.cancelled': 'A step is stopped',
  'follow_up.sent': 'A step went',
  'follow_up.failed': 'A step did not go',
  'follow_up.unconfirmed': 'A letter may have gone',
  'follow_up.answered': 'A letter is answered',
  'follow_up.done': 'A reminder is done',
  'follow_up.restored': 'A step comes back',
  'rejection_streak.detected': 'Several refusals in a row',
  'mailbox.refused': 'The mail server refuses mail',
  'settings.changed': 'Settings are changed',
  'webhook_endpoint.disabled': 'An endpoint is switched off',
  'webhook_endpoint.tested': 'An endpoint is tested',
} as const;

export type EventType = keyof typeof EVENT;

export const EVENT_TYPES = Object.keys(EVENT) as EventType[];

const SUBJECTS = ['application', 'contact', 'company', 'vacancy', 'follow_up', 'other'] as const;
export type Subject = (typeof SUBJECTS)[number];

export const SUBJECT: Record<Subject, string> = {
  application: 'Applications',
  contact: 'People',
  company: 'Companies',
  vacancy: 'Jobs',
  follow_up: 'Letters and reminders',
  other: 'The rest',
};

const subjectOf = (type: EventType): Subject => {
  const [prefix] = type.split('.');
  if (prefix === 'feedback_request') return 'follow_up';
  return SUBJECTS.find((subject) => subject === prefix) ?? 'other';
};

export const EVENTS_OF = SUBJECTS.map((subject) => ({
  subject,
  types: EVENT_TYPES.filter((type) => subjectOf(type) === subject),
}));
