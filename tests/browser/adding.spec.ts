import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { anAd, BoardServer } from '../support/board.server.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

const JOB = 'https://boards.greenhouse.io/acme/jobs/127817';
const EXPORT = join(process.cwd(), '../shared/data/csv/linkedin_job_applications_redacted.csv');
const isThere = existsSync(EXPORT);
if (!isThere) process.stderr.write(`${EXPORT} is absent: the test on a real export is skipped.\n`);

const HEADER = 'Application Date,Company Name,Job Title,Job Url';
const csv = (...rows: string[]) => ({
  name: 'jobs.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADER, ...rows].join('\n')),
});

(hasBrowser ? describe : describe.skip)('adding', () => {
  let house: House;
  let boards: BoardServer;
  let browser: Browser;
  let reader: Reader;
  let page: Page;

  beforeAll(async () => {
    boards = await BoardServer.start();
    boards.board('greenhouse', 'acme', [anAd('127817', { title: 'Head Cook' })]);
    house = await House.open(undefined, {
      BOARD_BASE_URLS: JSON.stringify({ ...boards.baseUrls, jsonld: undefined }),
    });
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
    ({ page } = reader);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
    await boards?.stop();
  });

  const sheet = () => page.getByRole('dialog', { name: 'Add an application' });
  const field = (name: string | RegExp) => sheet().getByLabel(name);
  const said = (words: string | RegExp) => sheet().getByRole('status').filter({ hasText: words }).waitFor();
  const recordIt = () => sheet().getByRole('button', { name: 'Record it' }).click();

  it('by a key and an address fills what is blank, keeps what was typed meanwhile, and is taken back', async () => {
    await reader.open('/');
    await page.keyboard.press('c');
    await field('Company').fill('Acme Kitchens');
    await field('The job’s address').fill(JOB);
    await field('Job · from the page').waitFor();
    expect(await field(/^Job( ·|$)/).inputValue()).toBe('Head Cook');
    expect(await field('Company').inputValue()).toBe('Acme Kitchens');
    await said('What the page says is filled in below.');
    await field(/^Job( ·|$)/).fill('Head Cook, nights');
    await field(/^Job$/).waitFor();
    expect(await reader.obstacles()).toEqual([]);
    await recordIt();
    await page.waitForURL(/\/applications\/[\da-f-]{36}$/);
    await page.getByRole('status').filter({ hasText: 'Recorded.' }).waitFor();
    const { data } = await house.api.expect<{ data: object[] }>('GET', '/applications');
    expect(data).toMatchObject([
      { companyName: 'Acme Kitchens', title: 'Head Cook, nights', url: JOB, location: 'Berlin, Germany' },
    ]);
    await page.keyboard.press('z');
    await page.getByRole('heading', { name: 'You removed this application.' }).waitFor();
    expect(reader.complained(/^$/)).toEqual([]);
  });

  it('says in one sentence what is wrong with an address, and goes on by hand', async () => {
    boards.board('jsonld', 'http://127.0.0.1/down').behave({ kind: 'status', status: 503 });
    await reader.open('/applications?add=new');
    await field('The job’s address').fill('the job at acme');
    await sheet().getByText('This is no web address.').waitFor();
    await field('The job’s address').fill(`${boards.origin}/jsonld/127.0.0.1/down`);
    await said('The page could not be read: it answered 503. Fill it in by hand.');
    await field('Company').fill('Beta');
    await field(/^Job( ·|$)/).fill('Baker');
    await sheet().getByText('Kept for later').click();
    await recordIt();
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Add an' }).waitFor();
    await page.waitForURL(/\/applications\/[\da-f-]{36}$/);
  });

  it('says that the job is recorded already, by its address or by its name', async () => {
    const { id } = await house.apply({ companyName: 'Acme', title: 'Head Cook', url: JOB });
    await reader.open(`/?add=${encodeURIComponent(JOB)}`);
    await said('You recorded this job already');
    await reader.open('/?add=new');
    await field('Company').fill('acme');
    await field(/^Job( ·|$)/).fill('head cook');
    await sheet().getByRole('link', { name: 'Head Cook at Acme' }).click();
    await page.waitForURL(`${house.api.url}/applications/${id}`);
  });

  it('a file is judged first, recorded, and taken back as a whole', async () => {
    await reader.open('/applications');
    await page.getByRole('link', { name: 'Import a file' }).click();
    const choose = page.getByLabel('Choose a file');
    await choose.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0xff]) });
    await page.getByRole('alert').filter({ hasText: 'The file is not UTF-8 text' }).waitFor();
    const rows = [
      '"11/13/23, 9:42 AM",Gamma,Cook,https://jobs.example/1',
      '"11/14/23, 9:42 AM",Delta,Baker,https://jobs.example/2',
      '"13/14/23, 9:42 AM",Delta,Chef,https://jobs.example/3',
    ];
    await choose.setInputFiles(csv(...rows));
    await page
      .getByRole('status')
      .filter({ hasText: '2 applications would be recorded, one cannot be read' })
      .waitFor();
    await page.getByRole('row', { name: /^3 .*is not a date/ }).waitFor();
    await page.getByRole('row', { name: 'Gamma Cook Mon 13 Nov 2023 New' }).waitFor();
    expect(await reader.inTheWay(/ 422 /)).toEqual([]);
    await page.getByRole('button', { name: 'Record 2 applications' }).press('Enter');
    await page.getByText('Two were recorded, one could not be read.').waitFor();
    expect(await page.locator('main :focus').count()).toBe(1);
    await page.getByRole('button', { name: /^Take it back/ }).press('Enter');
    await page.getByText('You took it back: two are removed.').waitFor();
    expect(await page.locator('main :focus').count()).toBe(1);
    expect(await reader.inTheWay()).toEqual([]);
  });

  it('LinkedIn’s export is recorded where it lies beside the project', async () => {
    if (!isThere) return;
    await reader.open('/import');
    await page.getByLabel('Choose a file').setInputFiles(EXPORT);
    await page.getByRole('button', { name: 'Record 26 applications' }).click();
    await page.getByText('26 were recorded.').waitFor();
    const { data } = await house.api.expect<{ data: object[] }>('GET', '/applications?limit=100');
    expect(data.length).toBeGreaterThanOrEqual(26);
    await page.getByLabel('Choose a file').setInputFiles(EXPORT);
    await page.getByText('Everything in this file is here already.').waitFor();
  });
});
