export const HEADING = 'Look back';
export const OPENING = 'What was, seen from outside.';
export const EMPTY = 'After the first no there is something to look at, not before.';
export const EMPTY_WAY_ON = 'When one comes, record it, and take your time.';
export const EACH = 'Each of them';
export const MORE = 'Show more';

export const ON = 'Turned down on';
export const LOOK = 'Look back';
export const READ = 'Read it';
export const verbOf = (verb: string, job: string) => `${verb}: ${job}`;
export const FURTHEST = {
  applied: 'Answered after the application',
  screening: 'Came to the screening',
  interview: 'Came to an interview',
  offer: 'Came to an offer',
  accepted: 'Was accepted once',
} as const;
export const WOULD_CHANGE = (gist: string) => `What you would change: ${gist}`;
export const THEIRS = (reason: string) => `their reason: ${reason}`;
export const MINE = (reason: string) => `as you read it: ${reason}`;
export const lower = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
export const LOOKED_BACK = (day: string) => `You looked back on ${day}`;
export const LEFT_ASIDE = 'Left aside';
export const BEGUN = 'Begun';
export const NOT_YET = 'Not looked back yet';

export const FLOW = 'How far they came';
export const INVENTED_ASIDE = 'What is invented is not counted.';
export const FLOW_OF = (applications: number) =>
  `Of ${applications} ${applications === 1 ? 'application' : 'applications'}, by how far each ever came. A stage that was passed over counts as reached.`;
export const TOO_FEW = 'These are too few to conclude anything. Keep them in mind, and look again later.';
export const PICTURE = 'The flow, drawn. The table below has the same numbers.';
export const FLOW_STAGE = {
  applied: 'Applied',
  screening: 'Screening',
  interview: 'Interview',
  offer: 'Offer',
  accepted: 'Accepted',
} as const;
export const FLOW_END = { rejected: 'turned down', withdrawn: 'withdrawn', open: 'open' } as const;
export const COLUMNS = {
  stage: 'Stage',
  reached: 'Came this far',
  wentOn: 'Went on',
  rejected: 'Turned down',
  withdrawn: 'Withdrawn',
  open: 'Open',
} as const;
export const TABLE = 'How far they came, as a table';

export const DAYS = 'How long the answer took';
export const DAYS_OF = (known: number, total: number) => `Known of ${known} out of ${total}.`;
export const MEDIAN = (days: number) => `Half of them took ${days} days or less.`;
export const SPAN = (from: number, to: number | null) => {
  if (to === null) return `More than ${from - 1} days`;
  return from === 0 ? `Up to ${to} days` : `${from} to ${to} days`;
};
export const OUT_OF = (count: number, of: number) => `${count} of ${of}`;
export const REASONS_OF = (mine: number, total: number) => `You read ${mine} of ${total} yourself.`;
export const NONE_NAMED = 'They named none';
export const pairOf = (theirs: string, mine: string | null) =>
  mine === null ? theirs : `${theirs}; as you read it: ${mine}`;

export const TO_PATTERN = 'Look for a pattern in the last ones';
export const PATTERN = 'A look for the pattern';
export const PATTERN_OPENING = 'A few in a row. Before the next application, a look at what they have in common.';
export const NO_ROW = 'There is no row of refusals now.';
export const NO_ROW_WAY_ON = 'When some come one after the other, what they have in common stands here.';
export const REST = 'A rest';
export const REST_WORDS = 'No application today, or for three days, loses nothing. What is planned goes on by itself.';
export const IN_A_ROW = 'In a row';
export const OF_ALL = 'Of all so far';
export const BY_STAGE = 'How far they came';
export const BY_REASON = 'The reason, as they said it and as you read it';
export const TO_ROOM = 'To all of them';
