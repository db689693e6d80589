import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { eventually } from '../support/eventually.js';
import { House, type RecordedApplication } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

const column = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const cardOf = (page: Page, title: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: title });
const inColumn = (page: Page, name: string, title: string) =>
  column(page, new RegExp(`^${name}`))
    .getByRole('heading', { name: title })
    .waitFor();

(hasBrowser ? describe : describe.skip)('the board', () => {
  let house: House;
  let browser: Browser;
  let reader: Reader;
  let page: Page;
  let made: RecordedApplication;
  let number = 0;
  let title: string;

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', { timezone: 'Europe/Kyiv' });
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
    ({ page } = reader);
  });
  beforeEach(async () => {
    title = `Engineer ${(number += 1)}`;
    const contact = { name: `Mirko ${number}`, email: `mirko${number}@contoso.example` };
    made = await house.apply({ companyName: 'Contoso', title, stage: 'screening', contact });
    await reader.open('/applications?view=board');
    await inColumn(page, 'Screening', title);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const stageOf = async () => (await house.api.expect<{ stage: string }>('GET', `/applications/${made.id}`)).stage;
  const isAt = (stage: string) => eventually(async () => (await stageOf()) === stage, { what: `being at ${stage}` });
  const menuOf = () => page.getByRole('menu', { name: `Where ${title} at Contoso goes` });
  const drag = (to: string | RegExp) =>
    cardOf(page, title).dragTo(
      page
        .getByRole('main')
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: to }) })
        .first(),
    );

  it('is one view of the list: the address says which, and the words go along', async () => {
    await page.getByRole('searchbox').fill(title);
    await page.waitForURL(({ searchParams }) => searchParams.get('q') === title);
    await page.getByRole('link', { name: 'List', exact: true }).click();
    await page.waitForURL(({ searchParams }) => searchParams.get('view') === null && searchParams.get('q') === title);
    await page.getByRole('link', { name: 'Board', exact: true }).click();
    await inColumn(page, 'Screening', title);
    expect(await reader.inTheWay()).toEqual([]);
  });

  it('moves a card by its menu and by S, offers what the API takes, and Z takes it back', async () => {
    const { keyboard } = page;
    await cardOf(page, title).getByRole('link', { name: title }).focus();
    await keyboard.press('s');
    await menuOf().waitFor();
    expect(await menuOf().getByRole('menuitem').allTextContents()).toEqual([
      'An interview',
      'They made an offer',
      'I said yes',
      'Back to: applied',
      'I withdraw',
      'Record a no',
    ]);
    await menuOf().getByText('any number of steps on, and one step back').waitFor();
    await menuOf().getByRole('menuitem', { name: 'They made an offer' }).click();
    await inColumn(page, 'Offer', title);
    await page
      .getByRole('status')
      .filter({ hasText: `${title} at Contoso: They made you an offer.` })
      .waitFor();
    await isAt('offer');
    await column(page, /^Offer/)
      .getByRole('button', { name: 'Undo' })
      .waitFor();
    await keyboard.press('z');
    await inColumn(page, 'Screening', title);
    await isAt('screening');
    // It goes on from the card.
    await cardOf(page, title).locator('button:focus').waitFor();
  });

  it('takes back no move that somebody made since', async () => {
    await drag(/^Interview/);
    const undo = column(page, /^Interview/).getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    await house.api.expect('POST', `/applications/${made.id}/stage`, { stage: 'offer' });
    await undo.click();
    await page.getByRole('alert').filter({ hasText: 'It has moved meanwhile.' }).waitFor();
    await inColumn(page, 'Offer', title);
    expect(await stageOf()).toBe('offer');
  });

  it('moves a card by dragging, and says why where it does not go', async () => {
    await drag(/^Interview/);
    await inColumn(page, 'Interview', title);
    await isAt('interview');
    await drag(/^Saved/);
    await page.getByRole('alert').filter({ hasText: 'one step back' }).waitFor();
    await inColumn(page, 'Interview', title);
    expect(await stageOf()).toBe('interview');
    await cardOf(page, title).dragTo(page.getByRole('listitem').filter({ hasText: /^Turned down/ }));
    await page.getByRole('dialog', { name: 'They said no' }).waitFor();
    await page
      .locator(`input[value="${title} at Contoso"]`)
      .or(page.getByText(`${title} at Contoso`))
      .first()
      .waitFor();
    expect(await stageOf()).toBe('interview');
  });

  it('asks before what nothing takes back, and returns the card where it is left', async () => {
    await cardOf(page, title).dragTo(page.getByRole('listitem').filter({ hasText: /^Withdrawn/ }));
    await page.getByRole('group', { name: /cannot be taken back/ }).waitFor();
    expect(
      await column(page, /^Screening/)
        .getByRole('heading', { name: title })
        .count(),
    ).toBe(0);
    await page.getByRole('button', { name: 'Not now' }).click();
    await inColumn(page, 'Screening', title);
    expect(await stageOf()).toBe('screening');
  });

  it('returns a card that is refused, with the sentence, and one that somebody moved meanwhile', async () => {
    await page.route(/\/stage(\?|$)/, (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 409, title: 'Conflict', code: 'x', detail: 'Not from there.', facts: {} }),
      }),
    );
    await drag(/^Offer/);
    await page.getByRole('alert').filter({ hasText: 'Not from there.' }).waitFor();
    await inColumn(page, 'Screening', title);
    await page.unroute(/\/stage(\?|$)/);
    await page.route(/\/api\/v1\/applications\?/, (route) => route.abort());
    await house.api.expect('POST', `/applications/${made.id}/stage`, { stage: 'offer' });
    await drag(/^Interview/);
    await page.getByRole('alert').filter({ hasText: 'It has moved meanwhile.' }).waitFor();
    await page.unroute(/\/api\/v1\/applications\?/);
    expect(await stageOf()).toBe('offer');
    reader.complained(/ERR_|409|Failed/);
  });

  it('hears what changes elsewhere, folds what is over, and is a list of one stage in a narrow window', async () => {
    await house.api.expect('POST', `/applications/${made.id}/stage`, { stage: 'withdrawn' });
    await page.mouse.move(0, 0);
    await column(page, /^Screening/)
      .getByRole('heading', { name: title })
      .waitFor({ state: 'detached' });
    await column(page, /^Closed/)
      .getByRole('button', { name: 'Show them' })
      .click();
    await inColumn(page, 'Closed', title);
    expect(await reader.inTheWay()).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('link', { name: /^Withdrawn/ }).click();
    await page.getByRole('main').getByRole('heading', { name: title }).waitFor();
    expect(await page.getByRole('region', { name: /^Screening/ }).count()).toBe(0);
    expect(await reader.overhang()).toBe(0);
    // Come to at once, where nothing is open.
    await reader.open(`/applications?view=board&q=${encodeURIComponent(title)}`);
    await page
      .getByRole('region', { name: /^Withdrawn/ })
      .getByRole('heading', { name: title })
      .waitFor();
    await page.setViewportSize({ width: 1280, height: 860 });
  });
});
