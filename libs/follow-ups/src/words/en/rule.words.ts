/** What the rules of the domain refuse, in English. */
import type { RuleSentences, Stage } from '@app/contracts';
import type { Words } from '../words.js';

type NotFound = RuleSentences['not_found']['what'];
const NOT_FOUND: Record<Exclude<NotFound, 'captured_mail' | 'path'>, (id: string) => string> = {
  application: (id) => `There is no application ${id}.`,
  board: (id) => `You watch no board ${id}.`,
  captured_message: (id) => `There is no captured message ${id}.`,
  company: (id) => `There is no company ${id}.`,
  contact: (id) => `There is no contact ${id}.`,
  follow_up: (id) => `There is no follow-up ${id}.`,
  html_part: (id) => `The message ${id} has no HTML part.`,
  import: (id) => `There is no import ${id}; it is forgotten 30 days after its end.`,
  interview: (id) => `This application has no interview ${id}.`,
  message: (id) => `There is no message ${id} that waits to be handled; what was handled stands under /api/v1/events.`,
  posting: (id) => `There is no posting ${id}; what a page says is forgotten after a day.`,
  session: (id) => `There is no session ${id}.`,
  touch: (id) => `This contact has no touch ${id}.`,
  vacancy: (id) => `There is no vacancy ${id}.`,
  webhook_endpoint: (id) => `There is no webhook endpoint ${id}.`,
};

const IN_USE = {
  company: 'Applications or contacts belong to this company. Delete or move them first.',
  contact: 'Applications name this contact, or a letter to it is being sent. Change them first.',
  vacancy:
    'An application is for this vacancy, perhaps a deleted one; the vacancy goes with it when its 30 days are over.',
};

const CHANGED_MEANWHILE = {
  if_match: 'It was changed since it was read, as If-Match shows. Read it again, then repeat the change.',
  race: 'Another request changed the same thing at the same moment. Nothing was changed; try again.',
};

const DOES_NOT_FOLLOW = {
  rejection: 'Record the rejection with POST /rejection instead.',
  withdrawn: 'A withdrawn application stays as it is.',
  rejected: 'Out of a rejection leads a stage further on, or DELETE /rejection if it was a mistake.',
  steps: 'A stage further on follows, or the one before to correct.',
};

const WAY_TO_INTERVIEW: Partial<Record<Stage, string>> = {
  saved: 'Move it to applied, or further, with POST /stage first.',
  offer: 'If there is another round, step back to interview with POST /stage first.',
  accepted: 'If there is another round, step back to offer and interview with POST /stage first.',
  rejected: 'If they changed their mind, move it on with POST /stage, or DELETE /rejection if it was a mistake.',
  withdrawn: 'Record it as a new application.',
};

const SENDING = {
  follow_up: 'This follow-up is being sent at this moment. Look again in a minute to see what became of it.',
  application: 'A letter about this application is being sent. Try again in a minute.',
};

const IN_THE_PAST = {
  follow_up: 'That moment has passed. Choose a later one, or say send-now.',
  no_letters: 'That moment has passed. Choose a later one, or null to let letters go.',
};

const OCCUPIED = {
  follow_up: 'Another follow-up has taken its place meanwhile. Cancel that one first, then restore this one.',
  letter:
    'Another letter about this rejection went already, or has its place; one is enough. What has not gone yet you can cancel, then restore this one.',
};

const TOUCH_STAYS = {
  follow_up: 'This came of a letter or a reminder, and stays as long as that does.',
  rejection: 'This is the rejection itself. Take that back on its application.',
};

const NOT_HTTP = {
  no_url: 'This is not a URL',
  credentials: 'A URL with a user name or password in it is not accepted',
  port: 'Port 0 cannot be connected to',
};

