/** What was measured, as the page of `docs/` that says so, and what of it missed its goal. */
import { format, resolveConfig } from 'prettier';

const NO = 'They said no, to the drawn plan';
const GOALS = { longestTask: 100, no: 500, answer: 150 };

const sorted = (values) => values.toSorted((one, other) => one - other);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const worst = (values) => Math.max(...values);
const ms = (value) => (value === 0 ? '–' : Math.round(value));

const columns = ({ name, took }) => {
  const times = took.map(({ milliseconds }) => milliseconds);
  const [slowest] = took.toSorted((one, other) => other.answer - one.answer);
  const answer = median(took.map((one) => one.answer));
  return {
    name,
    median: median(times),
    worst: worst(times),
    task: worst(took.map(({ task }) => task)),
    answer,
    slowest,
  };
};
/** An id is any id. */
const asked = ({ asked: path }) => path.replace('/api/v1', '').replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '…');
const table = (head, rows) =>
  [
    `| ${head} | median, ms | worst, ms | longest task, ms | slowest answer, median, ms | worst, ms | asked for |`,
    '|---|--:|--:|--:|--:|--:|---|',
    ...rows.map(
      ({ slowest, ...row }) =>
        `| ${[row.name, ...[row.median, row.worst, row.task, row.answer, slowest.answer].map(ms), asked(slowest)].join(' | ')} |`,
    ),
  ].join('\n');

/** In one line each. */
export function missedIn(screens, deeds) {
  const rows = deeds.map(columns);
  const slow = screens.map(columns).filter(({ answer }) => answer >= GOALS.answer);
  const froze = rows.filter(({ task }) => task > GOALS.longestTask);
  const no = rows.find(({ name }) => name === NO);
  return [
    ...froze.map(({ name, task }) => `${name}: a task of ${ms(task)} ms, and ${GOALS.longestTask} ms is the most`),
    ...slow.map(
      ({ name, answer, slowest }) =>
        `${name}: ${asked(slowest)} answers after ${ms(answer)} ms, and it is to be below ${GOALS.answer} ms`,
    ),
    ...(no.median < GOALS.no ? [] : [`${NO}: ${ms(no.median)} ms in the median, and it is to be below ${GOALS.no} ms`]),
  ];
}

export async function pageOf({ screens, deeds, account, times, versions, cores }, path) {
  const text = `# How fast the app is

\`npm run web:speed\` writes this page. It makes an installation of its own with an account of ${account.applications} applications and
${account.followUps} follow-ups, starts both services, and has Chromium read it, all on one machine of ${cores} cores. Each was done ${times} times.

${versions}.

## Screens

From asking for the address, in a browser that has the program in its cache, to the frame in which the rows stand. Of what the service
is asked for meanwhile, the slowest answer takes less than ${GOALS.answer} ms in the median, from the request to its last byte.

${table('screen', screens.map(columns))}

## What is done most

From the press (of what is typed: the last key, and a quarter of a second of rest is part of it) to the frame in which what it brings stands: the
answer of the service, and the page after it. A task is what holds the page up, so that it answers nobody; tasks below 50 ms are not told by
the browser (–), and of a deed's none counts for longer than the page had the processor meanwhile. None may be longer than ${GOALS.longestTask} ms, and from the press of *They said no* to the drawn plan it takes less than ${GOALS.no} ms in the median.

${table('deed', deeds.map(columns))}
`;
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}
