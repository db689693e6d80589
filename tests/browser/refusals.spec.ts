import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

(hasBrowser ? describe : describe.skip)('what the API refuses', () => {
  let house: House;
  let browser: Browser;
  let letterId: string;

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', { approval: 'review' });
    const { id } = await house.apply({
      companyName: 'Contoso',
      title: 'Data Engineer',
      stage: 'interview',
      contact: { name: 'Mirko Hale', email: 'mirko@contoso.example' },
    });
    await house.api.expect('POST', `/applications/${id}/rejection`, {});
    const letter = await eventually(
      async () => (await house.plan(id)).find(({ kind }) => kind === 'feedback_request'),
      {
        what: 'the letter',
      },
    );
    letterId = letter.id;
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const reading = async () =>
    (await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN)).open(`/follow-ups/${letterId}`);

  it('stands beside the verb, as the API says it', async () => {
    const { page } = await reading();
    await house.api.expect('POST', `/follow-ups/${letterId}/cancel`, {});
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('alert').filter({ hasText: 'has come to its end' }).waitFor();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await page.getByRole('button', { name: 'Approve' }).waitFor();
  });

  it('stands at its field, and what was typed stays', async () => {
    const { page } = await reading();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Subject').fill('   ');
    await page.getByLabel('The letter').fill('Dear Mirko, in my own words.');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await page.getByText('Something has to stand here.').waitFor();
    expect(await page.getByLabel('The letter').inputValue()).toBe('Dear Mirko, in my own words.');
    await page.getByLabel('Subject').fill('A word of thanks');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await page.getByRole('heading', { name: 'A word of thanks' }).waitFor();
  });

  it('leads to the door where the session has ended, and back', async () => {
    const { page, url } = await reading();
    await page.evaluate(`fetch('/api/v1/session', { method: 'DELETE' })`);
    await page.getByRole('link', { name: 'Applications' }).click();
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await page.waitForURL(
      ({ pathname, searchParams }) => pathname === '/sign-in' && searchParams.get('to') === '/applications',
    );
    await page.getByLabel('Or a token').fill(TEST_TOKEN);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${url}/applications`);
  });
});
