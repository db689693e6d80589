/** Whether the reason that a letter was given up for was ever one. */
import type { FollowUpRow } from './follow-up-rows.js';
import type { Model, ModelApplication, ModelContact } from './model.js';
import { carries, type Conversation } from './simulated-mail-server.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;

export interface History {
  model: Model;
  letters: FollowUpRow[];
  conversations: readonly Conversation[];
}

export function codeOf({ endedWhy, whyCode }: FollowUpRow): string {
  return endedWhy ?? whyCode;
}

export function isExplained(row: FollowUpRow, history: History): boolean {
  return EXPLANATIONS[codeOf(row)]?.(row, history) === true;
}

type Explains = (row: FollowUpRow, history: History) => boolean | undefined;

const contactOf = ({ contactId }: FollowUpRow, { model }: History): ModelContact | undefined =>
  model.contact(contactId);
const applicationOf = ({ applicationId }: FollowUpRow, { model }: History): ModelApplication | undefined =>
  model.application(applicationId);
const isSince = (at: Date | null | undefined, { since }: FollowUpRow) => at !== null && at !== undefined && at > since;
const isOneOf = (addresses: Iterable<string> | undefined, known: { has(address: string): boolean }) =>
  [...(addresses ?? [])].some((address) => known.has(address));

const noAddress: Explains = (row, history) => {
  const contact = contactOf(row, history);
  return !contact || contact.ever.has('no_address') || applicationOf(row, history)?.contactChanged;
};
const wasClosedSince: Explains = (row, history) => {
  const application = applicationOf(row, history);
  return application && history.model.vacancy(application.vacancyId).closes.some((at) => at >= row.since);
};

const EXPLANATIONS: Record<string, Explains> = {
  no_address: noAddress,
  unread_address: (row, history) =>
    [...(contactOf(row, history)?.addresses ?? [])].some((one) => /^no-?reply@/.test(one)),
  do_not_contact: (row, history) => {
    const contact = contactOf(row, history);
    return contact?.ever.has('do_not_contact') || isOneOf(contact?.addresses, history.model.everOptedOut);
  },
  address_bounced: (row, history) => {
    const contact = contactOf(row, history);
    return contact?.ever.has('address_bounced') || isOneOf(contact?.addresses, history.model.dead);
  },
  contact_wrote: (row, history) => isSince(contactOf(row, history)?.lastMailIn, row),
  candidate_wrote: (row, history) => isSince(contactOf(row, history)?.lastMailOut, row),
  contact_changed: (row, history) => applicationOf(row, history)?.contactChanged,
  contact_deleted: (row, history) => !contactOf(row, history) || contactOf(row, history)?.ever.has('deleted'),
  application_deleted: (row, history) => applicationOf(row, history)?.wasDeleted,
  no_longer_rejected: (row, history) => applicationOf(row, history)?.rejections.some(({ stands }) => !stands),
  reasons_given: (row, history) => applicationOf(row, history)?.rejections.some(({ ever }) => ever.has('reasons')),
  reasons_taken_back: (row, history) =>
    applicationOf(row, history)?.rejections.some(({ ever }) => ever.has('no_reasons')),
  no_human_contact: (row, history) => applicationOf(row, history)?.rejections.some(({ stage }) => stage === 'applied'),
  offer_accepted: (row, { model }) => model.acceptances.some(({ at }) => at > row.since),
  not_looking: (_row, { model }) => model.ever.has('not_looking'),
  disabled: (_row, { model }) => model.ever.has('disabled'),
  closed_again: wasClosedSince,
  replaced: (row, history) => row.kind === 'reopened_outreach' && wasClosedSince(row, history),
  already_pending: (row, { letters }) =>
    letters.some(({ id, contactId }) => id !== row.id && contactId === row.contactId),
  too_late: isLate,
};

/** Skipped when it was planned, cancelled twenty days after it was first to go, or it would have had to wait for so long. */
function isLate(row: FollowUpRow, history: History): boolean {
  const { state, createdAt, since, ledger } = row;
  const known = contactOf(row, history)?.addresses ?? new Set();
  const mayWait = history.conversations.some(
    (one) =>
      !carries(one, row.id) && (one.rows[0]?.contactId === row.contactId || one.addresses.some((to) => known.has(to))),
  );
  const ended = state === 'skipped' ? createdAt : new Date(ledger.at(-1)!.at);
  const days = state === 'skipped' ? 14 : Math.min(...history.model.delays) + 20;
  return mayWait || ended.getTime() >= since.getTime() + days * DAY - HOUR;
}
