/** What is wrong with a row of a file, in English. */
import { type ImportProblemSentences, RULES } from '@app/contracts';
import type { Words } from '../words.js';

type Malformed = ImportProblemSentences['malformed_row'];

function malformed(facts: Malformed): string {
  switch (facts.since) {
    case 'cells':
      return `The row has ${facts.cells} cells, the header has ${facts.header}.`;
    case 'stray_quotes':
      return `The row has more than ${facts.most} stray quotes; what comes after it is not read.`;
    case 'length':
      return `The row is longer than ${facts.kib} KiB; it and what comes after it are not read.`;
    case 'syntax':
      return `${facts.said}.`;
  }
}

export const IMPORT_WORDS: Words<ImportProblemSentences> = {
  malformed_row: malformed,
  invalid_value: (facts) => {
    const asked =
      facts.rule === 'too_big' ? `Too big: expected string to have <=${facts.maximum} characters` : RULES[facts.rule];
    return `${facts.column} ${asked}.`;
  },
  invalid_date: ({ written }) => `"${written}" is not a date such as 11/13/23, 9:42 AM.`,
  in_the_future: ({ timezone }) => `The time lies in the future in ${timezone}. Check the time zone in /settings.`,
};
