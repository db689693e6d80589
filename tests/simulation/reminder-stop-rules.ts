/** A reminder whose reason is gone does not go either. */
import type { Model } from './model.js';
import type { ClaimedRow } from './simulated-mail-server.js';
import type { Rule } from './violation.js';

const NEEDS_STAGE: Record<string, string> = {
  reflection: 'rejected',
  find_contact: 'rejected',
  reopened: 'rejected',
  interview_prep: 'interview',
};

export function reminderStopRules(model: Model, { kind, applicationId, contactId }: ClaimedRow): Rule[] {
  const application = model.application(applicationId);
  const contact = model.contact(contactId);
  const isOfContact = kind === 'check_in' || kind === 'half_year';
  const stage = NEEDS_STAGE[kind];
  const vacancy = application && model.vacancy(application.vacancyId);
  return [
    ['late', stage !== undefined && application?.stage !== stage, `the application is ${application?.stage}`],
    ['late', !isOfContact && Boolean(application?.deletedAt), 'the application was deleted'],
    ['late', kind === 'reopened' && vacancy?.isClosed === true, 'the vacancy closed again'],
    ['late', isOfContact && contact?.doNotContact === true, 'the contact opted out'],
    ['late', isOfContact && contact?.isDeleted === true, 'the contact was deleted'],
    ['late', /^(half_year|reopened)$/.test(kind) && !model.settings.looking, 'the candidate does not look'],
  ];
}
