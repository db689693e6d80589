/** A reminder whose reason is gone does not go either. */
import type { Model } from './model.js';
import { PREPARED_AT } from './reminder-rules.js';
import type { ClaimedRow } from './simulated-mail-server.js';
import type { Rule } from './violation.js';

const OF_REJECTED = /^(reflection|find_contact|reopened)$/;

export function reminderStopRules(model: Model, { kind, applicationId, contactId }: ClaimedRow): Rule[] {
  const application = model.application(applicationId);
  const stage = application?.stage;
  const contact = model.contact(contactId);
  const isOfContact = kind === 'check_in' || kind === 'half_year';
  const vacancy = application && model.vacancy(application.vacancyId);
  return [
    ['late', OF_REJECTED.test(kind) && stage !== 'rejected', `the application is ${stage}`],
    ['late', kind === 'interview_prep' && !PREPARED_AT.has(stage), `the application is ${stage}`],
    ['late', !isOfContact && Boolean(application?.deletedAt), 'the application was deleted'],
    ['late', kind === 'reopened' && vacancy?.isClosed === true, 'the vacancy closed again'],
    ['late', isOfContact && contact?.doNotContact === true, 'the contact opted out'],
    ['late', isOfContact && contact?.isDeleted === true, 'the contact was deleted'],
    ['late', /^(half_year|reopened)$/.test(kind) && !model.settings.looking, 'the candidate does not look'],
  ];
}
