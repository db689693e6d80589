import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

const DANA = { name: 'Dana Ito', email: 'dana@northwind.example', timezone: 'Europe/Berlin', country: 'DE' };
const WORDS = 'Thank you for your time.\n<b>We</b> went with somebody else. 🙏';

(hasBrowser ? describe : describe.skip)('they said no', () => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    house = await House.open();
    // Letters go in their morning: nothing is sent while this is read.
    await house.api.expect('PATCH', '/settings', {
      timezone: 'Europe/Kyiv',
      feedbackRequest: { delay: 'P1D' },
      sendingWindow: { from: '09:00', to: '11:30', days: ['mon', 'tue', 'wed', 'thu', 'fri'], skipHolidays: true },
    });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  let count = 0;
  const applied = () => {
    count += 1;
    const contact = { ...DANA, name: `Dana Ito ${count}`, email: `dana${count}@northwind.example` };
    return house.apply({ companyName: `Northwind ${count}`, title: 'Backend Engineer', stage: 'interview', contact });
  };
  const come = async (path: string) =>
    (await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN)).open(path);
  const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'They said no' });
  const foretold = (sheet: Locator, words: RegExp) =>
    sheet.getByRole('region', { name: 'What follows' }).getByText(words).first().waitFor();
  const rejectionOf = async (id: string) =>
    (
      await house.api.expect<{ rejection: { stage: string; reason: { words: string; category: string } } | null }>(
        'GET',
        `/applications/${id}`,
      )
    ).rejection;

  it('is said by mouse from the page of an application, and its plan is drawn', async () => {
    const { id } = await applied();
    const reader = await come(`/applications/${id}`);
    const { page } = reader;
    await page.getByRole('main').getByRole('link', { name: 'Record a no' }).click();
    const sheet = sheetOf(page);
    await sheet.getByLabel('Their words').fill(WORDS);
    await sheet.getByLabel('Their reason').selectOption('Somebody else was chosen');
    await foretold(sheet, /in Dana Ito \d+’s morning, a letter to/);
    expect(await reader.obstacles()).toEqual([]);
    await sheet.getByRole('button', { name: 'Record it' }).click();
    await page.getByRole('img', { name: /The plan, drawn: \d steps/ }).waitFor();
    await page.getByRole('heading', { level: 1, name: /hears from you on/ }).waitFor();
    const step = page.getByRole('listitem').filter({ hasText: 'Feedback request' });
    await step.getByRole('button', { name: 'Hold' }).waitFor();
    await step.getByRole('link', { name: 'Read it' }).waitFor();
    await step.getByRole('button', { name: 'Do not send' }).waitFor();
    expect(await rejectionOf(id)).toMatchObject({ reason: { words: WORDS, category: 'other_candidate' } });
    expect(await reader.obstacles()).toEqual([]);
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });

  it('is said by keyboard alone, from anywhere', async () => {
    const { id } = await applied();
    const reader = await come('/settings');
    const { page } = reader;
    const { keyboard } = page;
    await keyboard.press('n');
    const sheet = sheetOf(page);
    await sheet.getByLabel('Which application').waitFor();
    await keyboard.type(`northwind ${count}`);
    await page.getByRole('option', { name: new RegExp(`Northwind ${count}`) }).waitFor();
    await keyboard.press('Enter');
    for (const name of ['Add a new one', 'Their words']) {
      await keyboard.press('Tab');
      expect(await focused(page)).toContain(name);
    }
    await keyboard.type('No.');
    await sheet.getByRole('radio', { name: 'Interview', checked: true }).waitFor();
    await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    expect(await sheet.getByLabel('Offer').isChecked()).toBe(true);
    await keyboard.press('ArrowLeft');
    await foretold(sheet, /in Dana Ito \d+’s morning/);
    while (!(await focused(page)).includes('Record it')) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.waitForURL(`**/applications/${id}`);
    await page.getByRole('img', { name: /The plan, drawn/ }).waitFor();
    expect(await rejectionOf(id)).toMatchObject({ stage: 'interview', reason: { words: 'No.' } });
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });

  it('of an application that is not here yet is recorded with it, in one press', async () => {
    await applied();
    const reader = await come('/applications?no=new');
    const { page } = reader;
    const sheet = sheetOf(page);
    await sheet.getByRole('button', { name: 'Add a new one' }).click();
    expect(await focused(page)).toContain('Company');
    await sheet.getByLabel('Company').fill('Tailspin');
    await sheet.getByLabel('Job').fill('Data Engineer');
    await sheet.getByLabel('Who it was').fill('Ana Lima');
    await sheet.getByLabel('Their address').fill('ana at tailspin');
    await sheet.getByText('Interview', { exact: true }).click();
    await sheet.getByText('must be one e-mail address').waitFor();
    await sheet.getByLabel('Their address').fill('ana@tailspin.example');
    await foretold(sheet, /a letter to Ana Lima that asks/);
    await sheet.getByRole('button', { name: 'Record it' }).click();
    await page.getByRole('img', { name: /The plan, drawn/ }).waitFor();
    await page.getByText('Data Engineer at Tailspin').first().waitFor();
    await reader.leave();
  });

  it('gives focus back where it was opened, and its key is silent where one types', async () => {
    const reader = await come('/settings');
    const { page } = reader;
    await page.getByLabel('Your name').focus();
    await page.keyboard.press('n');
    expect(await sheetOf(page).count()).toBe(0);
    const opener = page.getByRole('link', { name: 'Record a no' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await sheetOf(page).waitFor();
    await page.keyboard.press('Escape');
    await sheetOf(page).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Record a no');
    await reader.leave();
  });

  it('says of a year that is typed half that nobody means it, and stays, also for whoever comes back', async () => {
    const { id } = await applied();
    const reader = await come(`/applications/${id}?no=${id}`);
    const { page } = reader;
    const sheet = sheetOf(page);
    const when = sheet.getByLabel('When it came');
    await sheet.getByLabel('Their words').fill('We went with somebody else.');
    await when.fill('0002-11-30T10:14');
    await sheet.getByText('Say a day between the years 1970 and 9999.').waitFor();
    await page.reload();
    await sheet.getByText('Say a day between the years 1970 and 9999.').waitFor();
    await sheet.getByRole('button', { name: 'Record it' }).click();
    await when.and(page.locator('[aria-invalid="true"]:focus')).waitFor();
    expect(await rejectionOf(id)).toBeNull();
    await when.fill('');
    await foretold(sheet, /a letter/);
    await reader.leave();
  });

  it('keeps 100,000 characters, and says beside them when they are more', async () => {
    const { id } = await applied();
    const reader = await come(`/applications/${id}?no=${id}`);
    const { page } = reader;
    const sheet = sheetOf(page);
    const mail = `Subject: Grüße ‮🙏\n\n${'<p>No.</p> '.repeat(20_000)}`.slice(0, 100_000);
    await sheet.getByLabel('Their words').fill(`${mail}!!!`);
    await sheet.getByText('At most 100,000 characters.').waitFor();
    await sheet.getByLabel('Their words').fill(mail);
    await foretold(sheet, /a letter/);
    await sheet.getByRole('button', { name: 'Record it' }).click();
    await page.getByRole('img', { name: /The plan, drawn/ }).waitFor();
    expect((await rejectionOf(id))!.reason.words).toBe(mail);
    await reader.leave();
  });

  it('loses no typing to a lost connection, an ended session, or somebody who was quicker', async () => {
    const { id } = await applied();
    const reader = await come(`/applications/${id}?no=${id}`);
    const { page } = reader;
    const sheet = sheetOf(page);
    await sheet.getByLabel('Their words').fill('We went with somebody else.');
    await foretold(sheet, /a letter/);
    await page.context().setOffline(true);
    await sheet.getByRole('button', { name: 'Record it' }).click();
    await sheet.getByRole('alert').filter({ hasText: 'does not answer' }).waitFor();
    await sheet.getByRole('button', { name: 'Try again' }).waitFor();
    await page.context().setOffline(false);

    await house.api.expect('PATCH', `/applications/${id}`, { location: 'Berlin' });
    await sheet.getByRole('button', { name: 'Try again' }).click();
    await sheet.getByRole('alert').filter({ hasText: 'changed' }).waitFor();

    await sheet.getByLabel('Their words').fill('We went with somebody else. Truly.');
    await sheet.getByRole('alert').waitFor({ state: 'detached' });
    await foretold(sheet, /a letter/);
    await page.evaluate(`fetch('/api/v1/session', { method: 'DELETE' })`);
    await sheet.getByRole('button', { name: 'Record it' }).click();
    await sheet.getByRole('link', { name: 'Sign in again' }).click();
    await page.getByLabel('Or a token').fill(TEST_TOKEN);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await sheet.waitFor();
    expect(await sheet.getByLabel('Their words').inputValue()).toBe('We went with somebody else. Truly.');
    await foretold(sheet, /a letter/);
    await sheet.getByRole('button', { name: 'Record it' }).click();
    await page.getByRole('img', { name: /The plan, drawn/ }).waitFor();
    expect((await rejectionOf(id))!.reason.words).toBe('We went with somebody else. Truly.');
    await reader.leave();
  });

  it('of one that is decided is not asked about, and says so', async () => {
    const { id } = await applied();
    await house.api.expect('POST', `/applications/${id}/rejection`, {});
    const reader = await come(`/applications/${id}?no=${id}`);
    await sheetOf(reader.page).getByText('This one is closed already').waitFor();
    await reader.page.getByText('Once it is clear which job it is').waitFor();
    expect(await reader.inTheWay()).toEqual([]);
    await reader.leave();
  });

  it('is drawn at once, as it was foretold, while it is being written down', async () => {
    const { id } = await applied();
    const reader = await come(`/applications/${id}?no=${id}`);
    const { page } = reader;
    await foretold(sheetOf(page), /a letter/);
    await house.worker.kill();
    await sheetOf(page).getByRole('button', { name: 'Record it' }).click();
    const drawn = page.getByRole('img', { name: /The plan, drawn/ });
    await drawn.waitFor();
    const step = page.getByRole('listitem').filter({ hasText: 'Feedback request' });
    await step.getByText('Being written down').waitFor();
    const foretoldName = await drawn.getAttribute('aria-label');
    await house.restartWorker();
    await step.getByRole('button', { name: 'Hold' }).waitFor();
    expect(await drawn.getAttribute('aria-label')).toBe(foretoldName);
    await reader.leave();
  });
});

/** What is said of whatever has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const { activeElement: one } = document;
    return [...(one.labels ?? []), one].map(({ textContent }) => textContent).join(' ');
  })()`);
