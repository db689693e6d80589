import type { SendingSentences } from '@app/contracts';
import type { Words } from '../words.js';

export const SENDING_WORDS: Words<SendingSentences> = {
  try: ({ number }) => `Try ${number}.`,
  cap_reached: ({ cap }) => `The cap of ${cap} letters a day is reached.`,
  another_being_sent: () =>
    'Another letter to this address is being sent; looked at again when it is known what became of it.',
  outside_window: () => 'Outside the sending window; moved to the next one.',
  others_first: () => 'Other letters go before it; some time between them.',
  others_until_window_ends: () => 'Other letters go before it until the sending window ends; moved to the next one.',
  now_due: ({ dueAt }) => `Now due ${dueAt}.`,
  their_address_changed: () => 'Their address changed while the mail server was being reached; it is made anew.',
  mail_changed: () => 'What it was to go with has changed; the mail is made anew.',
  sender_went_away: () => 'The sender went away after the server began to read; it may have been delivered.',
  not_made: ({ said }) => `The mail could not be made: ${said}`,
  server_said: ({ said }) => said,
  given_up: ({ tries }, of) => `Given up after ${tries} tries: ${of('last')}`,
  place_taken: (_, of) =>
    `${of('last')} (It did not arrive; another letter to this contact has its place by now, and one is enough.)`,
  not_recorded: ({ said }) => `It could not be recorded as being sent: ${said}`,
  login_refused: ({ server, said }) => `The mail server ${server} did not accept the user name and password: ${said}`,
  login_wanted: ({ server, said }) => `The mail server ${server} takes mail only after a login or over TLS: ${said}`,
  no_answer_in_time: ({ server }) => `The mail server ${server} did not answer in time`,
  server_not_found: ({ server, said }) => `The mail server ${server} was not found: ${said}`,
  tls_failed: ({ server, said }) => `TLS with the mail server ${server} failed: ${said}`,
  no_tls: ({ server }) =>
    `The mail server ${server} offers no TLS, so the user name and password were not sent to it. Use smtps:// or a server with STARTTLS; ?insecure=true in SMTP_URL allows it without`,
  no_login: ({ server, said }) =>
    `The mail server ${server} takes no user name and password, so they were not sent to it: it offers ${said}`,
  connection_closed: ({ server }) => `The mail server ${server} closed the connection`,
  conversation_failed: ({ server, said }) => `The conversation with the mail server ${server} failed: ${said}`,
};
