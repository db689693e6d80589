import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent');

(hasBrowser ? describe : describe.skip)('a letter, as it will go', () => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', { approval: 'review' });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  let count = 0;
  const draft = async (rejection: object = {}) => {
    count += 1;
    const contact = { name: `Mirko Hale ${count}`, email: `mirko${count}@contoso.example`, timezone: 'Europe/Prague' };
    const fields = { companyName: `Contoso ${count}`, title: 'Data Engineer', stage: 'interview', contact };
    const { id } = await house.apply(fields);
    await house.api.expect('POST', `/applications/${id}/rejection`, rejection);
    return house.followUp(id, 'feedback_request', 'draft');
  };
  const reading = async (id: string) =>
    (await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN)).open(`/follow-ups/${id}`);
  const wordsOf = (id: string) => house.api.expect<{ subject: string; body: string }>('GET', `/follow-ups/${id}`);
  const letter = (page: Page) => page.getByRole('article', { name: 'The letter' });

  it('says whom it is from and to, in which thread, and goes to oneself first', async () => {
    await house.api.expect('PATCH', '/me', { name: 'Olena Koval', email: 'olena@example.org' });
    const { id } = await draft({ messageId: '<no.1@contoso.example>', subject: 'Your application' });
    const goes = await house.api.expect<{ text: string; subject: string }>('GET', `/follow-ups/${id}/letter`);
    const reader = await reading(id);
    const { page } = reader;
    const told = (term: string) => page.getByRole('definition').and(page.locator(`dt:text-is("${term}") + dd`));
    expect(await told('From').innerText()).toBe('Olena Koval\nolena@example.org');
    expect(await told('To').innerText()).toBe(`Mirko Hale ${count}\nmirko${count}@contoso.example`);
    await page.getByText('<no.1@contoso.example>').waitFor();
    await page.getByRole('heading', { name: goes.subject }).waitFor();
    expect(await letter(page).textContent()).toContain(goes.text.trim());
    await page.getByRole('button', { name: 'Send it to me first' }).click();
    await page.getByRole('status').filter({ hasText: 'It went to olena@example.org' }).waitFor();
    expect(house.mailTo('olena@example.org')).toHaveLength(1);
    expect(await reader.obstacles()).toEqual([]);
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });

  it('says what is missing, and leads to where it is said; what is refused stands beside its verb', async () => {
    const { id } = await draft();
    await house.api.expect('PATCH', '/me', { name: null, email: null });
    const reader = await reading(id);
    const { page } = reader;
    await page.getByText('Your name is missing').waitFor();
    await page.getByText('Your address is missing').waitFor();
    await page.getByRole('button', { name: 'Send it to me first' }).click();
    await page.getByRole('alert').filter({ hasText: 'address' }).waitFor();
    expect(await reader.obstacles()).toEqual([]);
    await page.getByRole('link', { name: 'Say who you are' }).click();
    await page.getByLabel('Your name').waitFor();
    await house.api.expect('PATCH', '/me', { name: 'Olena Koval', email: 'olena@example.org' });
    await page.goBack();
    await page.locator('dd').getByText('Olena Koval').waitFor();
    await page.getByText('Your name is missing').waitFor({ state: 'detached' });
    await reader.leave();
  });

  it('that somebody changed meanwhile is shown as theirs, and gets whose words one says', async () => {
    const { id } = await draft();
    const reader = await reading(id);
    const { page } = reader;
    const { keyboard } = page;
    const overtaken = async (subject: string) => {
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: 'The letter' }).fill('Dear Mirko, in my own words.');
      await house.api.expect('PATCH', `/follow-ups/${id}`, { subject });
      await page.getByRole('button', { name: 'Keep these words' }).click();
      await page.getByRole('alert').filter({ hasText: 'Somebody changed this letter meanwhile.' }).waitFor();
      await page.getByRole('region', { name: 'Their words' }).getByText(subject).waitFor();
      expect(await page.getByRole('textbox', { name: 'The letter' }).inputValue()).toBe('Dear Mirko, in my own words.');
    };
    await overtaken('From another tab');
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await page.getByRole('heading', { name: 'From another tab' }).waitFor();
    expect((await wordsOf(id)).body).not.toContain('in my own words');
    await overtaken('Once more');
    expect(await reader.obstacles()).toEqual([]);
    expect(await focused(page)).toBe('Keep mine');
    await keyboard.press('Enter');
    await letter(page).getByText('in my own words').waitFor();
    expect(await wordsOf(id)).toMatchObject({ subject: 'Once more', body: 'Dear Mirko, in my own words.' });
    await reader.leave();
  });

  it('loses no typing to a lost connection or an ended session', async () => {
    const { id } = await draft();
    const reader = await reading(id);
    const { page } = reader;
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'The letter' }).fill('Dear Mirko, thank you.');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await page.getByRole('alert').filter({ hasText: 'does not answer' }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await page.context().setOffline(false);
    await page.evaluate(`fetch('/api/v1/session', { method: 'DELETE' })`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await page.getByLabel('Or a token').fill(TEST_TOKEN);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('As you left it.').waitFor();
    expect(await page.getByRole('textbox', { name: 'The letter' }).inputValue()).toBe('Dear Mirko, thank you.');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await letter(page).getByText('Dear Mirko, thank you.').waitFor();
    expect((await wordsOf(id)).body).toBe('Dear Mirko, thank you.');
    await page.reload();
    await letter(page).waitFor();
    await reader.leave();
  });
});
