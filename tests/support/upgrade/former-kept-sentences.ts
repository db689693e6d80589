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
