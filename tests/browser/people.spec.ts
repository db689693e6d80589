import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

(hasBrowser ? describe : describe.skip)('a person', () => {
  let house: House;
  let browser: Browser;
  let reader: Reader;
  let dana: string;
  let twin: string;

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', { timezone: 'Europe/Kyiv', feedbackRequest: { delay: 'PT48H' } });
    const contact = { name: 'Dana Ito', email: 'dana@contoso.example' };
    const application = await house.apply({ companyName: 'Contoso', title: 'Engineer', stage: 'interview', contact });
    await house.api.expect('POST', `/applications/${application.id}/rejection`, {});
    await house.followUp(application.id, 'feedback_request', 'waiting');
    dana = application.contactId!;
    const again = { name: 'Dana I.', email: 'dana.ito@home.example' };
    const other = await house.apply({ companyName: 'Fabrikam', title: 'Analyst', stage: 'screening', contact: again });
    twin = other.contactId!;
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('is found by key and by word, in the address; a word with them is two presses, and a third takes it back', async () => {
    const { page } = await reader.open('/');
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.waitForURL(/\/people$/);
    await page.getByLabel('Find by name, address or company').fill('fabrikam');
    await page.waitForURL(/\?q=fabrikam$/);
    await page.getByRole('link', { name: 'Dana Ito' }).waitFor({ state: 'detached' });
    await reader.open(`/people/${dana}`);
    await page.keyboard.press('t');
    await page.getByRole('button', { name: 'They wrote' }).waitFor();
    // What was said is told before the press that notes it.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('See you in May.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Noted.').waitFor();
    await page.getByText('They wrote today: “See you in May.”').waitFor();
    const touches = () => house.api.expect<{ data: { kind: string }[] }>('GET', `/contacts/${dana}/touches`);
    expect((await touches()).data.map(({ kind }) => kind)).toEqual(['mail', 'rejection']);
    await page.keyboard.press('z');
    await page.getByText('Taken back.').waitFor();
    expect((await touches()).data.map(({ kind }) => kind)).toEqual(['rejection']);
  });

  it('keeps what is typed of them while the page is left, and over what somebody else changed', async () => {
    const { page } = await reader.open(`/people/${dana}`);
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByLabel('Notes, for yourself').fill('Likes short mails.');
    await reader.open('/settings');
    await reader.open(`/people/${dana}`);
    expect(await page.getByLabel('Notes, for yourself').inputValue()).toBe('Likes short mails.');
    const keep = page.locator('button:not([aria-disabled])').filter({ hasText: 'Keep this' });
    await keep.waitFor();
    await house.api.expect('PATCH', `/contacts/${dana}`, { notes: 'From elsewhere.', timezone: 'Asia/Tokyo' });
    await keep.click();
    await page.getByText('Somebody changed this meanwhile.').waitFor();
    await keep.click();
    await page.getByRole('button', { name: 'Change' }).waitFor();
    const { notes, timezone } = await house.api.expect<Record<string, string>>('GET', `/contacts/${dana}`);
    expect([notes, timezone]).toEqual(['Likes short mails.', 'Asia/Tokyo']);
  });

  it('that was entered twice becomes one, and two again; what was invented does not become one with what was not', async () => {
    await house.api.expect('POST', '/sample', {});
    const { page } = await reader.open(`/people/${dana}`);
    await page.getByRole('link', { name: 'Two entries of one person' }).click();
    const sheet = page.getByRole('dialog', { name: 'Two entries of one person' });
    const invented = page.getByRole('option', { name: /Lotte de Vries/ });
    await sheet.getByLabel('The other entry').fill('Lotte');
    await invented.click();
    await sheet.getByText('they do not become one').waitFor();
    expect(await sheet.getByRole('listitem').count()).toBe(0);
    expect(await sheet.getByRole('button', { name: 'Make them one' }).isDisabled()).toBe(true);
    await sheet.getByLabel('The other entry').fill('Dana I.');
    await page.getByRole('option', { name: /Dana I\./ }).click();
    await sheet.getByText('Their address dana.ito@home.example is kept').waitFor();
    await sheet.getByRole('button', { name: 'Make them one' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Analyst at Fabrikam' }).waitFor();
    expect(await house.api.request('GET', `/contacts/${twin}`)).toMatchObject({ status: 404 });
    const undo = page.getByRole('button', { name: 'Undo: Dana I. is somebody else' });
    await eventually(() => undo.evaluate((button) => button.matches(':focus')), {
      what: 'the focus on what undoes it',
    });
    await page.keyboard.press('Enter');
    await page.getByText('They are two entries again.').waitFor();
    expect(await house.api.request('GET', `/contacts/${twin}`)).toMatchObject({ status: 200 });
    expect(reader.complained(/ 4[12]2 /)).toEqual([]);
  });
});
