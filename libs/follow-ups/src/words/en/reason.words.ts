import type { ReasonSentences } from '@app/contracts';
import type { SenderLack } from '../../sender.policy.js';
import type { Words } from '../words.js';

const SENDER_LACKS: Record<SenderLack, string> = {
  name: 'There is no name to sign with',
  address: 'There is no address to write from',
  name_and_address: 'There is neither a name to sign with nor an address to write from',
};

const TOO_LATE = {
  planned: 'The rejection came more than 14 days ago; a letter now would seem odd.',
  free: 'By the time it could go, a letter would seem odd.',
};

export const REASON_WORDS: Words<ReasonSentences> = {
  application_deleted: () => 'The application was deleted.',
  contact_deleted: () => 'The contact was deleted.',
  contact_changed: () => 'The application has another contact now.',
  no_address: () => 'The contact has no e-mail address.',
  unread_address: ({ address }) => `Nobody reads mail at ${address ?? 'this address'}: it only sends.`,
  do_not_contact: () => 'The contact is marked as do not contact.',
  address_bounced: () => "The contact's address does not take mail: an earlier letter came back.",
  contact_wrote: () => 'The contact wrote to you in the meantime.',
  candidate_wrote: () => 'You wrote to the contact yourself in the meantime.',
  no_longer_rejected: () => 'The application is no longer rejected.',
  no_rejection_stands: () => 'No rejection of theirs stands any more.',
  not_asked_for: () => 'The settings ask for none.',
  reasons_given: () => 'They gave their reasons; no need to ask.',
  reasons_taken_back: () => 'No reason of theirs stands any more, so there is nothing to thank for.',
  offer_accepted: () => 'You accepted an offer.',
  too_late: ({ when }) => (when ? TOO_LATE[when] : 'The rejection came too long ago; a letter now would seem odd.'),
  closed_again: () => 'The vacancy closed again.',
  contact_found: () => 'A contact with an address was found.',
  no_longer_interview: () => 'The application is no longer at a stage with an interview ahead.',
  interview_gone: () => 'The interview was taken away.',
  interview_moved: () => 'The interview was moved to another time.',
  interview_over: () => 'The interview is over.',
  no_longer_in_process: () => 'The application is no longer in process.',
  seen_open: () => 'The vacancy was seen open again.',
  no_warm_contact: () => 'No contact at the company is warm any more.',
  roles_gone: () => 'None of the new roles is there any more.',
  not_looking: () => 'You are not looking for work at the moment.',
  disabled: () => 'Letters after a rejection are switched off in the settings.',
  sender_missing: ({ missing }) =>
    `${SENDER_LACKS[missing as SenderLack] ?? SENDER_LACKS.address}; set yours under /api/v1/me.`,
  mailbox_refused: (_, of) =>
    of('last')
      ? `The mail server refuses our mail, whoever it is for: ${of('last')}`
      : 'The mail server refuses our mail. One is tried again every hour; when it is taken, this one goes on.',
  contact_gap: () => 'An earlier letter to this contact is not answered yet.',
  no_letters_until: ({ endsAt }) =>
    endsAt
      ? 'You want no letters to go for a while. By then it would be too late for this one, and it ends unless you send it before.'
      : 'You want no letters to go for a while.',
  written_before: ({ at }) =>
    `A letter went, or may have gone, to them ${at ? `on ${at.slice(0, 10)}` : 'before'}, about an application there that you deleted or a rejection that you took back. If this is the same one, they have been asked.`,
  not_approved: () => 'You want to see every letter before it goes.',
};
