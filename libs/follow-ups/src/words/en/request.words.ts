/** Requests that cannot be served as they stand, in English. */
import type { RequestSentences } from '@app/contracts';
import type { Words } from '../words.js';

const TOO_LARGE = {
  body: 'The body is larger than this route takes (1 MiB; imports 10 MiB). Nothing was changed.',
  chunk: 'The extensions of a chunk are larger than 16 KiB. Leave them out.',
};

const WANTED = {
  json: 'The body has a media type this route does not take. Send JSON with Content-Type: application/json.',
  json_for_csv: 'CSV is taken by imports only. Send JSON here.',
  utf_8: 'JSON is taken in UTF-8 only, whatever its type says.',
  csv: 'Send the file itself with Content-Type: text/csv.',
};

const NOT_DONE = {
  import: 'It could not be recorded. What was recorded stays; the log of the worker names what is wrong.',
  import_undo:
    'It could not be taken back to its end. What is removed stays removed; the log of the worker names what is wrong.',
};

const UNAUTHENTICATED = {
  nothing: 'This needs a token: send Authorization: Bearer <token>, or sign in.',
  token: 'The token is not known here. Use the one that the service was started with.',
  session: 'The session has ended. Sign in again.',
  code: 'The link was used, or is older than ten minutes. Print another one: npm run sign-in.',
};

type AtFault = RequestSentences['invalid_id'];

const asTaken = (what: string, { at, others, orMore }: AtFault, said: string): string => {
  const rest = others === 0 ? '' : ` (and ${orMore ? 'more than ' : ''}${others} more)`;
  return `${what}: ${at === '' ? '' : `${at} `}${said}${rest}.`;
};

export const REQUEST_WORDS: Words<RequestSentences> = {
  malformed_request: () => 'This is not a request in HTTP/1.1 as RFC 9112 describes it. Nothing was changed.',
  malformed_url: () => 'The path is not a URL: an escape in it is not UTF-8.',
  malformed_json: () => 'The body is not JSON in UTF-8. Nothing was changed.',
  uri_too_long: () => 'A part of the path is longer than any id is.',
  request_header_fields_too_large: () => 'The path and the headers together are larger than 16 KiB. Send less of both.',
  request_timeout: () => 'The request did not come to its end in time. Nothing was changed; send it again.',
  expectation_failed: () => 'No expectation is met here but 100-continue. Leave out the header Expect.',
  host_required: () => 'A request names the host it is for in one header Host.',
  incomplete_body: () => 'The connection ended before the body did.',
  body_too_large: ({ of }) => TOO_LARGE[of],
  method_not_allowed: ({ method, path, allow }) =>
    path === null
      ? `This is no proxy: ${method} is not known here.`
      : `${method} is not known at ${path}. It takes ${allow}.`,
  unsupported_content_encoding: () =>
    'The body is compressed or encoded, which no route takes. Send it as it is, without Content-Encoding.',
  unsupported_media_type: ({ wanted }) => WANTED[wanted],
  invalid_body: (facts, of) =>
    facts.of === 'route'
      ? asTaken('The body is not as this route takes it', facts, of('said'))
      : asTaken('The body is not as this API takes it', { ...facts, at: facts.at || 'it' }, of('said')),
  invalid_query: (facts, of) =>
    facts.of === 'no_query'
      ? 'This route takes no query. Send it without.'
      : asTaken('The query is not as this route takes it', facts, of('said')),
  invalid_id: (facts, of) => asTaken('The address of the resource is not as this route takes it', facts, of('said')),
  invalid_request: (facts, of) => asTaken('The request is not as this route takes it', facts, of('said')),
  invalid_idempotency_key: () => 'Idempotency-Key must be one value of 1 to 255 visible ASCII characters.',
  idempotency_key_reused: () => 'This Idempotency-Key was used for another body. Use a new key for a new request.',
  unauthenticated: ({ by }) => UNAUTHENTICATED[by],
  token_required: () =>
    'A code is made with a token alone: send Authorization: Bearer <token>, or type npm run sign-in.',
  not_the_demo: () =>
    'This is no demonstration. Sign in with the token of the account, or by the link that npm start prints.',
  not_the_owner: () => 'Captured mail is shown to the owner of this installation only.',
  foreign_origin: ({ url }) =>
    `This was asked for by a page that is not one of ${url}, where PUBLIC_URL says that this installation is reached. Nothing was changed. Open it there, or set PUBLIC_URL to the address in your browser.`,
  too_many_sign_ins: ({ seconds }) =>
    `Signing in failed too often from this address. Nothing is locked; try again in ${seconds} s.`,
  too_many_requests: ({ most }) =>
    `More than ${most} requests of yours are under way. Nothing was changed; wait for their answers.`,
  too_many_streams: ({ most }) =>
    `${most} streams of yours are open. Close one, or let the pages of a browser share one.`,
  too_many_tests: ({ most }) =>
    `${most} test letters went within the hour. The next one may go when the first of them is an hour old.`,
  too_many_postings: ({ most }) =>
    `${most} addresses of yours are being read. Wait until one of them is, or fill in the form by hand.`,
  unavailable: ({ whileAnswering }) =>
    `The database cannot be reached.${whileAnswering ? ' Nothing was changed; try again in a moment.' : ''}`,
  internal_error: (facts) =>
    facts.of === 'request'
      ? `Something went wrong here that should not. The log names it by the request id ${facts.requestId}.`
      : NOT_DONE[facts.of],
};
