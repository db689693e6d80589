/** A letter whose reason is gone does not go. */
import type { Model, ModelContact } from './model.js';
import type { ClaimedRow, Conversation } from './simulated-mail-server.js';
import type { Rule } from './violation.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** A server may know an address tomorrow that it did not know today. */
const DEAD_FOR = 30 * DAY;
/** After the moment it was first to go. */
const TOO_LATE_AFTER = 20 * DAY;
/** A yes, or a moment that was chosen, is good for so long. */
const CHOSEN_FOR = 7 * DAY;

export function stopRules(model: Model, row: ClaimedRow, now: Conversation): Rule[] {
  const contact = model.contact(row.contactId);
  const application = model.application(row.applicationId);
  const rejection = model.rejectionOf(row);
  const isSince = (at: Date | null | undefined) => at !== null && at !== undefined && at > row.since;
  const died = model.dead.get(now.to);
  const isDead = died !== undefined && now.claimedAt.getTime() - died.getTime() < DEAD_FOR;
  return [
    ['late', contact !== undefined && isOptedOut(model, contact), 'the contact opted out'],
    ['late', model.optedOut.has(now.to), 'whoever has that address opted out'],
    ['late', contact?.bounced === true || isDead, 'the address bounced'],
    ['late', contact?.email === null, 'the contact has no address'],
    ['late', contact?.isDeleted === true, 'the contact was deleted'],
    ['late', isSince(contact?.lastMailIn), 'the contact wrote'],
    ['late', isSince(contact?.lastMailOut), 'the candidate wrote'],
    ['late', application?.stage !== 'rejected', `the application is ${application?.stage}`],
    ['late', application !== undefined && application.deletedAt !== null, 'the application was deleted'],
    ['late', row.kind === 'feedback_request' && rejection?.hasReasons === true, 'they gave their reasons'],
    ['late', row.kind === 'thank_you' && rejection?.hasReasons === false, 'it thanks for reasons that nobody gave'],
    ['late', model.isAcceptedSince(row.since), 'an offer was accepted since'],
    ['late', row.kind !== 'reopened_outreach' && isTooLate(model, row, now), 'it is too late for it'],
    ...(row.kind === 'reopened_outreach' ? reopening(model, row) : []),
  ];
}

function isOptedOut(model: Model, { doNotContact, email }: ModelContact): boolean {
  return doNotContact || (email !== null && model.optedOut.has(email));
}

/** They, or somebody who has or had one of their addresses. */
export function wasOptedOut(model: Model, contact: ModelContact): boolean {
  return isOptedOut(model, contact) || [...contact.addresses].some((address) => model.everOptedOut.has(address));
}

function isTooLate(model: Model, row: ClaimedRow, { claimedAt }: Conversation): boolean {
  const { chosenAt, notBefore } = model.followUp(row.id);
  const at = claimedAt.getTime() - HOUR;
  const firstToGo = row.since.getTime() + Math.max(...model.delays) * DAY;
  const chosen = Math.max(chosenAt?.getTime() ?? 0, notBefore?.getTime() ?? 0);
  return at > firstToGo + TOO_LATE_AFTER && at > chosen + CHOSEN_FOR;
}

function reopening(model: Model, { applicationId, closedAt }: ClaimedRow): Rule[] {
  const application = model.application(applicationId);
  if (!application) return [];
  const { isClosed, closes } = model.vacancy(application.vacancyId);
  const isOlder = !isClosed && closedAt !== closes.at(-1)?.toISOString();
  return [
    ['late', isClosed, 'the vacancy closed again'],
    ['late', isOlder, `it tells of the reopening after ${closedAt}, and there was another`],
  ];
}
