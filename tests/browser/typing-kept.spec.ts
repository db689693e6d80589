import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

(hasBrowser ? describe : describe.skip)('what is typed', () => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/me', { name: 'Olena Koval', email: 'olena@example.org' });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const reading = async (path: string) =>
    (await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN)).open(path);
  const name = async () => (await house.api.expect<{ name: string }>('GET', '/me')).name;

  async function signInAgain(page: Page, path?: string): Promise<void> {
    await page.getByLabel('Or a token').fill(TEST_TOKEN);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(({ pathname }) => (path === undefined ? pathname !== '/sign-in' : pathname === path));
  }

  async function endsAt(page: Page, verb: string, path: string): Promise<void> {
    await page.evaluate(`fetch('/api/v1/session', { method: 'DELETE' })`);
    await page.getByRole('button', { name: verb }).click();
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await signInAgain(page, path);
  }

  it('in the settings outlives the session, and is let go or kept', async () => {
    const { page } = await reading('/settings');
    const field = page.getByLabel('Your name');
    await field.fill('Olena K.');
    const part = (name: string) =>
      page.getByRole('navigation', { name: 'Parts of' }).getByRole('link', { name }).click();
    await part('Letters');
    await page.getByLabel('Not before').fill('10:30');
    await part('You');
    await endsAt(page, 'Keep: Who you are', '/settings');
    expect(await field.inputValue()).toBe('Olena K.');
    const left = page.getByText('As you left it.');
    await page.getByRole('button', { name: 'Back to what is kept' }).click();
    expect(await field.inputValue()).toBe('Olena Koval');
    await part('Letters');
    expect(await page.getByLabel('Not before').inputValue()).toBe('10:30');
    await page.getByRole('button', { name: 'Keep: When a letter may arrive' }).click();
    await left.waitFor({ state: 'detached' });
    await part('You');
    await field.fill('Olena K.');
    await page.getByRole('button', { name: 'Keep: Who you are' }).click();
    await page.locator('form').filter({ has: field }).getByRole('status').filter({ hasText: 'Kept.' }).waitFor();
    await page.reload();
    await field.waitFor();
    expect(await left.count()).toBe(0);
    expect(await name()).toBe('Olena K.');
    const { sendingWindow } = await house.api.expect<{ sendingWindow: { from: string } }>('GET', '/settings');
    expect(sendingWindow.from).toBe('10:30');
  });

  it('at the first run outlives the session', async () => {
    const { page } = await reading('/welcome');
    await page.getByLabel('Your name').fill('Olena from Kyiv');
    await endsAt(page, 'Record a no', '/welcome');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Olena from Kyiv');
  });

  it('is nobody’s after signing out', async () => {
    const { page } = await reading('/?no=new');
    const sheet = page.getByRole('dialog', { name: 'They said no' });
    await sheet.getByLabel('Company').fill('Northwind');
    await page.goto(`${house.api.url}/settings/access`);
    await page.getByRole('button', { name: /^Sign out/ }).click();
    await page.getByLabel('Or a token').waitFor();
    await signInAgain(page);
    await page.goto(`${house.api.url}/?no=new`);
    expect(await sheet.getByLabel('Company').inputValue()).toBe('');
  });
});
