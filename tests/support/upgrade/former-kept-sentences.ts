/** What versions before this one kept beside follow-ups, once each. */

/** Of a row of a file: the code beside it, the column, and what was said. */
export const FORMER_PROBLEMS: [code: string, column: string | null, detail: string][] = [
  ['malformed_row', null, 'The row has 2 cells, the header has 8.'],
  ['malformed_row', null, 'The row has more than 100 stray quotes; what comes after it is not read.'],
  ['malformed_row', null, 'The row is longer than 256 KiB; it and what comes after it are not read.'],
  [
    'malformed_row',
    null,
    'Invalid Opening Quote: a quote is found on field "Job Title" at line 2, value is "En" (comma).',
  ],
  ['malformed_row', null, 'Quote Not Closed: the parsing is finished with an opening quote at line 2.'],
  ['invalid_value', 'Company Name', 'Company Name must not be blank.'],
  ['invalid_value', 'Company Name', 'Company Name must have a visible character.'],
  ['invalid_value', 'Job Title', 'Job Title must be a single line without control characters.'],
  ['invalid_value', 'Job Title', 'Job Title Too big: expected string to have <=500 characters.'],
  ['invalid_value', 'Job Url', 'Job Url must be an http or https URL.'],
  ['invalid_value', 'Job Url', 'Job Url must not hold a user name or a password.'],
  ['invalid_value', 'Job Url', 'Job Url must be well-formed Unicode.'],
  ['invalid_date', 'Application Date', '"13/13/23, 9:42 AM" is not a date such as 11/13/23, 9:42 AM.'],
  ['invalid_date', 'Application Date', '"" is not a date such as 11/13/23, 9:42 AM.'],
  [
    'in_the_future',
    'Application Date',
    'The time lies in the future in Europe/Kyiv. Check the time zone in /settings.',
  ],
];

/** Why an import failed, and the code beside it. */
export const FORMER_FAILURES: [code: string, why: string][] = [
  ['internal_error', 'It could not be recorded. What was recorded stays; the log of the worker names what is wrong.'],
  ['too_many_rows', 'The file has more than 50,000 rows. Split it, with the first line above each part.'],
  [
    'unknown_format',
    'The file is not UTF-8 text. Send LinkedIn\'s "Job Applications.csv" as it is exported (Settings, Data privacy, Get a copy of your data).',
  ],
  [
    'unknown_format',
    'The first line does not name the column Job Url, Job Title. Send LinkedIn\'s "Job Applications.csv" as it is exported (Settings, Data privacy, Get a copy of your data).',
  ],
];

const UNRESOLVED = 'The host "nowhere.example" cannot be resolved. Check its spelling.';
const PRIVATE =
  'The host "127.0.0.1" does not lead to a public address. An operator who trusts it can add it to OUTBOUND_ALLOW.';

export const FORMER_DELIVERIES = [
  'The endpoint is disabled.',
  'The receiver said that it is gone (410).',
  'no answer within the time limit',
  'no answer within the time limit; given up after 10 attempts',
  'answered 500',
  'answered 500; given up after 10 attempts',
  'answered 301; redirects are not followed',
  'answered 301; redirects are not followed; given up after 10 attempts',
  'unreachable: ECONNREFUSED',
  'unreachable: HPE_HEADER_OVERFLOW; given up after 10 attempts',
  'unreachable: it closed the connection without an answer',
  `unreachable: ${UNRESOLVED}`,
  `unreachable: ${UNRESOLVED}; given up after 10 attempts`,
  `not sent: ${PRIVATE}`,
  'not sent: "ftp:" is not http or https. Use a plain http:// or https:// URL.',
  'not sent: A URL with a user name or password in it is not accepted. Use a plain http:// or https:// URL.',
  'not sent: Port 0 cannot be connected to. Use a plain http:// or https:// URL.',
  'not sent: This is not a URL. Use a plain http:// or https:// URL.',
  'not sent: This is not a sealed secret (v1.<key id>.<nonce>.<ciphertext>.<tag>).',
  'not sent: The sealed secret was changed, or belongs to another place. Enter the secret again.',
  'not sent: The secret was sealed with key 4bb06f8e, but REKINDLE_SECRET_KEY is key 00aa11bb. Start with the key it was sealed with.',
];

/** What a server said of us, in our words for it or in its own. */
export const FORMER_MAIL_SERVERS = [
  'The mail server mail.example:587 did not accept the user name and password: 535 5.7.8 no',
  'The mail server mail.example:587 takes mail only after a login or over TLS: 530 5.7.0 Must issue a STARTTLS',
  'The mail server mail.example:587 did not answer in time',
  'The mail server nowhere.invalid:587 was not found: getaddrinfo ENOTFOUND nowhere.invalid',
  'TLS with the mail server mail.example:587 failed: self-signed certificate',
  'The mail server mail.example:587 offers no TLS, so the user name and password were not sent to it. Use smtps:// or a server with STARTTLS; ?insecure=true in SMTP_URL allows it without',
  'The mail server mail.example:587 takes no user name and password, so they were not sent to it: it offers PLAIN',
  'The mail server mail.example:587 closed the connection',
  'The conversation with the mail server mail.example:587 failed: 500 what',
  '554 5.7.1 …: Relay access denied',
];
