/** What the room of looking back and the page of the pattern should say, asked of the rows. */
import type { Figures } from './figures.js';
import { type Ask, STAGE, Wanted } from './said.js';

const FLOW = ['applied', 'screening', 'interview', 'offer', 'accepted'];

const REASON: Record<string, string> = {
  hard_skills: 'Knowledge or skills',
  experience: 'Experience',
  position_closed: 'The position was closed',
  other_candidate: 'Somebody else was chosen',
};
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const reasonOf = (category: string | null) => (category === null ? null : (REASON[category] ?? category));

/** Each application that was tried: how far it ever came, where it ended, and the no that stands. */
const TRIED = `
select a.id, a.stage, a.title || ' at ' || a.company as job, greatest(pg_temp.place(a.stage), pg_temp.place(r.stage), case when a.applied_at is null then 1 else 2 end,
    (select max(greatest(pg_temp.place(from_stage), pg_temp.place(to_stage))) from kept_changes c where c.application_id = a.id)) - 1 as furthest,
  r.id is not null as refused, r.reason_category as theirs, f.reason_category as mine, f.would_change, pg_temp.short(r.received_at) as received,
  case when a.applied_at <> date_trunc('milliseconds', a.created_at) then floor(extract(epoch from r.received_at - a.applied_at) / 86400)::int end as days,
  case when f.application_id is null then 'Not looked back yet' when f.looked_back_at is not null then 'You looked back on ' || pg_temp.short(f.looked_back_at)
    when f.skipped_at is not null then 'Left aside' else 'Begun' end as standing,
  coalesce(r.received_at > (select max(at) from stage_changes c where to_stage in ('interview', 'offer', 'accepted')
    and (from_stage is null or from_stage = 'rejected' and to_stage <> 'interview' or pg_temp.place(to_stage) > pg_temp.place(from_stage))), r.id is not null) as in_a_row
from one_each a left join rejections r on r.application_id = a.id and r.revoked_at is null left join reflections f on f.application_id = a.id
where a.stage <> 'saved' order by r.received_at desc nulls last, r.id desc`;

interface Tried {
  stage: string;
  job: string;
  /** 1: applied. */
  furthest: number;
  refused: boolean;
  theirs: string | null;
  mine: string | null;
  would_change: string | null;
  received: string;
  days: number | null;
  standing: string;
  in_a_row: boolean;
}

const CAME = [
  '',
  'Answered after the application',
  'Came to the screening',
  'Came to an interview',
  'Came to an offer',
];

const rowOf = ({ job, furthest, theirs, mine, would_change: change, received, standing }: Tried) => [
  job,
  [
    CAME[furthest],
    theirs && `their reason: ${lower(reasonOf(theirs)!)}`,
    mine && `as you read it: ${lower(reasonOf(mine)!)}`,
  ]
    .filter(Boolean)
    .join(' · '),
  change && `What you would change: ${change}`,
  `Turned down on ${received}`,
  standing,
];

const TOO_FEW = 'These are too few to conclude anything. Keep them in mind, and look again later.';
const BY_REASON = 'The reason, as they said it and as you read it';
const pairOf = ({ theirs, mine }: Tried) => {
  const said = reasonOf(theirs) ?? 'They named none';
  return mine === null ? said : `${said}; as you read it: ${lower(reasonOf(mine)!)}`;
};

function reasons(wanted: Wanted, refused: readonly Tried[], heading: string): void {
  for (const [pair, of] of Map.groupBy(refused, pairOf))
    wanted.put(`${heading}: ${pair}`, `${of.length} of ${refused.length}`);
}

const SPANS = [
  [0, 2],
  [3, 7],
  [8, 14],
  [15, 30],
  [31, 60],
  [61, Infinity],
] as const;
const spanOf = ([from, to]: (typeof SPANS)[number]) =>
  to === Infinity ? `More than ${from - 1} days` : from === 0 ? `Up to ${to} days` : `${from} to ${to} days`;

export async function lookBackWanted(ask: Ask): Promise<Figures> {
  const tried = await ask<Tried>(TRIED);
  const refused = tried.filter((one) => one.refused);
  const wanted = new Wanted().put('opening', 'What was, seen from outside.').put('Each of them, rows', refused.length);
  const drawn: string[] = [];
  const ends: string[] = [];
  FLOW.forEach((stage, at) => {
    const here = tried.filter(({ furthest }) => furthest === at + 1);
    const reached = tried.filter(({ furthest }) => furthest >= at + 1).length;
    const ended = (end: string) => here.filter(({ stage }) => stage === end).length;
    const open = here.length - ended('rejected') - ended('withdrawn') - ended('accepted');
    const cells = {
      'Came this far': reached,
      'Went on': reached - here.length,
      'Turned down': ended('rejected'),
      Withdrawn: ended('withdrawn'),
      Open: open,
    };
    for (const [column, count] of Object.entries(cells)) wanted.put(`table: ${STAGE[stage]!}: ${column}`, count);
    if (reached > 0) drawn.push(`${STAGE[stage]!} ${reached}`);
    for (const [count, word] of [
      [ended('rejected'), 'turned down'],
      [ended('withdrawn'), 'withdrawn'],
      [open, 'open'],
    ] as const)
      if (count > 0) ends.push(`${count} ${word}`);
  });
  wanted.put('drawn', [...drawn, ...ends].join(', '));
  const says = (sentence: string) => wanted.put('How far they came: says', sentence);
  says(`Of ${tried.length} applications, by how far each ever came. A stage that was passed over counts as reached.`);
  if (refused.length < 5) says(TOO_FEW);
  reasons(wanted, refused, BY_REASON);
  if (refused.length < 5) wanted.put(`${BY_REASON}: says`, TOO_FEW);
  says(`You read ${refused.filter(({ mine }) => mine !== null).length} of ${refused.length} yourself.`);
  const days = refused.flatMap((one) => (one.days === null ? [] : [one.days])).toSorted((one, other) => one - other);
  for (const span of SPANS) {
    const count = days.filter((one) => one >= span[0] && one <= span[1]).length;
    if (count > 0) wanted.put(`How long the answer took: ${spanOf(span)}`, `${count} of ${days.length}`);
  }
  if (days.length < 5) wanted.put('How long the answer took: says', TOO_FEW);
  else {
    const half = days.length / 2;
    const median = Math.round((days[Math.ceil(half) - 1]! + days[Math.floor(half)]!) / 2);
    says(`Half of them took ${median} days or less.`);
  }
  says(`Known of ${days.length} out of ${refused.length}.`);
  return wanted.rows(refused.map(rowOf)).figures;
}

export async function patternWanted(ask: Ask): Promise<Figures> {
  const refused = (await ask<Tried>(TRIED)).filter((one) => one.refused);
  const row = refused.filter((one) => one.in_a_row);
  const wanted = new Wanted();
  wanted.put('opening', 'A few in a row. Before the next application, a look at what they have in common.');
  wanted.put(
    'A rest: says',
    'No application today, or for three days, loses nothing. What is planned goes on by itself.',
  );
  wanted.put('Each of them, rows', row.length);
  for (const group of [row, refused]) {
    FLOW.forEach((stage, at) => {
      const count = group.filter(({ furthest }) => furthest === at + 1).length;
      if (count > 0) wanted.put(`How far they came: ${STAGE[stage]!}`, `${count} of ${group.length}`);
    });
    if (group.length < 5) wanted.put('How far they came: says', TOO_FEW);
    reasons(wanted, group, BY_REASON);
  }
  return wanted.rows(row.map(rowOf)).figures;
}
