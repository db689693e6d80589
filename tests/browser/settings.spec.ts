import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

interface Settings {
  looking: boolean;
  feedbackRequest: { delay: string };
  contactGap: string;
}

(hasBrowser ? describe : describe.skip)('the settings', () => {
  let house: House;
  let browser: Browser;
  let reader: Reader;
  let page: Page;
  const settings = () => house.api.expect<Settings>('GET', '/settings');
  const press = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).click();

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', { timezone: 'Europe/Kyiv', feedbackRequest: { delay: 'P2D' } });
    const contact = { name: 'Dana Ito', email: 'dana@contoso.example', timezone: 'Europe/Kyiv', country: 'JP' };
    const rejected = await house.apply({ companyName: 'Contoso', title: 'Engineer', stage: 'interview', contact });
    await house.api.expect('POST', `/applications/${rejected.id}/rejection`, {});
    await house.followUp(rejected.id, 'feedback_request', 'waiting');
    await house.settled();
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
    ({ page } = reader);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('lead to each of their parts by one press, wide or narrow, and back', async () => {
    const parts = ['Letters', 'Cadences', 'Webhooks', 'Access', 'Removed', 'This installation'];
    const list = page.getByRole('navigation', { name: 'Parts of the settings' });
    await page.setViewportSize({ width: 320, height: 640 });
    for (const part of parts) {
      await reader.open('/settings');
      await list.getByRole('link', { name: part }).click();
      await page.getByRole('paragraph').getByText(part, { exact: true }).waitFor();
      expect(await list.getByRole('link').filter({ visible: true }).allTextContents()).toEqual(['All settings']);
    }
    await list.getByRole('link', { name: 'All settings' }).click();
    await page.getByLabel('Your name').waitFor();
    await page.setViewportSize({ width: 1280, height: 860 });
    await list.getByRole('link', { name: 'Removed' }).click();
    await page.getByRole('heading', { name: 'Nothing is removed.' }).waitFor();
    expect(await list.locator('[aria-current=page]').allTextContents()).toEqual(['Removed']);
  });

  it('say what a cadence would do to the next letter before it is kept, and then do it', async () => {
    await reader.open('/settings/cadences');
    const field = page.getByLabel('The letter goes after', { exact: true });
    await field.fill('9');
    const effect = page.getByRole('region', { name: 'What this changes' });
    await effect.getByText(/^Your next letter, to Dana Ito, would go .+ instead of .+\.$/).waitFor();
    expect((await settings()).feedbackRequest.delay).toBe('P2D');
    expect(await reader.inTheWay()).toEqual([]);
    await press('Keep: After a no');
    await page.getByRole('status').filter({ hasText: 'Kept.' }).waitFor();
    expect((await settings()).feedbackRequest.delay).toBe('P9D');
    await press('Back to the default: The letter goes after');
    expect(await field.inputValue()).toBe('1');
    await effect.getByText(/Dana Ito/).waitFor();
    await press('Leave it as it was');
    expect(await field.inputValue()).toBe('9');
  });

  it('keep what is no number in its field, and of two tabs each what it says', async () => {
    await reader.open('/settings/cadences');
    const gap = page.getByLabel('Between two letters to one person', { exact: true });
    await gap.fill('soon');
    await page.getByText('Must be a whole number.').waitFor();
    await house.api.expect('PATCH', '/settings', { feedbackRequest: { delay: 'P3D' } });
    await eventually(
      async () => (await page.getByLabel('The letter goes after', { exact: true }).inputValue()) === '3',
      {
        what: 'the other tab’s word',
      },
    );
    expect(await gap.inputValue()).toBe('soon');
    await gap.fill('3');
    await page.getByLabel('Between two letters to one person: unit').selectOption('weeks');
    await press('Keep: How letters go');
    await eventually(async () => (await settings()).contactGap === 'P3W', { what: 'the gap' });
    expect((await settings()).feedbackRequest.delay).toBe('P3D');
  });

  it('name the holidays that are left out', async () => {
    await reader.open('/settings/letters');
    await page.getByText('Japan: Dana Ito').first().waitFor();
  });

  it('tell what stops before one is not looking', async () => {
    await reader.open('/settings');
    await press('I am not looking now');
    await page.getByRole('group', { name: /letter/ }).waitFor();
    expect((await settings()).looking).toBe(true);
    await press('I am not looking now');
    await page.getByText('You are not looking.').waitFor();
    await house.settled();
    await press('I am looking again');
    await page.getByRole('group').getByRole('button', { name: 'I am looking again' }).click();
    await page.getByText('You are looking.').waitFor();
  });

  it('show a secret once, send a test, and say what became of it', async () => {
    await reader.open('/settings/webhooks');
    await page.getByRole('link', { name: 'Add an endpoint' }).click();
    await page.getByLabel('Its address').waitFor();
    await page.keyboard.type(house.receiver.url);
    await page.getByText('Only what I choose').click();
    await press('They say no');
    await press('Add it');
    const secret = await page.locator('code').textContent();
    expect(secret).toMatch(/^whsec_/);
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage })')).not.toContain(secret);
    await press('I have kept it');
    await page.getByText('Hears: They say no').first().waitFor();
    await press('Send a test');
    const delivery = page.getByRole('listitem').filter({ hasText: 'An endpoint is tested' });
    await delivery.getByText('Arrived').waitFor();
    await delivery.getByText('Answered 204.').waitFor();
    expect(await reader.inTheWay()).toEqual([]);
    await press('New secret');
    await page.getByRole('group').getByRole('button', { name: 'New secret' }).click();
    expect(await page.locator('code').textContent()).not.toBe(secret);
    await press('I have kept it');
    await page.getByText('The former secret holds until').waitFor();
    await press('Switch off');
    await page.getByText('Off: You switched it off.').waitFor();
    await press('Remove it');
    await press('Leave it');
    await press('Remove it');
    await page.getByRole('group').getByRole('button', { name: 'Remove it' }).click();
    await page.getByRole('heading', { name: 'No other program hears what happens here.' }).waitFor();
  });

  it('bring back what was removed, and say why where that is refused', async () => {
    const gone = await house.apply({ companyName: 'Fabrikam', title: 'Engineer' });
    await house.api.expect('DELETE', `/applications/${gone.id}`);
    const { id } = await house.api.expect<{ id: string }>('POST', '/companies', { name: 'Northwind' });
    await house.api.expect('DELETE', `/companies/${id}`);
    await house.api.expect('POST', '/companies', { name: 'Northwind' });
    await reader.open('/settings/removed');
    await page
      .getByText(/^Goes for good on/)
      .first()
      .waitFor();
    expect(await reader.inTheWay()).toEqual([]);
    await press('Bring back: Northwind');
    await page.getByRole('listitem').filter({ hasText: 'Northwind' }).getByRole('alert').waitFor();
    await press('Bring back: Engineer at Fabrikam');
    await page.getByRole('status').filter({ hasText: 'Engineer at Fabrikam is back.' }).waitFor();
    await page.getByRole('link', { name: 'To it' }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'removed' }).waitFor();
    expect(reader.complained(/ 409 /)).toEqual([]);
  });

  it('tell whoever runs it how it stands, and hand over what was set aside', async () => {
    await house.db.query(
      `insert into outbox (id, candidate_id, type, data, failures, last_error, parked_at)
       select gen_random_uuid(), id, 'settings.changed.v1', '{"fields": []}', 12, 'It broke.', now() from candidates`,
    );
    await reader.open('/settings/installation');
    await page.getByRole('heading', { level: 1, name: 'It does its work.' }).waitFor();
    await page.getByText('It broke.').waitFor();
    expect(await reader.inTheWay()).toEqual([]);
    await press('Hand it over again: settings.changed.v1');
    await page.getByText('Nothing is set aside.').waitFor();
    await house.worker.kill();
    await house.db.query(`update worker_heard set heard_at = now() - interval '5 minutes'`);
    await reader.open('/settings/installation');
    await page.getByRole('heading', { level: 1, name: /Nobody does the work/ }).waitFor();
  });
});
