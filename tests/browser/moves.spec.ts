import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent');

(hasBrowser ? describe : describe.skip)('an application moves', () => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', { approval: 'review', feedbackRequest: { delay: 'PT48H' } });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  let count = 0;
  const applied = (fields: object = {}) => {
    count += 1;
    const contact = { name: `Dana Ito ${count}`, email: `dana${count}@northwind.example`, timezone: 'Europe/Berlin' };
    return house.apply({ companyName: `Northwind ${count}`, title: 'Engineer', stage: 'applied', contact, ...fields });
  };
  const rejected = async () => {
    const application = await applied({ stage: 'interview' });
    await house.api.expect('POST', `/applications/${application.id}/rejection`, {});
    await house.followUp(application.id, 'feedback_request', 'draft');
    return application;
  };
  interface Standing {
    stage: string;
    rejection: object | null;
    interviews: { scheduledAt: string }[];
    deletedAt: string | null;
  }
  const standing = (id: string) => house.api.expect<Standing>('GET', `/applications/${id}`);
  const reading = async (id: string) =>
    (await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN)).open(`/applications/${id}`);
  const verb = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name });
  const said = (page: Page, words: string | RegExp) =>
    page.getByRole('main').getByRole('status').filter({ hasText: words }).waitFor();

  it('to the next stage at once, since nothing starts or stops, and back by Undo', async () => {
    const { id } = await applied();
    const reader = await reading(id);
    const { page } = reader;
    await verb(page, 'Move on: they are looking').click();
    await said(page, 'They are looking at it.');
    expect((await standing(id)).stage).toBe('screening');
    await verb(page, 'Undo').click();
    await said(page, 'It stands where it stood before.');
    expect((await standing(id)).stage).toBe('applied');
    await verb(page, 'Other steps').click();
    await verb(page, 'They made an offer').click();
    await said(page, 'They made you an offer.');
    await verb(page, 'Undo').click();
    await said(page, 'It stands where it stood before.');
    expect((await standing(id)).stage).toBe('applied');
    expect(await reader.obstacles()).toEqual([]);
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });

  it('to an interview with its hour; the reminder that it starts is told first, and Undo takes both away', async () => {
    const { id } = await applied({ stage: 'screening' });
    const reader = await reading(id);
    const { page } = reader;
    await verb(page, 'Move on: an interview').click();
    await page.getByLabel('When you talk').fill('0026-12-03T14:00');
    await verb(page, 'Note it').click();
    await page.getByText('Say a day between the years 1970 and 9999.').waitFor();
    const later = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('When you talk').fill(`${later}T14:00`);
    expect(await reader.obstacles()).toEqual([]);
    await verb(page, 'Note it').click();
    const group = page.getByRole('group', { name: 'One reminder starts.' });
    await group.waitFor();
    expect((await standing(id)).stage).toBe('screening');
    await group.getByRole('button', { name: 'An interview' }).click();
    await said(page, 'The interview is noted.');
    expect((await standing(id)).interviews).toHaveLength(1);
    await verb(page, 'Undo').click();
    await said(page, 'It stands where it stood before.');
    expect(await standing(id)).toMatchObject({ stage: 'screening', interviews: [] });
    await reader.leave();
  });

  it('by keyboard alone to where nothing leads back, and only after it was told so', async () => {
    const { id } = await applied();
    const reader = await reading(id);
    const { page } = reader;
    await verb(page, 'Other steps').focus();
    await page.keyboard.press('Enter');
    while ((await focused(page)) !== 'I withdraw') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: /It cannot be taken back/ }).waitFor();
    expect(await focused(page)).toBe('Not now');
    await page.keyboard.press('Enter');
    await verb(page, 'Other steps').waitFor();
    expect(await page.getByRole('main').locator(':focus').count()).toBe(1);
    expect((await standing(id)).stage).toBe('applied');
    await verb(page, 'I withdraw').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: /It cannot be taken back/ }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await said(page, 'You withdrew.');
    expect((await standing(id)).stage).toBe('withdrawn');
    expect(await verb(page, 'Other steps').count()).toBe(0);
    await reader.leave();
  });

  it('says what an offer that was accepted stops', async () => {
    const waits = await rejected();
    const { id } = await applied({ stage: 'offer' });
    const reader = await reading(id);
    const { page } = reader;
    await verb(page, 'Move on: I said yes').click();
    await page.getByRole('group', { name: /you are no longer looking/ }).waitFor();
    expect(await reader.obstacles()).toEqual([]);
    await verb(page, 'I said yes').click();
    await said(page, 'You said yes.');
    await page.getByRole('heading', { level: 1, name: 'You said yes.' }).waitFor();
    await verb(page, 'Undo').click();
    await said(page, 'It stands where it stood before.');
    expect((await house.api.expect<{ looking: boolean }>('GET', '/settings')).looking).toBe(true);
    expect((await standing(waits.id)).stage).toBe('rejected');
    await reader.leave();
  });

  it('back from a no right after it was said', async () => {
    const { id } = await applied({ stage: 'interview' });
    const reader = await reading(id);
    const { page } = reader;
    await page.getByRole('main').getByRole('link', { name: 'Record a no' }).click();
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.getByRole('img', { name: /The plan, drawn/ }).waitFor();
    await house.followUp(id, 'feedback_request', 'draft');
    await verb(page, 'Take the no back').click();
    const group = page.getByRole('group', { name: /stop/ });
    await group.getByText('Stops: a letter to Dana Ito').waitFor();
    await group.getByRole('button', { name: 'Take the no back' }).click();
    await said(page, 'The no is taken back.');
    expect(await standing(id)).toMatchObject({ stage: 'interview', rejection: null });
    await house.followUp(id, 'feedback_request', 'cancelled');
    await page.getByRole('img', { name: /The plan, drawn/ }).waitFor({ state: 'detached' });
    expect(await page.getByRole('main').getByRole('link', { name: 'Record a no' }).count()).toBe(1);
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });

  it('nobody writes to somebody any more, and may again', async () => {
    const { id, contactId } = await rejected();
    const reader = await reading(id);
    const { page } = reader;
    await verb(page, 'Do not write to them').click();
    const group = page.getByRole('group', { name: /stop/ });
    await group.getByText('Stops: a letter to Dana Ito').waitFor();
    expect(await reader.obstacles()).toEqual([]);
    await group.getByRole('button', { name: 'Do not write to them' }).click();
    await said(page, 'No letter goes to them any more.');
    const contact = () => house.api.expect<{ doNotContact: boolean }>('GET', `/contacts/${contactId}`);
    expect((await contact()).doNotContact).toBe(true);
    await house.followUp(id, 'feedback_request', 'cancelled');
    await verb(page, 'Allow letters again').click();
    await page.getByRole('group', { name: /start/ }).getByRole('button', { name: 'Allow letters again' }).click();
    await said(page, 'They may be written to again.');
    expect((await contact()).doNotContact).toBe(false);
    await reader.leave();
  });

  it('is removed by keyboard, says so at its address, and is brought back', async () => {
    const { id } = await rejected();
    const reader = await reading(id);
    const { page } = reader;
    await verb(page, 'Remove this application').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: /stop/ }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'You removed this application.' }).waitFor();
    expect(await focused(page)).toBe('Bring it back');
    expect(await reader.obstacles()).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'You removed this application.' }).waitFor();
    await verb(page, 'Bring it back').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /They said no/ }).waitFor();
    expect((await standing(id)).deletedAt).toBe(null);
    await reader.leave();
  });
});
