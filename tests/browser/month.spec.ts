/** A month in somebody's life, by mouse and by keyboard; at its end every figure on every screen is what the rows say. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { VERSION } from '@app/platform';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { anAd, type ServedBoard } from '../support/board.server.js';
import { beginning } from '../support/month/beginning.js';
import { eventually } from '../support/eventually.js';
import type { House, RecordedApplication } from '../support/house.js';
import {
  add,
  dialog,
  focusRow,
  type Hands,
  handsOn,
  main,
  noByKeys,
  sayNo,
  says,
  verb,
} from '../support/month/deeds.js';
import { daysAgo, exported, FILED_COUNT, KESTREL, localTime, MARLOW, MARLOW_ID } from '../support/month/history.js';
import type { Figures } from '../support/month/figures.js';
import { type Ask, WORDS_FOR_TIMES } from '../support/month/said.js';
import { compared as compare, screensOf } from '../support/month/screens.js';
import { sameFacts } from '../support/month/same-facts.js';
import { RadarHouse } from '../support/radar-house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(180_000);

(hasBrowser ? describe : describe.skip)('a month', () => {
  let radar: RadarHouse;
  let house: House;
  let kestrel: ServedBoard;
  let marlow: ServedBoard;
  let browser: Browser;
  let reader: Reader;
  let page: Page;
  let hands: Hands;
  /** Ids by title and company. */
  let ids: Record<string, string>;
  /** What stood on each screen at the end. */
  const said: Record<string, Figures> = {};

  beforeAll(async () => {
    radar = await RadarHouse.open();
    ({ house } = radar);
    ({ kestrel, marlow, ids } = await beginning(radar));
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
    page = reader.page;
    hands = handsOn(page);
  });
  afterAll(async () => {
    await browser?.close();
    await radar?.close();
  });

  const of = (job: string) => `/applications/${ids[job]!}`;
  const card = (title: string) => main(page).getByRole('listitem').filter({ hasText: title });
  const standing = (job: string) => house.api.expect<RecordedApplication>('GET', of(job));
  const isAt = (job: string, stage: string) =>
    eventually(async () => (await standing(job)).stage === stage, { what: `${job} being at ${stage}` });

  it('forty applications: a file, three by hand, and one too many', async () => {
    await reader.open('/import');
    await page.getByLabel('Choose a file').setInputFiles(exported());
    await page.getByRole('button', { name: `Record ${FILED_COUNT} applications` }).click();
    await page.getByText(`${FILED_COUNT} were recorded.`).waitFor();
    await reader.open('/applications');
    await main(page).getByRole('link', { name: 'Add an application' }).click();
    const contact = { name: 'Dana Ito', email: 'dana@kestrel.example' };
    const kernel = { url: KESTREL, companyName: 'Kestrel', title: 'Kernel Engineer', days: 21, contact };
    ids['Kernel Engineer at Kestrel'] = await add(page, hands.mouse, kernel);
    await page.keyboard.press('c');
    const remy = { name: 'Remy Okafor', email: 'remy@marlow.example' };
    const compiler = { url: MARLOW, companyName: 'Marlow', title: 'Compiler Engineer', contact: remy };
    ids['Compiler Engineer at Marlow'] = await add(page, hands.keys, compiler);
    await page.keyboard.press('c');
    await add(page, hands.mouse, { companyName: 'Wren', title: 'Archivist', isKept: true });
    await reader.open('/');
    await page.keyboard.press('Control+k');
    await dialog(page, 'Go, find or do').getByRole('combobox').fill('uldale');
    await page.getByRole('option', { name: 'Robotics Engineer Uldale' }).waitFor();
    await page.keyboard.press('Enter');
    await hands.keys.press(verb(page, 'Remove this application'));
    await page.getByRole('heading', { level: 1, name: 'You removed this application.' }).waitFor();
    await radar.swept('kestrel', 1);
    await radar.swept('marlow', 1);
    await radar.swept('tern', 1);
  });

  it('three interviews, one a day away', async () => {
    await reader.open(of('Site Reliability Engineer at Ostara'));
    await hands.mouse.press(verb(page, 'Move on: an interview'));
    await page.getByLabel('When you talk').fill(localTime(daysAgo(-1)));
    await hands.mouse.press(verb(page, 'Note it'));
    await hands.mouse.press(main(page).getByRole('group').getByRole('button', { name: 'An interview' }));
    await says(page, 'The interview is noted.');
    await reader.open('/applications?view=board');
    await focusRow(card('Frontend Engineer').filter({ hasText: 'Sorrel' }));
    await page.keyboard.press('s');
    await page.getByRole('menu', { name: 'Where Frontend Engineer at Sorrel goes' }).waitFor();
    await page.getByRole('menuitem', { name: 'An interview' }).focus();
    await page.keyboard.press('Enter');
    await isAt('Frontend Engineer at Sorrel', 'interview');
    const interviews = main(page).getByRole('region', { name: /^Interview/ });
    await card('Mobile Engineer').dragTo(interviews);
    await isAt('Mobile Engineer at Tamsin', 'interview');
  });

  it('one acceptance and its undoing, and one step back', async () => {
    const job = 'Staff Engineer at Rookwood';
    await reader.open(of(job));
    await hands.keys.press(verb(page, 'Move on: I said yes'));
    const asks = page.getByRole('group', { name: /no longer looking/ });
    await hands.keys.press(asks.getByRole('button', { name: 'I said yes' }));
    await page.getByRole('heading', { level: 1, name: 'You said yes.' }).waitFor();
    await isAt(job, 'accepted');
    await page.keyboard.press('z');
    await says(page, 'It stands where it stood before.');
    await isAt(job, 'offer');
    await reader.open('/applications?q=belmont');
    await main(page).getByRole('link', { name: 'Backend Engineer' }).click();
    await hands.mouse.press(verb(page, 'Other steps'));
    await hands.mouse.press(verb(page, 'I withdraw'));
    await hands.mouse.press(
      page.getByRole('group', { name: /cannot be taken back/ }).getByRole('button', { name: 'I withdraw' }),
    );
    await says(page, 'You withdrew.');
  });

  it('nine refusals: four of before by mouse, four by keys, one on the board', async () => {
    for (const [job, days, reason] of [
      ['Backend Engineer at Harrow', 12, 'Experience'],
      ['Data Engineer at Calder', 10, 'Knowledge or skills'],
      ['Quality Engineer at Umber', 5, 'Somebody else was chosen'],
      ['Kernel Engineer at Kestrel', 3, 'Experience'],
    ] as const) {
      await reader.open(of(job));
      await main(page).getByRole('link', { name: 'Record a no' }).click();
      await sayNo(page, hands.mouse, { words: `Not this time: ${job}.`, reason, days });
    }
    for (const job of ['Go Developer', 'Mobile Engineer', 'Release Engineer', 'Compiler Engineer'])
      await noByKeys(page, hands.keys, job, 'We went with somebody else.');
    await reader.open('/applications?view=board&q=corwen');
    await card('Backend Engineer').dragTo(page.getByRole('listitem').filter({ hasText: /^Turned down/ }));
    await sayNo(page, hands.mouse, { words: 'The position is closed.', reason: 'The position was closed' });
    await house.settled();
    await quiet();
  });

  it('letters: a yes, one held among two, none for a while, and a person who is left alone', async () => {
    const row = (name: string) =>
      main(page)
        .getByRole('listitem')
        .filter({ hasText: new RegExp(`(Feedback request|Thank-you) to ${name}`) });
    await reader.open('/');
    for (const name of ['Jonas Weld', 'Ada Lund', 'Kai Moreau']) {
      await focusRow(row(name));
      await page.keyboard.press('a');
      await row(name).getByRole('status').filter({ hasText: 'Approved' }).waitFor();
    }
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await main(page)
      .getByRole('heading', { level: 1, name: /^Next: / })
      .waitFor();
    for (const name of ['Ada Lund', 'Kai Moreau']) {
      await focusRow(row(name));
      await page.keyboard.press('x');
    }
    const marked = main(page).getByRole('group', { name: 'With what is marked' });
    await hands.mouse.press(marked.getByRole('button', { name: 'Hold' }));
    await main(page).getByText('Two are held.').waitFor();
    await hands.mouse.press(row('Kai Moreau').getByRole('button', { name: 'Resume' }));
    await row('Kai Moreau').getByText('Goes by itself').waitFor();
    await hands.mouse.press(verb(page, 'No letters until…'));
    await hands.mouse.press(verb(page, /^In a week/));
    await hands.mouse.press(verb(page, /^No letters until \w+ \d/));
    await row('Kai Moreau').getByText('Held: no letters go').waitFor();
    await hands.mouse.press(verb(page, 'Letters may go again'));
    await hands.mouse.press(main(page).getByRole('group').getByRole('button', { name: 'Letters may go again' }));
    await main(page).getByText('Letters go again.').waitFor();
    await reader.open(of('Quality Engineer at Umber'));
    await hands.mouse.press(verb(page, 'Do not write to them'));
    await hands.mouse.press(
      page.getByRole('group', { name: /stop/ }).getByRole('button', { name: 'Do not write to them' }),
    );
    await says(page, 'No letter goes to them any more.');
    await quiet();
  });

  it('people: two words with somebody, and two entries that are one', async () => {
    await reader.open(`/people/${ids['Tomas Reyes']!}`);
    await page.keyboard.press('t');
    await page.getByRole('button', { name: 'They wrote' }).press('Enter');
    await page.getByText('Noted.').waitFor();
    await reader.open(`/people/${ids['Mara Quill']!}`);
    await hands.mouse.press(verb(page, 'Note a word with them'));
    await page.getByLabel('When', { exact: true }).fill(localTime(daysAgo(4)));
    await hands.mouse.press(verb(page, 'We met'));
    await page.getByText('Noted.').waitFor();
    await reader.open(`/people/${ids['Noor Haddad']!}`);
    await main(page).getByRole('link', { name: 'Two entries of one person' }).click();
    const sheet = dialog(page, 'Two entries of one person');
    await sheet.getByLabel('The other entry').fill('N. Haddad');
    await page.getByRole('option', { name: /N\. Haddad/ }).click();
    await sheet.getByRole('button', { name: 'Make them one' }).click();
    await sheet.waitFor({ state: 'detached' });
    await quiet();
  });

  it('looks back: one to its end, one left aside, one begun', async () => {
    const written = async (job: string, change: string) => {
      await reader.open(`${of(job)}/look-back`);
      await hands.mouse.type(page.getByLabel('What I would change'), change);
      await page.getByText('Saved', { exact: true }).waitFor();
    };
    await written('Backend Engineer at Harrow', 'Ask what the team needs first.');
    await page.getByLabel('Closest to it').selectOption('hard_skills');
    await hands.keys.press(verb(page, 'I have looked back'));
    await page.getByRole('heading', { level: 1, name: /^You looked back/ }).waitFor();
    await reader.open(`${of('Data Engineer at Calder')}/look-back`);
    await hands.mouse.press(verb(page, 'Skip this one for good'));
    await page.getByRole('heading', { level: 1, name: /^You left this one aside/ }).waitFor();
    await written('Quality Engineer at Umber', 'Bring an example.');
    await quiet();
  });

  it('two jobs that open again, seen by sweeps, and a yes to the letters', async () => {
    kestrel.close('4711');
    marlow.close(MARLOW_ID);
    const vacancies = await Promise.all(['Kernel Engineer at Kestrel', 'Compiler Engineer at Marlow'].map(standing));
    const both = ['kestrel', 'marlow'] as const;
    await Promise.all(both.map((slug, at) => radar.closes(slug, vacancies[at]!.vacancyId)));
    kestrel.reopen('4711');
    marlow.reopen(MARLOW_ID);
    kestrel.add(anAd('4799', { title: 'Observability Engineer' }));
    await Promise.all(both.map((slug) => radar.sweep(slug)));
    for (const { vacancyId } of vacancies) await radar.isNow(vacancyId, 'reopened');
    await quiet();
    await reader.open('/radar');
    await main(page)
      .getByRole('heading', { level: 1, name: 'Two doors have opened again. Two letters wait for your yes.' })
      .waitFor();
    const doors = main(page).getByRole('region', { name: 'Open again' });
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await doors.getByText('Approved: it goes by itself.').waitFor();
    await hands.mouse.press(doors.getByRole('button', { name: /^Approve/ }));
    await main(page).getByRole('heading', { level: 1, name: 'Two doors have opened again.', exact: true }).waitFor();
    await quiet();
  });

  /** Until nothing follows from anything, and nothing is on its way. */
  async function quiet(): Promise<void> {
    await house.settled();
    const BUSY = `select 1 from outbox where parked_at is null union all
      select 1 from follow_ups where state = 'sending' or state in ('waiting', 'retrying') and due_at <= now()`;
    await eventually(async () => (await house.db.query(BUSY)).length === 0, { what: 'quiet' });
  }

  it('every figure on every screen is what the rows say', async () => {
    const ask: Ask = (sql, parameters) => house.db.query(sql, parameters);
    await ask(WORDS_FOR_TIMES);
    const screens = await screensOf(ask, { version: VERSION, url: house.api.url });
    const wrong: string[] = [];
    for (const screen of screens) {
      const compared = await compare(reader, screen);
      said[screen.name] = compared.got;
      wrong.push(...compared.wrong);
    }
    expect(wrong).toEqual([]);
    expect(reader.complained(/ (404|409|412) /)).toEqual([]);
  });

  it('the same fact is the same wherever it stands', () => {
    const facts = sameFacts(said);
    const apart = Object.entries(facts).filter(([, counts]) => new Set(counts).size > 1);
    expect(apart).toEqual([]);
    expect(facts).toMatchObject({ all: [40, 40], refused: [9, 9, 9, 9, 9], 'open again': [2, 2], 'in a row': [5] });
  });
});
