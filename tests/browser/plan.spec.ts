/** What is ahead: by day, held together, let go together, and on paper. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { House, type RecordedApplication } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

/** Runs in the page: every colour of what is said on paper. */
const INKS = `[...new Set([...document.querySelectorAll('main :is(h1, h2, h3, p, span, a, time)')]
  .filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one).color))]`;

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

(hasBrowser ? describe : describe.skip)('the plan ahead', () => {
  let house: House;
  let browser: Browser;
  let reader: Reader;
  let page: Page;
  let rejected: RecordedApplication;

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', { timezone: 'Europe/Kyiv', feedbackRequest: { delay: 'P2D' } });
    for (const [companyName, name] of [
      ['Contoso', 'Mirko Hale'],
      ['Fabrikam', 'Ana Lima'],
    ] as const) {
      const email = `${companyName}@people.example`;
      const contact = { name, email, timezone: 'Europe/Prague' };
      rejected = await house.apply({ companyName, title: 'Engineer', stage: 'interview', contact });
      await house.api.expect('POST', `/applications/${rejected.id}/rejection`, {});
    }
    await house.settled();
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url, { colorScheme: 'dark' })).signIn(TEST_TOKEN);
    page = reader.page;
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const main = () => page.getByRole('main');
  const row = (name: RegExp) => main().getByRole('listitem').filter({ hasText: name });
  const button = (name: string | RegExp) => main().getByRole('button', { name });

  it('is a key away; several are marked by theirs, held by one press and taken back by another', async () => {
    await reader.open('/');
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await main()
      .getByRole('heading', { level: 1, name: /^Next: / })
      .waitFor();
    for (const who of ['Mirko Hale', 'Ana Lima']) {
      await main()
        .getByRole('link', { name: `Feedback request to ${who}`, exact: true })
        .focus();
      await page.keyboard.press('x');
    }
    await main().getByText('Two are marked.').waitFor();
    await main().getByRole('group', { name: 'With what is marked' }).getByRole('button', { name: 'Hold' }).click();
    await main().getByText('Two are held.').waitFor();
    await row(/Feedback request to Ana Lima.*Held by you/s).waitFor();
    await page.keyboard.press('z');
    await main().getByText('Two go on.').waitFor();
    await row(/Feedback request to Ana Lima.*Goes by itself/s).waitFor();
    expect(await page.getByRole('group', { name: 'With what is marked' }).getByRole('button').count()).toBe(0);
    expect(await reader.inTheWay()).toEqual([]);
  });

  it('lets no letters go until a day, says which ones wait, and says it on Today', async () => {
    await reader.open('/plan?show=letters');
    await button('No letters until…').click();
    await button(/^In a week/).click();
    await main().getByText('Two letters are held.').waitFor();
    await button(/^No letters until \w+ \d/).click();
    await main()
      .getByText(/^No letters go until /)
      .waitFor();
    await row(/Mirko Hale.*Held: no letters go until/s).waitFor();
    await reader.open('/');
    await button('Letters may go again').click();
    await main().getByText('Two letters move.').waitFor();
    await button('Letters may go again').last().click();
    await main().getByText('Letters go again.').waitFor();
    expect(await reader.inTheWay()).toEqual([]);
  });

  it('tells what was stopped, and why, when somebody asks', async () => {
    const { id } = await house.followUp(rejected.id, 'reflection', 'waiting');
    await house.api.expect('POST', `/follow-ups/${id}/cancel`, {});
    await reader.open('/plan');
    await button(/^Show what was stopped/).click();
    await row(/A quiet look back.*You stopped it\./s).waitFor();
    await button(/^Bring it back/).click();
    await main().getByText('It is back.').waitFor();
  });

  it.each(['/plan', '/applications/:rejected'])(
    '%s is one page of paper, black on white, with nothing to press',
    async (path) => {
      await reader.open(path.replace(':rejected', rejected.id));
      await button('Print').waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate(INKS)).toEqual(['rgb(0, 0, 0)']);
      expect(await page.evaluate(`getComputedStyle(document.documentElement).backgroundColor`)).toBe(
        'rgb(255, 255, 255)',
      );
      expect(await page.getByRole('button').count()).toBe(0);
      expect(await page.getByRole('navigation').count()).toBe(0);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
      await page.emulateMedia({ media: null });
    },
  );
});
