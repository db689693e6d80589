/** The whole story in the app, against the real services: from the first day to an answer, a job that is open again, and what goes wrong between. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { type FirstDay, firstDay } from '../support/first-day.js';
import { HANDS } from '../support/hand.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(240_000);

(hasBrowser ? describe : describe.skip)('the whole story', () => {
  let house: FirstDay;
  let browser: Browser;
  beforeEach(async () => {
    [house, browser] = await Promise.all([firstDay(), launch()]);
  });
  afterEach(async () => {
    await browser.close();
    await house.end();
  });

  it.each(HANDS)('is lived through $name', async ({ holds, options }) => {
    const { api } = house;
    const reader = await Reader.come(browser, api.url, options);
    const { page } = reader;
    const hand = holds(page);
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
    const link = (name: string | RegExp) => page.getByRole('link', { name, exact: true });
    const room = (name: RegExp) => page.getByRole('banner').getByRole('link', { name });
    const opens = (name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

    // The first day: three questions.
    await page.goto(await house.link());
    await opens(/Three questions first/);
    await hand.type(page.getByLabel('Your name'), 'Olena Koval');
    await hand.type(page.getByLabel('Your e-mail address'), 'olena@example.org');
    await hand.press(button('To today'));
    await opens(/Nothing needs you today/);

    // They said no.
    await hand.press(room(/Record a no/));
    const sheet = page.getByRole('dialog', { name: 'They said no' });
    await hand.type(sheet.getByLabel('Company'), 'Northwind');
    await hand.type(sheet.getByLabel('Job'), 'Backend Engineer');
    await hand.type(sheet.getByLabel('Who it was'), 'Dana Ito');
    await hand.type(sheet.getByLabel('Their address'), 'dana@northwind.example');
    await hand.choose(sheet.getByRole('group', { name: 'At which stage' }), 'Interview');
    await hand.press(sheet.getByRole('button', { name: 'Record it' }));
    await page.getByRole('img', { name: /The plan, drawn/ }).waitFor();
    await opens(/A letter to Dana Ito waits for your yes/);
    const applicationUrl = page.url();

    // The letter, in one's own words; somebody else writes meanwhile.
    await hand.press(link('Read the letter'));
    await opens(/Once you approve it, this letter goes to Dana Ito/);
    const letterId = page.url().split('/').at(-1)!;
    await hand.press(button('Edit'));
    await hand.type(page.getByRole('textbox', { name: 'The letter' }), 'Dear Dana, in my own words.');
    await api.expect('PATCH', `/follow-ups/${letterId}`, { subject: 'From another tab' });
    await hand.press(button('Keep these words'));
    await page.getByRole('alert').filter({ hasText: 'Somebody changed this letter meanwhile.' }).waitFor();
    await hand.press(button('Keep mine'));
    const paper = page.getByRole('article', { name: 'The letter' });
    await paper.getByText('Dear Dana, in my own words.').waitFor();

    // A yes, taken back; a yes, held, let go on.
    await hand.press(button('Approve'));
    await hand.press(button('Undo'));
    await hand.press(button('Approve'));
    await hand.press(button('Hold'));
    await opens(/is held/);
    await hand.press(button('Undo'));
    await opens(/This letter goes to Dana Ito on/);

    // Without a connection, and without a session: nothing that was typed is lost.
    await hand.press(button('Edit'));
    await hand.type(page.getByRole('textbox', { name: 'The letter' }), 'Dear Dana, one question.');
    await page.context().setOffline(true);
    await hand.press(button('Keep these words'));
    await button('Try again').waitFor();
    await page.context().setOffline(false);
    await page.evaluate(`fetch('/api/v1/session', { method: 'DELETE' })`);
    await hand.press(button('Try again'));
    await hand.press(link('Sign in again'));
    await hand.type(page.getByLabel('Or a token'), TEST_TOKEN);
    await hand.press(button('Sign in'));
    await page.getByText('As you left it.').waitFor();
    await hand.press(button('Keep these words'));
    await paper.getByText('Dear Dana, one question.').waitFor();

    // It goes, and is read where nothing leaves this machine.
    await hand.press(button('Send now'));
    await hand.press(button('Send now'));
    await opens(/The letter to Dana Ito went on/);
    const others = page.getByRole('banner').getByRole('button', { name: 'More' });
    if (await others.isVisible()) await hand.press(others);
    await hand.press(room(/Captured mail/));
    await hand.press(page.getByRole('listitem').filter({ hasText: 'dana@northwind.example' }).getByRole('link'));
    await page.getByText('Olena Koval').first().waitFor();

    // She answers, and the job is open again: seen without a press.
    const { contactId, vacancyId } = await api.expect<{ contactId: string; vacancyId: string }>(
      'GET',
      `/applications/${applicationUrl.split('/').at(-1)}`,
    );
    await page.goto(applicationUrl);
    await opens(/They said no/);
    await api.expect('POST', `/contacts/${contactId}/touches`, { kind: 'mail', direction: 'in', text: 'Thank you!' });
    await page.getByText('Answered').first().waitFor();
    for (const status of ['closed', 'open'])
      await api.expect('POST', `/vacancies/${vacancyId}/observations`, { status });
    await hand.press(room(/Today/));
    const draft = page.getByRole('listitem').filter({ hasText: 'about the job that is open again' });
    await hand.press(draft.getByRole('button', { name: 'Approve' }));
    await hand.press(draft.getByRole('button', { name: 'Undo' }));
    await draft.getByRole('button', { name: 'Approve' }).waitFor();
    const known = /ERR_INTERNET_DISCONNECTED|401 |412 /;
    expect(reader.complaints.filter((complaint) => !known.test(complaint))).toEqual([]);
  });
});
