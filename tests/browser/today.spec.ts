import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { House, type RecordedApplication } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

const PHONE = { viewport: { width: 360, height: 720 }, hasTouch: true, isMobile: true };

(hasBrowser ? describe : describe.skip)('the day', () => {
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

  const apply = (companyName: string, name: string) =>
    house.apply({
      companyName,
      title: 'Data Engineer',
      stage: 'interview',
      contact: { name, email: `${name.toLowerCase().replace(' ', '.')}@example.com`, timezone: 'Europe/Prague' },
    });
  const rejected = async (application: RecordedApplication) => {
    await house.api.expect('POST', `/applications/${application.id}/rejection`, {});
    return house.followUp(application.id, 'feedback_request', 'draft');
  };
  const reading = async (options = {}) =>
    (await (await Reader.come(browser, house.api.url, options)).signIn(TEST_TOKEN)).open('/');
  const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

  it('shows by itself what came, asks for a word, and takes back what was said', async () => {
    const reader = await reading();
    const { page } = reader;
    const letter = await rejected(await apply('Contoso', 'Mirko Hale'));
    const row = rowOf(page, 'Feedback request to Mirko Hale');
    await row.getByRole('button', { name: 'Approve' }).waitFor();
    await page.getByRole('heading', { level: 1, name: /letter waits for your yes/ }).waitFor();
    await row.getByRole('button', { name: 'Do not send' }).click();
    await row.getByRole('status').filter({ hasText: 'Stopped.' }).waitFor();
    // It stays in its place while somebody points at it.
    await house.followUp((await stateOf(letter.id)).applicationId, 'feedback_request', 'cancelled');
    await row.getByRole('button', { name: 'Undo' }).click();
    await row.getByRole('button', { name: 'Approve' }).waitFor();
    expect((await stateOf(letter.id)).state).toBe('draft');
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });

  it('is done by keyboard alone, and the focus is never lost', async () => {
    const letter = await rejected(await apply('Fabrikam', 'Jana Novak'));
    const reader = await reading();
    const { page } = reader;
    const row = rowOf(page, 'Feedback request to Jana Novak');
    await row.getByRole('button', { name: 'Approve' }).focus();
    await page.keyboard.press('Enter');
    await row.getByRole('button', { name: 'Undo' }).waitFor();
    expect(await row.locator(':focus').count()).toBe(1);
    await row.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await row.getByRole('button', { name: 'Approve' }).waitFor();
    expect(await row.locator(':focus').count()).toBe(1);
    await row.getByRole('button', { name: 'Another day' }).focus();
    await page.keyboard.press('Enter');
    await row.getByRole('button', { name: 'In a week' }).focus();
    await page.keyboard.press('Enter');
    await row.getByRole('button', { name: 'Another day' }).waitFor();
    expect(await row.locator(':focus').count()).toBe(1);
    const days = (Date.parse((await stateOf(letter.id)).dueAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(5.9);
    expect(days).toBeLessThan(10);
    await reader.leave();
  });

  it('takes back the move alone, and not what was done before it', async () => {
    const { id } = await rejected(await apply('Wingtip', 'Eva Marin'));
    const { dueAt } = await house.api.expect<State>('POST', `/follow-ups/${id}/approve`);
    const reader = await reading();
    const { page } = reader;
    const row = rowOf(page, 'Feedback request to Eva Marin');
    await row.getByRole('button', { name: 'Hold' }).click();
    await row.getByRole('status').filter({ hasText: 'Held.' }).waitFor();
    await row.getByRole('button', { name: 'Another day' }).click();
    await row.getByRole('button', { name: 'In a week' }).click();
    await row
      .getByRole('status')
      .filter({ hasText: /^Moved to / })
      .waitFor();
    expect(await stateOf(id)).toMatchObject({ state: 'held', dueAt: expect.not.stringMatching(dueAt) });
    await page.keyboard.press('z');
    await row.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
    expect(await stateOf(id)).toMatchObject({ state: 'held', dueAt });
    await reader.leave();
  });

  it('is done with one thumb', async () => {
    const letter = await rejected(await apply('Proseware', 'Tomas Cerny'));
    const reader = await reading(PHONE);
    const row = rowOf(reader.page, 'Feedback request to Tomas Cerny');
    await row.getByRole('button', { name: 'Approve' }).tap();
    await row.getByText('Approved: it goes by itself.').waitFor();
    expect(['waiting', 'sending', 'sent']).toContain((await stateOf(letter.id)).state);
    expect(await reader.overhang()).toBe(0);
    await reader.leave();
  });

  it('says that the house is not there, and goes on when it is back', async () => {
    const reader = await reading();
    const { page } = reader;
    await house.withoutApi(async () => {
      await page.getByText('Not connected since').waitFor();
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      await rowOf(page, 'Feedback request to Jana Novak').getByRole('button', { name: 'Do not send' }).click();
      await page.getByRole('alert').filter({ hasText: 'does not answer' }).waitFor();
    });
    await page.getByText('Not connected since').waitFor({ state: 'detached', timeout: 30_000 });
    await reader.leave();
  });

  interface State {
    state: string;
    dueAt: string;
    applicationId: string;
  }
  const stateOf = (id: string): Promise<State> => house.api.expect<State>('GET', `/follow-ups/${id}`);
});
