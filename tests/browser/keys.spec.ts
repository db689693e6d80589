import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

const isFocused = (where: Locator) => where.evaluate((element) => element === element.ownerDocument.activeElement);

(hasBrowser ? describe : describe.skip)('a key', () => {
  let house: House;
  let browser: Browser;
  let applicationId: string;
  let letterId: string;

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', {
      approval: 'review',
      timezone: 'Europe/Kyiv',
      // An approved letter waits long enough for the key that takes the approval back.
      feedbackRequest: { delay: 'PT24H' },
    });
    const contact = { name: 'Mirko Hale', email: 'mirko@contoso.example' };
    const no = await house.apply({ companyName: 'Contoso', title: 'Data Engineer', stage: 'interview', contact });
    await house.api.expect('POST', `/applications/${no.id}/rejection`, {});
    letterId = (await house.followUp(no.id, 'feedback_request', 'draft')).id;
    applicationId = (await house.apply({ companyName: 'Tailspin', title: 'Engineer', stage: 'interview' })).id;
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const reading = async (path: string) =>
    (await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN)).open(path);
  const stateOf = async () => (await house.api.expect<{ state: string }>('GET', `/follow-ups/${letterId}`)).state;

  it('does in a row what its verb says, shows which, and Z takes it back', async () => {
    const { page } = await reading('/');
    const { keyboard } = page;
    const row = page.getByRole('listitem').filter({ hasText: 'Feedback request to Mirko Hale' });
    await row.getByRole('button', { name: 'Approve' }).waitFor();
    await keyboard.press('a');
    expect(await stateOf()).toBe('draft');
    const title = row.getByRole('link', { name: 'Feedback request to Mirko Hale', exact: true });
    while (!(await isFocused(title))) await keyboard.press('j');
    expect(await row.getByRole('button', { name: 'Approve' }).getAttribute('aria-keyshortcuts')).toBe('A');
    await keyboard.press('a');
    await row.getByRole('status').filter({ hasText: 'Approved' }).waitFor();
    await keyboard.press('z');
    await row.getByRole('button', { name: 'Approve' }).waitFor();
    await eventually(async () => (await stateOf()) === 'draft', { what: 'the approval being taken back' });
    await keyboard.press('l');
    await row.getByLabel('Another day', { exact: true }).waitFor();
    await keyboard.press('Escape');
    await row.getByRole('button', { name: 'Approve' }).waitFor();
    await keyboard.press('Backspace');
    await row.getByRole('status').filter({ hasText: 'Stopped' }).waitFor();
    await keyboard.press('z');
    await row.getByRole('button', { name: 'Approve' }).waitFor();
  });

  it('goes to each room, finds an application, and says no to the one that is shown', async () => {
    const { page } = await reading('/');
    const { keyboard } = page;
    const open = (pathname: string) => page.waitForURL((url) => url.pathname === pathname);
    for (const [key, pathname] of [
      ['a', '/applications'],
      ['p', '/people'],
      ['b', '/look-back'],
      ['s', '/settings'],
      ['t', '/'],
    ] as const) {
      await keyboard.press('g');
      await keyboard.press(key);
      await open(pathname);
    }
    await keyboard.press('/');
    await page.getByRole('dialog', { name: 'Go, find or do' }).waitFor();
    await keyboard.press('Escape');
    await keyboard.press('g');
    await keyboard.press('a');
    await open('/applications');
    await page.getByRole('searchbox').waitFor();
    await keyboard.press('/');
    await page.locator('input[type=search]:focus').waitFor();
    await keyboard.type('gnat');
    expect(await page.getByRole('searchbox').inputValue()).toBe('gnat');
    await page.goto(`${house.api.url}/applications/${applicationId}`);
    await page.getByRole('main').getByRole('link', { name: 'Record a no' }).waitFor();
    await keyboard.press('n');
    const sheet = page.getByRole('dialog', { name: 'They said no' });
    await sheet.getByText('Engineer at Tailspin').or(sheet.locator('input[value="Engineer at Tailspin"]')).waitFor();
    // Under a sheet nothing happens.
    await keyboard.press('Tab');
    await keyboard.press('?');
    expect(await page.getByRole('dialog', { name: 'Keyboard' }).count()).toBe(0);
  });

  it('opens the palette from anywhere, also from a field, and not under a sheet or while a word is put together', async () => {
    const { page } = await reading('/applications');
    const { keyboard } = page;
    const palette = page.getByRole('dialog', { name: 'Go, find or do' });
    await page.getByRole('searchbox').focus();
    await page.evaluate(`document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {
      key: 'k', code: 'KeyK', ctrlKey: true, isComposing: true, bubbles: true, cancelable: true }))`);
    await keyboard.press('Control+k');
    await palette.getByRole('option', { name: 'Record a no' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await keyboard.type('tails');
    await palette.getByRole('option', { name: 'Engineer Tailspin' }).waitFor();
    await keyboard.press('Enter');
    await page.waitForURL(({ pathname }) => pathname === `/applications/${applicationId}`);
    await page.getByRole('button', { name: 'Other steps', expanded: false }).waitFor();
    await keyboard.press('Control+k');
    await palette.getByRole('option', { name: 'Other steps' }).waitFor();
    await keyboard.type('other');
    await keyboard.press('Enter');
    await page.getByRole('button', { name: 'Other steps', expanded: true }).waitFor();
    await keyboard.press('n');
    await page.getByRole('dialog', { name: 'They said no' }).waitFor();
    await keyboard.press('Control+k');
    expect(await palette.count()).toBe(0);
  });

  it('shows of what is found what is typed last, however late an answer comes', async () => {
    const { page } = await reading('/settings');
    const palette = page.getByRole('dialog', { name: 'Go, find or do' });
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/search\?q=cont/, async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill('cont');
    await page.waitForRequest(/\/search\?q=cont/);
    await palette.getByRole('combobox').fill('tail');
    await palette.getByRole('option', { name: 'Engineer Tailspin' }).waitFor();
    release();
    await palette.getByRole('combobox').fill('tails');
    await palette.getByRole('option', { name: 'Tailspin', exact: true }).waitFor();
    expect(await palette.getByRole('option').filter({ hasText: 'Contoso' }).count()).toBe(0);
    await palette.getByRole('combobox').fill('nobody at all');
    await palette.getByText('Nothing here has these words.').waitFor();
  });

  it('does nothing below what is still on its way', async () => {
    const { page } = await reading('/settings');
    const { keyboard } = page;
    let arrives = (): void => undefined;
    const late = new Promise<void>((resolve) => (arrives = resolve));
    const palette = /palette\.sheet-[^/]+\.js$/;
    await page.route(palette, async (route) => {
      await late;
      await route.continue();
    });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Who the letters are from.' }).waitFor();
    await keyboard.press('Control+k');
    await keyboard.type('nc');
    arrives();
    await page.getByRole('dialog', { name: 'Go, find or do' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('is listed, and switched off where it is listed', async () => {
    const reader = await reading(`/follow-ups/${letterId}`);
    const { page } = reader;
    const { keyboard } = page;
    await keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keyboard' });
    await list.getByText('Approve').waitFor();
    expect(await reader.inTheWay()).toEqual([]);
    await list.getByRole('button', { name: 'Switch them off' }).click();
    await list.getByText('switched off').waitFor();
    await keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    for (const key of ['n', '?', 'a']) await keyboard.press(key);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.locator('[aria-keyshortcuts]').count()).toBe(0);
    await keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('option', { name: 'Approve' }).waitFor();
    expect(await reader.inTheWay()).toEqual([]);
    await keyboard.press('Escape');
    expect(await stateOf()).toBe('draft');
    await page.goto(`${house.api.url}/settings`);
    await page.getByRole('button', { name: 'Shortcuts of one letter', pressed: false }).click();
    await keyboard.press('n');
    await page.getByRole('dialog', { name: 'They said no' }).waitFor();
  });
});
