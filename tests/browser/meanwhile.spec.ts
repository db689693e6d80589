/** What happens while something else is under way: a slow answer, a page that is left, another tab, a part that does not come. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { House, type RecordedApplication } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

/** Holds what is asked for until it is let go. */
async function held(page: Page, url: RegExp, method: string): Promise<() => Promise<void>> {
  const waiting: Route[] = [];
  let isHeld = true;
  await page.route(url, (route) => {
    if (!isHeld || route.request().method() !== method) return void route.continue();
    waiting.push(route);
  });
  return async () => {
    await eventually(() => waiting.length > 0, { what: `${method} being asked for` });
    isHeld = false;
    for (const route of waiting) await route.continue();
  };
}

(hasBrowser ? describe : describe.skip)('meanwhile', () => {
  let house: House;
  let browser: Browser;
  let open: RecordedApplication;
  let letterId: string;

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', { approval: 'review', feedbackRequest: { delay: 'PT48H' } });
    await house.api.expect('PATCH', '/me', { name: 'Olena Koval', email: 'olena@example.org' });
    const contact = { name: 'Mirko Hale', email: 'mirko@contoso.example' };
    const no = await house.apply({ companyName: 'Contoso', title: 'Data Engineer', stage: 'interview', contact });
    await house.api.expect('POST', `/applications/${no.id}/rejection`, {});
    letterId = (await house.followUp(no.id, 'feedback_request', 'draft')).id;
    open = await house.apply({ companyName: 'Northwind', title: 'Engineer', stage: 'applied' });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const reading = async (path: string) =>
    (await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN)).open(path);
  const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'They said no' });
  const stageOf = async () => (await house.api.expect<RecordedApplication>('GET', `/applications/${open.id}`)).stage;

  it('a list that is slow takes no letter from the field, and a link asks for all again', async () => {
    const { page } = await reading('/applications');
    const field = page.getByRole('searchbox');
    await field.click();
    const goOn = await held(page, /\/applications\?.*q=/, 'GET');
    await page.keyboard.type('nor', { delay: 20 });
    await page.waitForURL(({ searchParams }) => searchParams.get('q') === 'nor');
    await page.keyboard.type('thwind', { delay: 200 });
    await goOn();
    await page.waitForURL(({ searchParams }) => searchParams.get('q') === 'northwind');
    expect(await field.inputValue()).toBe('northwind');
    await page.getByRole('heading', { level: 1, name: 'One matches' }).waitFor();
    await page.getByRole('link', { name: 'Applications' }).first().click();
    await page.getByRole('listitem').filter({ hasText: 'Contoso' }).first().waitFor();
    expect(await field.inputValue()).toBe('');
    await page.goBack();
    await eventually(async () => (await field.inputValue()) === 'northwind', { what: 'the words of before' });
  });

  it('a no that is being recorded is recorded once, whatever is typed, and the way back opens no sheet', async () => {
    const { page } = await reading('/?no=new');
    const sheet = sheetOf(page);
    await sheet.getByRole('button', { name: 'Add a new one' }).click();
    await sheet.getByLabel('Company').fill('Fabrikam');
    await sheet.getByLabel('Job').fill('Analyst');
    const goOn = await held(page, /\/api\/v1\/applications$/, 'POST');
    await sheet.getByRole('button', { name: 'Record it' }).click();
    await sheet.getByLabel('Their words').pressSequentially('More');
    await goOn();
    await page.waitForURL(/\/applications\/[\da-f-]+$/);
    const { data } = await house.api.expect<{ data: unknown[] }>('GET', '/applications?q=Fabrikam');
    expect(data).toHaveLength(1);
    await page.goBack();
    await page.waitForURL((url) => url.pathname !== '/applications');
    expect(await sheet.count()).toBe(0);
  });

  it('a letter that is kept while one leaves is kept', async () => {
    const { page, url } = await reading(`/follow-ups/${letterId}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'The letter' }).fill('Dear Mirko, one question.');
    const goOn = await held(page, /\/follow-ups\//, 'PATCH');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await page.getByRole('link', { name: 'Today' }).first().click();
    await page.waitForURL(`${url}/`);
    await goOn();
    await eventually(
      async () =>
        (await house.api.expect<{ body: string }>('GET', `/follow-ups/${letterId}`)).body.includes('one question'),
      { what: 'the words being kept' },
    );
    await page.goBack();
    await page.getByRole('article').getByText('Dear Mirko, one question.').waitFor();
    expect(await page.getByText('As you left it.').count()).toBe(0);
  });

  it('settings that were changed elsewhere stay so, and what is not kept is not said to be', async () => {
    const { page } = await reading('/settings');
    const form = page.locator('form').filter({ has: page.getByLabel('Your name') });
    await page.getByLabel('Your name').fill('Olena K.');
    await house.api.expect('PATCH', '/settings', { timezone: 'Europe/Berlin' });
    await eventually(async () => (await page.getByLabel('Your time zone').inputValue()) === 'Europe/Berlin', {
      what: 'the other zone',
    });
    await form.getByRole('button', { name: /^Keep/ }).click();
    const kept = form.getByRole('status').filter({ hasText: 'Kept.' });
    await kept.waitFor();
    expect(await house.api.expect('GET', '/settings')).toMatchObject({ timezone: 'Europe/Berlin' });
    expect(await house.api.expect('GET', '/me')).toMatchObject({ name: 'Olena K.', email: 'olena@example.org' });
    await page.getByLabel('Your name').fill('Olena');
    expect(await kept.count()).toBe(0);
  });

  it('a sheet that does not come leaves the page, and comes when it can', async () => {
    const reader = await reading('/');
    const { page } = reader;
    const heading = page.getByRole('heading', { level: 1 });
    await heading.waitFor();
    await page.route(/rejection\.sheet/, (route) => route.abort());
    await page.keyboard.press('n');
    await page.getByRole('alert').filter({ hasText: 'This could not be opened.' }).waitFor();
    expect(await heading.count()).toBe(1);
    expect(await reader.obstacles()).toEqual([]);
    await page.unroute(/rejection\.sheet/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await sheetOf(page).waitFor();
  });

  it('a move that was overtaken is not taken back', async () => {
    const { page } = await reading(`/applications/${open.id}`);
    await page.getByRole('button', { name: 'Move on: they are looking' }).click();
    const undo = page.getByRole('main').getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    expect(await stageOf()).toBe('screening');
    await house.api.expect('POST', `/applications/${open.id}/stage`, { stage: 'offer' });
    await undo.waitFor({ state: 'detached' });
  });

  it('whoever arrives is at the head of the page, and whoever opens a sheet stays where they were', async () => {
    const { page } = await reading('/applications');
    await page.getByRole('listitem').getByRole('heading').getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('h1:focus').waitFor();
    await page.setViewportSize({ width: 1280, height: 300 });
    await page.evaluate('scrollTo(0, 80)');
    await eventually(() => page.evaluate('scrollY > 40'), { what: 'being further down' });
    const before = await page.evaluate('scrollY');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    expect(await page.evaluate('scrollY')).toBe(before);
  });

  it('a link that is opened at the door signs in', async () => {
    const { page, url } = await Reader.come(browser, house.api.url);
    await page.goto(`${url}/sign-in`);
    await page.getByLabel('Or a token').waitFor();
    expect(await page.title()).toBe('Sign in · Rekindle');
    const code = await house.api.expect<{ url: string }>('POST', '/sign-in-codes');
    await page.evaluate(`location.hash = ${JSON.stringify(new URL(code.url).hash)}`);
    await page.waitForURL(({ pathname, hash }) => pathname !== '/sign-in' && hash === '');
  });
});
