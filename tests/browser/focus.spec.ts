import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

/** Runs in the page: what has the focus, as it is seen; nothing where it is lost. */
const FOCUSED = `(() => {
  const { activeElement: one } = document;
  if (one === null || one === document.body) return '';
  return (one.labels?.[0]?.textContent ?? one.innerText ?? '').trim() || one.id;
})()`;

/** Runs in the page. */
const IS_IN_SHEET = `document.activeElement.closest('[role=dialog]') !== null`;

/** Runs in the page: where it went, as the page is read; a field of several parts has it several times. */
const WENT = `(() => {
  const { activeElement: one } = document;
  const { last = document.body } = window;
  window.last = one;
  if (one === last) return 'nowhere';
  return one.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING ? 'back' : 'on';
})()`;

(hasBrowser ? describe : describe.skip)('by keyboard, the focus', () => {
  let house: House;
  let browser: Browser;
  let reader: Reader;
  let page: Page;
  let open: string;
  let letter: string;
  let rejected: string;

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', {
      approval: 'review',
      timezone: 'Europe/Kyiv',
      feedbackRequest: { delay: 'PT96H' },
    });
    for (const name of ['Mirko Hale', 'Jana Novak', 'Tomas Cerny']) {
      const email = `${name.toLowerCase().replace(' ', '.')}@example.com`;
      const contact = { name, email, timezone: 'Europe/Prague' };
      const fields = { companyName: `At ${name}`, title: 'Engineer', stage: 'interview', contact };
      ({ id: rejected } = await house.apply(fields));
      await house.api.expect('POST', `/applications/${rejected}/rejection`, {});
      ({ id: letter } = await house.followUp(rejected, 'feedback_request', 'draft'));
    }
    ({ id: open } = await house.apply({ companyName: 'Northwind', title: 'Engineer', stage: 'applied' }));
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
    ({ page } = reader);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const focused = () => page.evaluate<string>(FOCUSED);
  const press = async (name: string | RegExp, within = page.getByRole('main')) => {
    await within.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
  };
  /** A tick later than the page has drawn what followed. */
  const isKept = async () => {
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
    return (await page.locator('main :focus, [role=dialog] :focus').count()) === 1;
  };

  it.each([
    ['today', () => '/'],
    ['applications', () => '/applications'],
    ['an application', () => `/applications/${rejected}`],
    ['a letter', () => `/follow-ups/${letter}`],
    ['settings', () => '/settings'],
  ])('goes through %s as one reads', async (_screen, path) => {
    await reader.open(path());
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('To the page');
    const seen = [];
    for (let stop = 0; stop < 200; stop += 1) {
      const went = await page.evaluate<string>(WENT);
      expect([await focused(), went]).not.toEqual([await focused(), 'back']);
      if (went === 'on') seen.push(await focused());
      await page.keyboard.press('Tab');
      if ((await focused()) === '' || (await focused()) === 'To the page') break;
    }
    const all = await page
      .locator('a[href], button, input, select, textarea, summary')
      .filter({ visible: true })
      .count();
    expect(seen.length).toBeGreaterThanOrEqual(all - 8);
    expect(seen.length).toBeLessThanOrEqual(all);
  });

  it('goes into a sheet, round in it, and back to what opened it', async () => {
    await reader.open(`/applications/${open}`);
    const opener = page.getByRole('main').getByRole('link', { name: 'Record a no' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'They said no' });
    await sheet.waitFor();
    await eventually(async () => (await focused()) === 'Their words', { what: 'the focus on Their words' });
    for (let stop = 0; stop < 30; stop += 1) {
      await page.keyboard.press('Tab');
      await eventually(() => page.evaluate<boolean>(IS_IN_SHEET), { what: 'the focus in the sheet' });
    }
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await opener.evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true);
  });

  it('of a row of today is on its verbs after each of them', async () => {
    await reader.open('/');
    const row = page.getByRole('listitem').filter({ hasText: 'Feedback request to Mirko Hale' });
    for (const name of [
      'Another day',
      'Not now',
      'Do not send',
      'Undo',
      'Another day',
      'In a week',
      'Approve',
      'Hold',
      'Undo',
    ]) {
      await press(name, row);
      await eventually(async () => (await row.locator(':focus').count()) === 1, { what: 'the focus in the row' });
      expect([name, await isKept()]).toEqual([name, true]);
    }
  });

  it('goes on to where the row was that has left', async () => {
    await reader.open('/');
    const row = page.getByRole('listitem').filter({ hasText: 'Feedback request to Jana Novak' });
    await press('Do not send', row);
    await row.getByRole('button', { name: 'Undo' }).waitFor();
    await page.getByRole('banner').getByRole('link', { name: 'Today' }).focus();
    await row.waitFor({ state: 'detached' });
    expect(await focused()).toBe('Today');
  });

  it('of an application is on its verbs after each of them, also where none is left', async () => {
    await reader.open(`/applications/${open}`);
    for (const name of ['Other steps', 'They made an offer', 'Undo', 'Move on: they are looking']) {
      await press(name);
      expect([name, await isKept()]).toEqual([name, true]);
    }
    await press('Move on: an interview');
    await eventually(async () => (await focused()) === 'When you talk, if you know', {
      what: 'the focus on When you talk, if you know',
    });
    await press('Not now');
    expect(await isKept()).toBe(true);
    await press('Other steps');
    await press('I withdraw');
    await page.getByRole('group', { name: /cannot be taken back/ }).waitFor();
    await press('I withdraw');
    await page.getByRole('main').getByRole('status').filter({ hasText: 'You withdrew.' }).waitFor();
    await eventually(async () => (await focused()) === 'You withdrew.', { what: 'the focus on You withdrew.' });
    expect(await isKept()).toBe(true);
  });

  it('of a letter is on its verbs after each of them', async () => {
    await reader.open(`/follow-ups/${letter}`);
    for (const name of [
      'Edit',
      'Leave it as it was',
      'Send now',
      'Not now',
      'Another day',
      'Not now',
      'Do not send',
      'Undo',
      'Approve',
    ]) {
      await press(name);
      expect(await eventually(isKept, { what: `the focus on a verb after ${name}` })).toBe(true);
    }
  });

  it('is on the other way of seeing the applications once it was pressed, and not when one comes there later', async () => {
    await reader.open('/applications');
    const ways = page.getByRole('navigation', { name: 'See as' });
    for (const [way, is] of [
      ['Board', 'List'],
      ['List', 'Board'],
    ] as const) {
      await ways.getByRole('link', { name: way }).press('Enter');
      await ways.locator('[data-taken=true]').filter({ hasText: way }).waitFor();
      await eventually(async () => (await focused()) === way, { what: `the focus on ${way}, and not on ${is}` });
    }
    await ways.getByRole('link', { name: 'List' }).press('Enter');
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Add somebody' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await ways.waitFor();
    await page.locator('h1:focus').waitFor();
  });

  it('on a phone finds the far rooms behind one button, which has it again when nothing is chosen', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await reader.open('/');
    const more = page.getByRole('button', { name: 'More' });
    const settings = page.getByRole('navigation').getByRole('link', { name: 'Settings' });
    expect(await settings.isVisible()).toBe(false);
    await more.press('Enter');
    await settings.waitFor();
    await page.keyboard.press('Escape');
    await settings.waitFor({ state: 'hidden' });
    expect(await page.evaluate(FOCUSED)).toBe('More');
    await more.press('Enter');
    await settings.click();
    await page.waitForURL(({ pathname }) => pathname === '/settings');
    await settings.waitFor({ state: 'hidden' });
    expect(await more.getAttribute('data-here')).toBe('true');
    await page.setViewportSize({ width: 1280, height: 860 });
    await settings.waitFor();
    expect(await more.isVisible()).toBe(false);
  });
});
