import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

interface Written {
  asked: string | null;
  answered: string | null;
  wouldChange: string | null;
  suits: Record<string, { side: string | null; note: string | null }>;
  qualities: object[];
  reason: { category: string | null };
  lookedBackAt: string | null;
  skippedAt: string | null;
}

(hasBrowser ? describe : describe.skip)('a look back', () => {
  let house: House;
  let browser: Browser;
  let reader: Reader;
  let id: string;
  let reminderId: string;

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', { approval: 'review', timezone: 'Europe/Kyiv' });
    const requirements = 'You bring:\n- Five years of Python';
    const fields = { companyName: 'Contoso', title: 'Data Engineer', stage: 'interview', requirements };
    id = (await house.apply(fields)).id;
    const reason = { category: 'experience', words: 'We went with somebody who has run Kafka.' };
    await house.api.expect('POST', `/applications/${id}/rejection`, { reason });
    reminderId = (await house.followUp(id, 'reflection', 'waiting')).id;
    await house.makeDue(reminderId);
    await house.followUp(id, 'reflection', 'sent');
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const path = () => `/applications/${id}/look-back`;
  const written = () => house.api.expect<Written>('GET', `/applications/${id}/reflection`);
  const becomes = (what: (now: Written) => boolean) =>
    eventually(async () => what(await written()), { what: 'what is written' });
  const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();
  const asked = (page: Page) => page.getByLabel('What I was asked');

  it('is reached from the day, saved as one types, and found again as it was left', async () => {
    const { page } = await reader.open('/');
    await page.getByRole('link', { name: 'A quiet look back' }).click();
    await page.waitForURL(`${reader.url}${path()}`);
    await page.getByText('We went with somebody who has run Kafka.').waitFor();
    await asked(page).fill('Exactly once');
    await saved(page);
    const room = page.getByRole('group', { name: 'The room' });
    await room.getByRole('button', { name: 'Not right for me', exact: true }).click();
    await room.getByLabel('Why: the room').fill('No window');
    await page.getByRole('group', { name: 'This field' }).getByText('Yes').click();
    await page.getByLabel('Five years of Python').fill('Seven');
    await page.getByLabel('Closest to it').selectOption('hard_skills');
    await becomes(({ suits }) => suits.room?.note === 'No window');
    await saved(page);
    expect(await written()).toMatchObject({
      asked: 'Exactly once',
      answered: null,
      suits: { room: { side: 'not_right', note: 'No window' } },
      isMine: { field: 'yes', company: null },
      qualities: [{ requirement: 'Five years of Python', mine: 'Seven' }],
      reason: { category: 'hard_skills' },
      lookedBackAt: null,
    });
    // A first word ends no reminder.
    expect((await house.plan(id)).find((one) => one.id === reminderId)!.state).toBe('sent');
    await page.getByLabel('What I would change').fill('Say it first.');
    // Left before the hands rest.
    await page.getByRole('main').getByRole('link', { name: 'To the application' }).click();
    await becomes(({ wouldChange }) => wouldChange === 'Say it first.');
    await page.getByRole('main').getByRole('link', { name: 'Look back', exact: true }).click();
    expect(await asked(page).inputValue()).toBe('Exactly once');
    expect(await reader.inTheWay()).toEqual([]);
  });

  it('meets what another window wrote, and asks where both wrote', async () => {
    const { page } = await reader.open(path());
    const other = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
    await other.open(path());
    await other.page.getByLabel('What I answered').fill('Idempotence');
    await saved(other.page);
    // What nobody touched here follows.
    await eventually(async () => (await page.getByLabel('What I answered').inputValue()) === 'Idempotence', {
      what: 'the other window’s words',
    });
    await page.route('**/reflection', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await asked(page).fill('Mine');
    await page.getByText('Not saved yet').waitFor();
    await asked(other.page).fill('Theirs');
    await saved(other.page);
    await page.unroute('**/reflection');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Keep what stands here' }).click();
    await becomes((now) => now.asked === 'Mine' && now.answered === 'Idempotence');
    reader.complained(/ERR_|412|Failed/);
    await other.leave();
  });

  it('is over by a press, with its reminder, and open again by another', async () => {
    const { page } = await reader.open(path());
    const state = async () => (await house.plan(id)).find((one) => one.id === reminderId)!.state;
    for (const [verb, sentence] of [
      ['I have looked back', 'You looked back on this one'],
      ['Skip this one for good', 'You left this one aside'],
    ] as const) {
      await page.getByRole('button', { name: verb }).click();
      await page.getByRole('heading', { level: 1, name: sentence }).waitFor();
      expect(await state()).toBe('done');
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('heading', { level: 1, name: 'Look at it from outside' }).waitFor();
      expect(await state()).toBe('sent');
    }
    await page.getByRole('button', { name: 'I have looked back' }).click();
    await page.getByRole('main').getByRole('link', { name: 'To the application' }).click();
    await page.getByText(/^You looked back on .*: Say it first\.$/).waitFor();
    expect(reader.complained(/^$/)).toEqual([]);
  });

  it('has a room: each with both readings, and the same numbers in the picture, the table and the API', async () => {
    const { page } = await reader.open('/look-back');
    const row = page.getByRole('listitem').filter({ hasText: 'Data Engineer at Contoso' });
    await row.getByText('their reason: experience · as you read it: knowledge or skills').waitFor();
    await row.getByText('What you would change: Say it first.').waitFor();
    const { flow } = await house.api.expect<{ flow: { stages: Record<string, string | number>[] } }>(
      'GET',
      '/insights/rejections',
    );
    const told = await page
      .getByRole('table')
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader') })
      .all();
    const numbers = await Promise.all(told.map((one) => one.getByRole('cell').allTextContents()));
    expect(numbers).toEqual(
      flow.stages.map((one) => ['reached', 'wentOn', 'rejected', 'withdrawn', 'open'].map((name) => `${one[name]}`)),
    );
    const drawn = page.getByRole('img', { name: 'The flow, drawn' });
    expect(await drawn.locator('p').allTextContents()).toEqual([
      ...flow.stages
        .filter(({ reached }) => reached !== 0)
        .map(({ reached }) => expect.stringMatching(new RegExp(`^[A-Z][a-z]+ ${reached}$`))),
      '1 turned down',
    ]);
    await page.getByText('too few to conclude').first().waitFor();
  });
});
