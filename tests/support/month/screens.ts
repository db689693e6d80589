/** Every screen with a figure on it: its address, what is opened there, and what it should say. */
import type { Page } from 'playwright-core';
import { eventually } from '../eventually.js';
import type { Reader } from '../reader.js';
import { differences, type Figures, figuresOn, rowsOn } from './figures.js';
import type { Ask } from './said.js';
import { applicationsWanted, boardWanted, planWanted, todayWanted } from './wanted-days.js';
import { lookBackWanted, patternWanted } from './wanted-look-back.js';
import { boardPageWanted, boardsOf, peopleOf, peopleWanted, personWanted, radarWanted } from './wanted-people.js';
import {
  accessWanted,
  foundWanted,
  holidaysWanted,
  importsWanted,
  installationWanted,
  removedWanted,
} from './wanted-rest.js';

export interface Screen {
  name: string;
  path: string;
  open?: (page: Page) => Promise<void>;
  /** Of the lines of a row those that are compared; without it none is. */
  lines?: (row: string[]) => (string | undefined)[];
  wanted(): Promise<Figures>;
}

const every = (row: string[]) => row;
const stateOf = ([title, ...lines]: string[]) => [
  title,
  lines.find((line) => /^(Held|Waits for your yes|Goes by itself|Planned$|Stopped$|Not planned$)/.test(line)),
];
/** Of what was seen of a door, and of a board in trouble, the evidence is prose. */
const onRadar = (row: string[]) =>
  row.includes('What matched: the id of the posting.')
    ? row.slice(0, 1)
    : row.filter((line) => !line.startsWith('Could not'));

const press = (name: string) => (page: Page) => page.getByRole('main').getByRole('button', { name }).click();
const finds = (words: string) => async (page: Page) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Go, find or do' }).getByRole('combobox').fill(words);
};

export async function screensOf(ask: Ask, house: { version: string; url: string }): Promise<Screen[]> {
  const [people, boards] = [await peopleOf(ask), await boardsOf(ask)];
  const stages = ['saved', 'applied', 'interview', 'offer', 'rejected', 'withdrawn'];
  const going = ['waiting', 'sending', 'retrying'];
  const plans: [string, string | null, string[] | null][] = [
    ['show=letters', 'contact', null],
    ['show=reminders', 'candidate', null],
    ['stands=draft', null, ['draft']],
    ['stands=goes', null, going],
    ['stands=held', null, ['held']],
  ];
  return [
    { name: 'Today', path: '/', wanted: () => todayWanted(ask) },
    { name: 'Applications', path: '/applications', lines: every, wanted: () => applicationsWanted(ask) },
    ...stages.map((stage) => ({
      name: `Applications, ${stage}`,
      path: `/applications?stage=${stage}`,
      lines: every,
      wanted: () => applicationsWanted(ask, stage),
    })),
    { name: 'Board', path: '/applications?view=board', open: press('Show them'), wanted: () => boardWanted(ask) },
    { name: 'People', path: '/people', lines: every, wanted: () => peopleWanted(ask) },
    ...people.map(({ id, name }) => ({
      name: `Person, ${name}`,
      path: `/people/${id}`,
      wanted: async () => personWanted((await peopleOf(ask)).find((one) => one.id === id)!),
    })),
    {
      name: 'Plan',
      path: '/plan',
      open: press('Show what was stopped, or not planned'),
      lines: stateOf,
      wanted: () => planWanted(ask, null, null),
    },
    ...plans.map(([asked, audience, states]) => ({
      name: `Plan, ${asked}`,
      path: `/plan?${asked}`,
      lines: stateOf,
      wanted: () => planWanted(ask, audience, states),
    })),
    { name: 'Radar', path: '/radar', lines: onRadar, wanted: () => radarWanted(ask) },
    ...boards.map(({ id }) => ({
      name: `Radar, board ${id}`,
      path: `/radar/boards/${id}`,
      wanted: async () =>
        boardPageWanted(
          ask,
          (await boardsOf(ask)).find((one) => one.id === id)!,
        ),
    })),
    { name: 'Look back', path: '/look-back', lines: every, wanted: () => lookBackWanted(ask) },
    { name: 'Pattern', path: '/look-back/pattern', lines: every, wanted: () => patternWanted(ask) },
    { name: 'Import', path: '/import', lines: every, wanted: () => importsWanted(ask) },
    { name: 'Access', path: '/settings/access', wanted: () => accessWanted(ask) },
    { name: 'Letters', path: '/settings/letters', wanted: () => holidaysWanted(ask) },
    { name: 'Removed', path: '/settings/removed', lines: every, wanted: () => removedWanted(ask) },
    {
      name: 'This installation',
      path: '/settings/installation',
      lines: (row) => row.slice(0, 3),
      wanted: () => installationWanted(ask, house),
    },
    ...['harrow', 'haddad', 'analyst', 'uldale', 'ashgrove engineer'].map((words) => ({
      name: `Palette, ${words}`,
      path: '/settings',
      open: finds(words),
      wanted: () => foundWanted(ask, words),
    })),
  ];
}

async function readOf(page: Page, { lines }: Screen): Promise<Figures> {
  const figures = await figuresOn(page);
  if (lines === undefined) return figures;
  (await rowsOn(page)).forEach((row, at) => {
    figures[`row ${at + 1}`] = lines(row)
      .filter((line) => line !== undefined)
      .join(' | ');
  });
  return figures;
}

/** What is on its way to the screen has so long. */
const SOON_MS = 3_000;

/** What differs once nothing comes any more, and what was read last. */
export async function compared(reader: Reader, screen: Screen): Promise<{ got: Figures; wrong: string[] }> {
  const { page } = await reader.open(screen.path);
  await screen.open?.(page);
  const more = page.getByRole('main').getByRole('button', { name: 'Show more' });
  let got: Figures = {};
  let wrong: string[] = [];
  const isRight = async () => {
    if ((await more.count()) > 0) await more.first().click();
    got = await readOf(page, screen);
    wrong = differences(screen.name, got, await screen.wanted());
    return wrong.length === 0;
  };
  await eventually(isRight, { within: SOON_MS }).catch(() => undefined);
  return { got, wrong };
}
