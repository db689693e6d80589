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

/** Why a board could not be read, or was not believed. */
export const FORMER_BOARDS = [
  'it answered 404',
  'it answered 304 without being asked for changes',
  'it did not answer in full within 30 seconds',
  'the connection failed (ECONNRESET)',
  'it closed the connection without an answer',
  'its answer breaks off',
  'its answer is larger than 30 MB',
  'it answered in the coding "zstd", which was not asked for',
  'it redirects to nowhere',
  'it redirects from a.example to b.example:8080 without https',
  'it redirects more than 3 times',
  'the host "nowhere.example" cannot be resolved. Check its spelling',
  'the host "10.0.0.1" does not lead to a public address. An operator who trusts it can add it to OUTBOUND_ALLOW',
  '"ftp:" is not http or https. Use a plain http:// or https:// URL',
  'a URL with a user name or password in it is not accepted. Use a plain http:// or https:// URL',
  'whoever runs it asked all readers to wait',
  'its robots.txt asks programs like this one not to read this page',
  'its robots.txt cannot be had at the moment, so nothing of it is asked for',
  'it answered 503 when asked for its robots.txt',
  'the host "nowhere.example" cannot be resolved. Check its spelling when asked for its robots.txt',
  'its robots.txt cannot be read: reading it took more than 2 seconds',
  'there is no such board',
  '"a/b" is no name of a board at greenhouse',
  'what it answered could not be read',
  'reading it was begun 3 times in a row and never came to an end',
  'reading it took more than 256 MB of memory',
  'reading it took more than 2 seconds',
  'its parser ended without an answer (SIGKILL)',
  'page 2: it answered 500',
  'page 3: it answered with nothing',
  'it repeats a page instead of showing the next',
  'it says it has 4 postings and showed 3',
  'it lists more than 50000 postings',
  'it lists more than 50000 postings at once',
  'it shows more than 100 MB',
  'it has more than 200 pages',
  'it took too long to show all its pages',
  'none of its postings can be read: posting 1 was left out: id is not what it should be',
  'none of its postings can be read: posting 1 was left out: it is not what it should be',
  'none of its postings can be read: posting 12 (a (b)) has no title',
  'none of its postings can be read: 2 JSON-LD block(s) could not be read',
  'it answered with nothing',
  'it answered a web page instead of its feed',
  'it answered a web page that is deeper than any is',
  'it answered a web page that breaks off',
  'it answered more XML elements than any board has',
  'it answered XML that is deeper than any board is',
  'it answered something else than its feed (<workzag-jobs>)',
  'it answered XML that breaks off',
  'it answered more pieces of JSON than any board has',
  'it answered JSON that is broken or breaks off',
  'it answered JSON that holds no list of postings',
  'it answered an error instead of its postings: Document not found. Sorry',
  'it answered something else than its feed, and no list of jobs either',
  'its page shows its jobs in a way that cannot be read',
  'the page shows the board "acme" at greenhouse, and neither it nor its address says which posting is meant: give the address of the posting itself',
  'the page shows the board "acme" at greenhouse: posting 4000001 is watched there from now on, unless the page showed one of its own before',
  ...[
    'it looks like a challenge before the page',
    'it looks like a login before the page',
    'it looks like a notice of maintenance',
    'it is too long to be proof of anything',
    'its JobPosting markup cannot be read',
    'nothing on it says that the job is gone',
    'it says that the job is gone and still offers to apply',
  ].map((why) => `the page shows no JobPosting markup, and ${why}, so whether it is open cannot be told`),
  'the page shows no JobPosting markup and nothing on it says that the job is gone, so whether it is open cannot be told',
  'the page shows no JobPosting markup and is too long to be proof of anything',
  'What the board showed could not be stored; the log of the worker says why.',
];

const AGAIN = 'Nothing counts as closed; asked again at 2026-11-30T14:27:29.405Z.';

export const FORMER_SWEEPS = [
  ...FORMER_BOARDS.map((why) => `Could not be read: ${why}. ${AGAIN}`),
  `Could not be read 12 times in a row since 2026-11-29T14:27:29.405Z: it answered 503. ${AGAIN}`,
  `Is not there any more: it answered 404. ${AGAIN}`,
  `Is not there any more 2 times in a row since 2026-11-29T14:27:29.405Z: there is no such board. ${AGAIN}`,
  ...[
    'its list is empty, as some providers answer for any name',
    'the page itself says that its job is no longer open',
    'the page shows no JobPosting markup, and nothing on it says that the job is gone, so whether it is open cannot be told',
  ].map(
    (why) =>
      `No open posting was ever seen here: ${why}. Nothing can be told of it until one is; check that the address is right.`,
  ),
  'Only a part could be read: page 2: its answer breaks off. New postings are seen, none counts as missing.',
  'Only a part could be read: it says it has 4 postings and showed 3. New postings are seen; one that is not in it counts as missing only where the board says so of that posting.',
  'The page is not there: it answered 410. Its posting counts as absent, and as closed when that is so twice running.',
  'Shows 3 postings where there were 30. Nothing counts as closed until three equal sweeps, 24 hours apart in all, agree.',
  'Shows 3 postings where there were 30. Nothing counts as closed until three sweeps of about this size, 24 hours apart in all, agree.',
];
