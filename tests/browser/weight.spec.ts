import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page, Response } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { TEST_TOKEN } from '../support/applications.process.js';
import { House } from '../support/house.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(120_000);

const KB = 1_000;
type Kind = 'script' | 'stylesheet' | 'font';

/** Runs in the page: how far things jumped that nobody moved. */
const TELL_SHIFTS = `window.shifted = 0;
  new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value; })
    .observe({ type: 'layout-shift', buffered: true });`;

/** Of what a page has fetched, in bytes: text as gzip makes it, fonts as they are. */
class Fetched {
  private readonly responses: Response[] = [];

  constructor(page: Page) {
    page.on('response', (response) => this.responses.push(response));
  }

  async weightOf(kind: Kind): Promise<number> {
    const ofKind = this.responses.filter((response) => response.request().resourceType() === kind && response.ok());
    const bodies = await Promise.all(ofKind.map((response) => response.body()));
    return bodies.reduce((sum, body) => sum + (kind === 'font' ? body.length : gzipSync(body).length), 0);
  }
}

(hasBrowser ? describe : describe.skip)('what a browser has to fetch', () => {
  let house: House;
  let browser: Browser;
  let rejectedId: string;
  let letterId: string;

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', { approval: 'review' });
    const contact = { name: 'Mirko Hale', email: 'mirko@contoso.example', timezone: 'Europe/Prague' };
    const { id } = await house.apply({ companyName: 'Contoso', title: 'Data Engineer', stage: 'interview', contact });
    await house.api.expect('POST', `/applications/${id}/rejection`, {});
    [rejectedId, letterId] = [id, (await house.followUp(id, 'feedback_request', 'draft')).id];
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** A browser that has never been here but for its session. */
  async function come(): Promise<{ reader: Reader; fetched: Fetched }> {
    const before = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
    const storageState = await before.page.context().storageState();
    await before.leave();
    const reader = await Reader.come(browser, house.api.url, { storageState });
    await reader.page.addInitScript(TELL_SHIFTS);
    return { reader, fetched: new Fetched(reader.page) };
  }

  it('until the rows of today stand is little, and nothing jumps', async () => {
    const { reader, fetched } = await come();
    await reader.open('/');
    await reader.page.getByRole('heading', { name: 'Feedback request to Mirko Hale' }).waitFor();
    await reader.page.waitForLoadState('networkidle');
    const [script, style, fonts] = await Promise.all(
      (['script', 'stylesheet', 'font'] as const).map((kind) => fetched.weightOf(kind)),
    );
    expect(script).toBeLessThan(200 * KB);
    expect(style).toBeLessThan(15 * KB);
    expect(fonts).toBeLessThan(120 * KB);
    expect(await reader.page.evaluate('window.shifted')).toBeLessThan(0.05);
    await reader.leave();
  });

  it.each([
    ['applications', () => '/applications'],
    ['an application', () => `/applications/${rejectedId}`],
    ['a letter', () => `/follow-ups/${letterId}`],
    ['captured mail', () => '/captured-mail'],
    ['settings', () => '/settings'],
    ['they said no', () => '/?no=new'],
  ])('for %s beyond today is less than 60 kB', async (_screen, path) => {
    const { reader } = await come();
    await reader.open('/');
    const more = new Fetched(reader.page);
    await reader.page.evaluate(
      `history.pushState({}, '', ${JSON.stringify(path())}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await reader.page.waitForLoadState('networkidle');
    const weights = await Promise.all((['script', 'stylesheet', 'font'] as const).map((kind) => more.weightOf(kind)));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(60 * KB);
    expect(await reader.page.evaluate('window.shifted')).toBeLessThan(0.05);
    await reader.leave();
  });
});