export const RULE_WORDS: Words<RuleSentences> = {
  not_found: (facts) => {
    if (facts.what === 'captured_mail') return 'No mail is captured here: it goes to a real mail server.';
    if (facts.what === 'path') return `There is nothing at ${facts.method} ${facts.path}.`;
    return NOT_FOUND[facts.what](facts.id);
  },
  unknown_contact: ({ id }) => NOT_FOUND.contact(id),
  touch_stays: ({ of }) => TOUCH_STAYS[of],
  merge_with_itself: () => 'These are the same entry already. Choose another one of the same person.',
  merge_with_nobody: () => 'There is no such entry, or it was deleted. Restore it first, or choose another one.',
  merge_with_sample: () => 'One of them is sample data, the other your own: they do not become one.',
  merge_while_sending: () =>
    'A mail to or about one of them is being sent right now. Try again in a moment, when it is clear what became of it.',
  not_merged: () => 'That entry is not a part of this one, so there is nothing to undo.',
  merged_for_good: () => 'They have been one for more than 30 days; what came from where is not known any more.',
  contact_merged: ({ into }) => `This entry is a part of ${into} now. Undo that with POST /contacts/${into}/unmerge.`,
  in_use: ({ what }) => IN_USE[what],
  not_deleted: ({ what }) => `This ${what} is not deleted; there is nothing to restore.`,
  changed_meanwhile: ({ by }) => CHANGED_MEANWHILE[by],
  company_exists: ({ id }) => `A company of this name is there already: ${id}.`,
  contact_exists: ({ id }) => `A contact with this address is there already: ${id}.`,
  name_taken: ({ id, name }) =>
    `Another company is called ${name} now: ${id}. Rename it or delete it, then restore this one.`,
  address_taken: ({ id, address }) =>
    `Another contact is at ${address} now: ${id}. Change that address or delete them, then restore this one.`,
  region_of_another_country: ({ region, country, missing }) =>
    `${region} is no region of ${country}. Send the ${missing} too, or null for it.`,
  sample_exists: () => 'The sample data are there already. Remove them with DELETE /sample to begin anew.',
  sample_apart: (facts) => {
    if (facts.what === 'application') return 'This application is sample data: it goes with people of the sample only.';
    if (facts.what === 'company') return 'This person is sample data, and stays at the company of the sample.';
    return `${facts.contactName} is sample data and gets no mail. Name somebody of your own.`;
  },
  sample_never_goes: () =>
    'This is sample data, to be looked at: it is never sent. Ask for a test letter to have it in your own mailbox.',
  not_applied_yet: () => 'It is only saved. Move it to applied with POST /stage first.',
  stage_does_not_follow: ({ from, to, since }) => `${to} does not follow ${from}. ${DOES_NOT_FOLLOW[since]}`,
  already_rejected: () => 'It is rejected already. Add reasons with PATCH, or DELETE a mistake.',
  already_accepted: () => 'An accepted offer is not rejected. Step back to offer first.',
  not_rejectable: ({ stage }) => `An application that is ${stage} cannot be rejected. Move it to applied first.`,
  not_rejected: () => 'This application is not rejected.',
  nothing_to_look_back_on: () => 'There is something to look back on after a no, not before. What was written stays.',
  before_application: ({ appliedAt }) =>
    `It was applied for at ${appliedAt}, after that. Correct appliedAt or receivedAt.`,
  imported_again: ({ id }) =>
    `The same row was imported again as ${id}. Delete that application, then restore this one.`,
  interview_exists: ({ id }) => `This application has an interview at that moment already: ${id}.`,
  no_interview_ahead: ({ stage }) =>
    `An application that is ${stage} has no interview ahead. ${WAY_TO_INTERVIEW[stage] ?? ''}`.trim(),
  too_many_interviews: ({ most }) =>
    `An application keeps ${most} interviews at most. Take away one that is not needed.`,
  in_the_future: ({ said }) => `${said} has not come yet. Say when it happened, not when it will.`,
  in_the_past: (facts) =>
    facts.of === 'interview'
      ? `${facts.said} has passed. Say when it will be, not when it was.`
      : IN_THE_PAST[facts.of],
  too_far_ahead: () => 'That moment lies more than ten years ahead. Choose an earlier one.',
  after_the_interview: ({ interviewAt }) => `The interview is at ${interviewAt}. Choose a moment before it.`,
  already_ended: () => 'This follow-up has come to its end. What you ended yourself, restore brings back.',
  already_held: () => 'This follow-up is held already. Resume it to let it go, or cancel it.',
  already_sending: ({ what }) => SENDING[what],
  already_sent: () => 'This follow-up was sent already.',
  already_frozen: () =>
    'The text was fixed when this letter was first handed to the mail server, and goes unchanged. Cancel it if it must not go.',
  not_a_draft: () => 'Only a draft waits for approval, and this follow-up is none. What is held, resume lets go.',
  not_a_letter: () => 'This is a reminder: it comes to you anyway. Only a letter is tested.',
  not_a_reminder: () => 'Only a reminder can be done, and this is a letter. Cancel it if it should not go.',
  not_approved: () =>
    'This letter is a draft: it does not go before you approve it. There is nothing to hold; cancel it instead.',
  not_by_candidate: () => 'This follow-up was not ended by you; it comes back by itself when what ended it has passed.',
  not_ended: () => 'You neither cancelled this follow-up nor marked it as done: nothing to restore.',
  not_held: () => 'This follow-up is not held, so there is nothing to resume.',
  not_sendable: () => 'The mail server may have taken this letter already. Answer with mark-sent, resend or cancel.',
  not_unconfirmed: () =>
    'Only a letter whose delivery is unconfirmed needs this answer, and this follow-up is not one.',
  contact_gap: ({ until }) =>
    `Your last letter to this contact is unanswered, so the next one may go from ${until}. Until then you can edit or cancel it.`,
  no_letters_until: ({ until }) =>
    `You want no letters to go until ${until}. Send this one now, or let letters go again with noLettersUntil null.`,
  contact_busy: () => 'Another letter to this contact is on its way. Cancel that one first, or wait until it is sent.',
  place_occupied: ({ by }) => OCCUPIED[by],
  ends_before_it_begins: () => '`to` lies before `from`, or at the same moment.',
  range_too_long: ({ days }) => `A plan is shown for ${days} days at most.`,
  board_address_private: () =>
    'This address holds an email address or a key. Boards are shared between everybody here, so give the address without it.',
  board_not_recognised: () =>
    'No board is recognised at this address. Give the address of a posting or a careers page, or provider and slug.',
  board_asks_to_wait: ({ until }) =>
    `The board asked to be left alone until ${until}. It is swept again by itself after that.`,
  swept_recently: ({ minutes, until }) =>
    `The board was swept less than ${minutes} minutes ago. Ask again after ${until}.`,
  not_parked: () => 'This message is not set aside: it is tried again by itself.',
  endpoint_switched_off: () => 'This endpoint is switched off: nothing is sent to it. Switch it on first.',
  too_many_endpoints: ({ most }) => `You have ${most} webhook endpoints, which is the most. Delete one first.`,
  url_not_http: (facts) => {
    const what = facts.since === 'scheme' ? `"${facts.scheme}" is not http or https` : NOT_HTTP[facts.since];
    return `${what}. Use a plain http:// or https:// URL.`;
  },
  host_unresolvable: ({ host }) => `The host "${host}" cannot be resolved. Check its spelling.`,
  address_not_public: ({ host }) =>
    `The host "${host}" does not lead to a public address. An operator who trusts it can add it to OUTBOUND_ALLOW.`,
  import_over: ({ state }) => `This import is over: it is ${state}.`,
  import_not_over: ({ state }) => `This import is ${state}. Wait until it is over, or stop it, then take it back.`,
  import_undone: () => 'This import was taken back already.',
  too_many_imports: ({ most }) =>
    `${most} imports of yours are not over yet. Wait for one of them, or stop it with POST /imports/{id}/stop.`,
  too_many_rows: ({ most }) =>
    `The file has more than ${most.toLocaleString('en-US')} rows. Split it, with the first line above each part.`,
  unknown_format: (facts) => {
    const what =
      facts.since === 'encoding'
        ? 'The file is not UTF-8 text'
        : `The first line does not name the column ${facts.missing}`;
    return `${what}. Send LinkedIn's "Job Applications.csv" as it is exported (Settings, Data privacy, Get a copy of your data).`;
  },
  invalid_settings: ({ at }, of) => `${at} ${of('said')}.`,
};
