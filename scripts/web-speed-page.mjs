/** What was measured, as the page of `docs/` that says so, and what of it missed its goal. */
import { format, resolveConfig } from 'prettier';

const NO = 'They said no, to the drawn plan';
const GOALS = { longestTask: 100, no: 500 };

const sorted = (values) => values.toSorted((one, other) => one - other);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const worst = (values) => Math.max(...values);
const ms = (value) => (value === 0 ? '–' : Math.round(value));

const columns = ({ name, took }) => {
  const times = took.map(({ milliseconds }) => milliseconds);
  return { name, median: median(times), worst: worst(times), task: worst(took.map(({ task }) => task)) };
};
const table = (head, rows) =>
  [
    `| ${head} | median, ms | worst, ms | longest task, ms |`,
    '|---|--:|--:|--:|',
    ...rows.map((row) => `| ${row.name} | ${ms(row.median)} | ${ms(row.worst)} | ${ms(row.task)} |`),
  ].join('\n');

/** In one line each. */
export function missedIn(deeds) {
  const rows = deeds.map(columns);
  const froze = rows.filter(({ task }) => task > GOALS.longestTask);
  const no = rows.find(({ name }) => name === NO);
  return [
    ...froze.map(({ name, task }) => `${name}: a task of ${ms(task)} ms, and ${GOALS.longestTask} ms is the most`),
    ...(no.median < GOALS.no ? [] : [`${NO}: ${ms(no.median)} ms in the median, and it is to be below ${GOALS.no} ms`]),
  ];
}

export async function pageOf({ screens, deeds, account, times, versions, cores }, path) {
  const text = `# How fast the app is

\`npm run web:speed\` writes this page. It makes an installation of its own with an account of ${account.applications} applications and
${account.followUps} follow-ups, starts both services, and has Chromium read it, all on one machine of ${cores} cores. Each was done ${times} times.

${versions}.

## Screens

From asking for the address, in a browser that has the program in its cache, to the frame in which the rows stand.

${table('screen', screens.map(columns))}

## What is done most

From the press (of what is typed: the last key, and a quarter of a second of rest is part of it) to the frame in which what it brings stands: the
answer of the service, and the page after it. A task is what holds the page up, so that it answers nobody; tasks below 50 ms are not told by
the browser (–). None may be longer than ${GOALS.longestTask} ms, and from the press of *They said no* to the drawn plan it takes less than ${GOALS.no} ms in the median.

${table('deed', deeds.map(columns))}
`;
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}
