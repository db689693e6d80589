import { REMINDER_KINDS } from '@app/contracts';
import { Database } from '@app/database';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aReminder } from '../support/a-follow-up.js';
import { TEST_TOKEN } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { type FollowUp, House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

const pathIn = (text: string) => new URL(/Open it: (\S+)/.exec(text)?.[1] ?? 'none:').pathname;

(hasBrowser ? describe : describe.skip)('the link of a mail', () => {
  let house: House;
  let browser: Browser;
  let database: Database;

  beforeAll(async () => {
    house = await House.open();
    database = await Database.connect(house.db.apiUrl, { name: 'mail links', poolSize: 2 });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await database?.close();
    await house?.close();
  });

  const textOf = async (id: string) => (await house.api.expect<FollowUp>('GET', `/follow-ups/${id}`)).body;

  it.each(REMINDER_KINDS)('%s leads to its page, where its verb stands first', async (kind) => {
    const { id } = await aReminder(database, { kind });
    const link = pathIn(await textOf(id));
    expect(link).toBe(`/follow-ups/${id}`);
    const reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
    await reader.open(link);
    const [first] = await reader.page.getByRole('main').getByRole('button').all();
    expect(await first!.textContent()).toMatch(/^(I .*|Done)$/);
    expect((await house.api.expect<FollowUp>('GET', `/follow-ups/${id}`)).state).toBe('waiting');
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });

  it('is in the mail as it goes; signed out, one signs in and lands there', async () => {
    await house.api.expect('PATCH', '/settings', { reflection: { delay: 'PT1S' } });
    const { id } = await house.apply({ companyName: 'Contoso', title: 'Data Engineer', stage: 'interview' });
    await house.api.expect('POST', `/applications/${id}/rejection`, {});
    const sent = await house.followUp(id, 'reflection', 'sent');
    const unfolded = () => house.mailTo('olena@example.org').map(({ raw }) => String(raw).replaceAll('=\r\n', ''));
    await eventually(() => unfolded().find((mail) => mail.includes(`/follow-ups/${sent.id}`)), { what: 'the mail' });
    const reader = await Reader.come(browser, house.api.url);
    await reader.page.goto(`${reader.url}/follow-ups/${sent.id}`);
    await reader.page.getByLabel('Or a token').fill(TEST_TOKEN);
    await reader.page.getByRole('button', { name: 'Sign in' }).click();
    await reader.page.waitForURL(`${reader.url}/follow-ups/${sent.id}`);
    await reader.page.getByRole('button', { name: 'I looked back' }).waitFor();
    await reader.leave();
  });

  it('to what is gone says so, with a way on', async () => {
    const reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
    await reader.open('/follow-ups/00000000-0000-4000-8000-000000000000');
    await reader.page.getByRole('heading', { name: 'There is nothing here.' }).waitFor();
    await reader.page.getByRole('link', { name: 'To today' }).click();
    await reader.page.waitForURL(`${reader.url}/`);
    await reader.leave();
  });
});
