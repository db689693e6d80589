import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { anAd, type ServedBoard } from '../support/board.server.js';
import { eventually } from '../support/eventually.js';
import type { RecordedApplication } from '../support/house.js';
import { RadarHouse } from '../support/radar-house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(180_000);

/** From a board to its card to a yes, without a page being opened again: each step begins where the one before ended. */
(hasBrowser ? describe : describe.skip)('the radar', () => {
  let radar: RadarHouse;
  let served: ServedBoard;
  let application: RecordedApplication;
  let browser: Browser;
  let reader: Reader;
  let page: Page;

  beforeAll(async () => {
    radar = await RadarHouse.open();
    served = radar.boards.board('greenhouse', 'acme', [anAd('4711'), anAd('4712'), anAd('4713')]);
    const { house } = radar;
    // What is approved waits for its hour: a page is looked at meanwhile.
    await house.api.expect('PATCH', '/settings', { timezone: 'Europe/Kyiv', cooldown: 'P30D' });
    application = await house.apply({
      companyName: 'Acme',
      title: 'Backend Engineer',
      url: 'https://job-boards.greenhouse.io/acme/jobs/4711',
      stage: 'interview',
      contact: { name: 'Dana Ito', email: 'dana@acme.example', timezone: 'Europe/Berlin' },
    });
    await house.api.expect('POST', `/applications/${application.id}/rejection`, {});
    await radar.swept('acme', 1);
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
    page = reader.page;
  });
  afterAll(async () => {
    await browser?.close();
    await radar?.close();
  });

  const group = (name: string) => page.getByRole('region', { name });
  const opening = (name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

  it('shows what is watched, and since when it is gone, as the board is read', async () => {
    await reader.open('/');
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await opening(/^Nothing has opened again\. One job is watched\.$/);
    const row = group('Watched').getByRole('listitem').filter({ hasText: 'Backend Engineer' });
    await row.getByText('Open', { exact: true }).waitFor();
    served.close('4711');
    await radar.closes('acme', application.vacancyId);
    await row.getByText('Closed since').waitFor();
  });

  it('lays out what was seen when it opens again, and takes a yes to the letter below by one key', async () => {
    served.reopen('4711');
    await radar.sweep('acme');
    await opening(/^A door has opened again\. A letter about it waits for your yes\.$/);
    const door = group('Open again').getByRole('listitem').first();
    const seen = door.getByRole('group', { name: 'What was seen' });
    await seen.getByText('Certain: the very same posting is back.').waitFor();
    await seen.getByText('What matched: the id of the posting.').waitFor();
    const back = seen.getByRole('definition').last().getByRole('link');
    expect(await back.getAttribute('href')).toMatch(/^https:/);
    await door.getByText('The waiting time after their no runs until').waitFor();
    await door.getByText(/^Hello Dana/).waitFor();
    expect(await reader.inTheWay()).toEqual([]);
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await door.getByText('Approved: it goes by itself.').waitFor();
    await radar.house.followUp(application.id, 'reopened_outreach', 'waiting');
    await opening(/^A door has opened again\.$/);
  });

  it('finds only what the address asks for', async () => {
    await reader.open('/radar?show=closed');
    await group('Watched').getByText('None of these.').waitFor();
    await group('Watched').getByRole('link', { name: 'Open again 1' }).click();
    await page.waitForURL(/show=reopened/);
    await group('Watched').getByRole('link', { name: 'Backend Engineer' }).waitFor();
    await group('Boards').getByRole('link', { name: 'In trouble' }).click();
    await group('Boards').getByText('No board is in trouble.').waitFor();
    await page.goBack();
    await group('Boards').getByRole('link', { name: 'acme on Greenhouse' }).click();
    await opening(/^Three postings are open\. You watch one job on it\.$/);
  });

  it('reads a board when somebody asks, tells of it as it comes, and shows what nobody recorded', async () => {
    const sweep = page.getByRole('button', { name: 'Read it now' });
    await sweep.click();
    await page.getByRole('alert').filter({ hasText: 'less than 15 minutes ago' }).waitFor();
    served.add(anAd('4714', { title: 'Data Engineer' }));
    const before = await radar.sweeps('acme');
    await radar.passes('acme', '7 hours');
    const { promise, resolve } = Promise.withResolvers<void>();
    await page.route(/\/api\/v1\/boards\/[^/]+$/, (route) => promise.then(() => route.continue()));
    await sweep.click();
    await page.getByRole('status').filter({ hasText: 'It is being read…' }).waitFor();
    resolve();
    await radar.swept('acme', before.length + 1);
    await page.getByRole('status').filter({ hasText: 'Read just now: four open postings.' }).waitFor();
    await page.unrouteAll();
    const others = group('What you did not record').getByRole('heading', { level: 3 });
    await others.filter({ hasText: 'Data Engineer' }).waitFor();
    const [newest, ...older] = await others.allTextContents();
    expect([newest, ...older.toSorted()]).toEqual(['Data Engineer', 'Engineer 4712', 'Engineer 4713']);
    await page.getByLabel('Find by title, place or department').fill('data');
    await eventually(async () => (await others.count()) === 1, { what: 'the one that was looked for' });
  });

  it('tells what is new where somebody is warm, and leads from a job to its board and back', async () => {
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Radar' }).click();
    const news = group('New roles where somebody is warm').getByRole('listitem').first();
    await news.getByRole('heading', { name: 'A new role at Acme' }).waitFor();
    await news.getByText('You know Dana Ito there.').waitFor();
    await group('Watched').getByRole('link', { name: 'Backend Engineer' }).click();
    const job = group('The job');
    await job.getByText('Open again since').waitFor();
    await job.getByRole('group', { name: 'What was seen' }).waitFor();
    await job.getByRole('link', { name: 'acme on Greenhouse' }).click();
    await group('Yours on this board').getByRole('link', { name: 'Backend Engineer' }).waitFor();
  });

  it('watches a board by its address', async () => {
    await reader.open('/radar');
    await page.getByLabel('The address of a careers page or a posting').fill('https://www.linkedin.com/jobs/view/4211');
    await page.getByRole('button', { name: 'Watch it' }).click();
    await page.getByText('No board is recognised at this address.').waitFor();
    radar.boards.board('lever', 'globex', [anAd('1')]);
    await page.getByLabel('The address of a careers page or a posting').fill('https://jobs.lever.co/globex');
    await page.getByRole('button', { name: 'Watch it' }).click();
    await opening(/^One posting is open\.$/);
    expect(reader.complained(/ (409|422) /)).toEqual([]);
  });
});
