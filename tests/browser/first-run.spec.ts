/** A newcomer at an empty installation, with nothing but a browser. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { type FirstDay, firstDay } from '../support/first-day.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';

jest.setTimeout(180_000);

/** What a person does, counted. */
class Hand {
  presses = 0;
  fields = 0;

  press(where: Locator): Promise<void> {
    this.presses += 1;
    return where.click();
  }

  fill(field: Locator, text: string): Promise<void> {
    this.fields += 1;
    return field.fill(text);
  }
}

(hasBrowser ? describe : describe.skip)('a newcomer', () => {
  let house: FirstDay;
  let api: FirstDay['api'];
  let browser: Browser;

  beforeEach(async () => {
    house = await firstDay();
    ({ api } = house);
  });
  afterEach(() => house.end());
  beforeAll(async () => void (browser = await launch()));
  afterAll(() => browser?.close());

  /** By the printed link, on the way nowhere. */
  async function come(options = {}): Promise<Reader> {
    const reader = await Reader.come(browser, api.url, options);
    await reader.page.goto(await house.link());
    return reader;
  }
  const isNewcomer = async () => (await api.expect<{ newcomer: boolean }>('GET', '/me')).newcomer;

  it('comes from the door to a letter in captured mail in a dozen presses', async () => {
    const reader = await come();
    const { page } = reader;
    const hand = new Hand();
    await page.getByRole('heading', { level: 1, name: 'Three questions first' }).waitFor();
    expect(await page.getByLabel('Your time zone').inputValue()).toBe('Europe/Kyiv');
    expect(await page.getByLabel('They wait for my yes').isChecked()).toBe(true);
    await hand.fill(page.getByLabel('Your name'), 'Olena Koval');
    await hand.fill(page.getByLabel('Your e-mail address'), 'olena@example.org');
    await hand.press(page.getByRole('button', { name: 'Record a no' }));

    const sheet = page.getByRole('dialog', { name: 'They said no' });
    await hand.fill(sheet.getByLabel('Company'), 'Northwind');
    await hand.fill(sheet.getByLabel('Job'), 'Backend Engineer');
    await hand.fill(sheet.getByLabel('Who it was'), 'Dana Ito');
    await hand.fill(sheet.getByLabel('Their address'), 'dana@northwind.example');
    await hand.press(sheet.getByText('Interview', { exact: true }));
    await hand.press(sheet.getByRole('button', { name: 'Record it' }));
    await page.getByRole('img', { name: /The plan, drawn/ }).waitFor();

    const step = page.getByRole('listitem').filter({ hasText: 'Feedback request' });
    await step.getByText('Waits for your yes').waitFor();
    await hand.press(step.getByRole('link', { name: 'Read it' }));
    await hand.press(page.getByRole('button', { name: 'Send now' }));
    await hand.press(page.getByRole('button', { name: 'Send now' }));
    await page.getByRole('heading', { level: 1, name: /The letter to Dana Ito went on/ }).waitFor();

    await hand.press(page.getByRole('navigation').getByRole('link', { name: 'Captured mail' }));
    await hand.press(page.getByRole('listitem').filter({ hasText: 'dana@northwind.example' }).getByRole('link'));
    await page.getByRole('heading', { level: 1, name: /Backend Engineer/ }).waitFor();
    await page.getByText('Olena Koval').first().waitFor();

    expect(hand.presses).toBeLessThanOrEqual(12);
    expect(hand.fields).toBeLessThanOrEqual(6);
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });

  it('is asked once: who leaves all as it is reads each letter first', async () => {
    const reader = await come();
    const { page } = reader;
    expect(await isNewcomer()).toBe(true);
    await page.getByRole('button', { name: 'To today' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nothing needs you today' }).waitFor();
    expect(await api.expect('GET', '/settings')).toMatchObject({ approval: 'review', timezone: 'Europe/Kyiv' });
    expect(await api.expect('GET', '/me')).toMatchObject({ name: null, email: null, newcomer: false });
    await reader.leave();
    const again = await come();
    await again.page.getByRole('heading', { level: 1, name: 'Nothing needs you today' }).waitFor();
    await again.open('/welcome');
    await again.page.getByLabel('Your time zone').waitFor();
    await again.leave();
  });

  it('loses no word to a refusal, and is brought to it', async () => {
    const reader = await come();
    const { page } = reader;
    await page.getByLabel('Your name').fill('Olena Koval');
    await page.getByLabel('Your e-mail address').fill('olena at home');
    await page.getByRole('button', { name: 'To today' }).click();
    await page.getByText('must be one e-mail address').waitFor();
    expect(await page.locator(':focus').inputValue()).toBe('olena at home');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Olena Koval');
    expect(await isNewcomer()).toBe(true);
    await reader.leave();
  });

  it('looks around among invented people, says so in each row, and removes them in one press', async () => {
    const reader = await come();
    const { page } = reader;
    await page.getByRole('button', { name: 'Look around with invented data' }).click();
    await page.getByText('What you see is invented.').waitFor();
    await page.getByText('Nothing leaves this machine').waitFor();
    for (const path of ['/', '/applications']) {
      await reader.open(path);
      const rows = page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading') });
      await rows.first().waitFor();
      expect(await rows.filter({ hasNotText: 'Invented' }).count()).toBe(0);
    }
    await page.getByRole('main').getByRole('listitem').getByRole('heading').getByRole('link').first().click();
    await page.locator('main header').filter({ hasText: 'Invented' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nothing needs you today' }).waitFor();
    await page.getByText('What you see is invented.').waitFor({ state: 'detached' });
    expect(await page.locator('#main:focus').count()).toBe(1);
    expect(await api.expect('GET', '/sample')).toEqual({ since: null });
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  });

  it('elsewhere than the account is offered its clock, once', async () => {
    await api.expect('PATCH', '/settings', { approval: 'review', timezone: 'Europe/Berlin' });
    const reader = await come();
    const { page } = reader;
    const offer = page.getByText('Times here are on Berlin time');
    await offer.waitFor();
    await page.getByRole('button', { name: 'Leave it' }).click();
    await offer.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('Nothing leaves this machine').waitFor();
    expect(await offer.count()).toBe(0);
    await reader.leave();
    const other = await come();
    await other.page.getByRole('button', { name: 'Use Kyiv time' }).click();
    await other.page.getByText('Times here are on').waitFor({ state: 'detached' });
    expect(await api.expect('GET', '/settings')).toMatchObject({ timezone: 'Europe/Kyiv' });
    await other.leave();
  });

  it.each([320, 360])(
    'with a window of %d pixels has the nearest rooms, the others and the one deed in one line',
    async (width) => {
      await api.expect('PATCH', '/settings', { approval: 'review' });
      const reader = await come({ viewport: { width, height: 640 } });
      const { page } = reader;
      const bar = page.getByRole('banner');
      await bar.getByRole('link', { name: 'Today' }).waitFor();
      const link = (name: string) => bar.getByRole('link', { name, exact: true });
      const more = bar.getByRole('button', { name: 'More', exact: true });
      const boxes = [];
      for (const one of [link('Today'), link('Jobs'), link('People'), more, link('Record a no')])
        boxes.push((await one.boundingBox())!);
      const middles = boxes.map(({ y, height }) => y + height / 2);
      expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4);
      for (const [index, { x, width: own, height }] of boxes.entries()) {
        expect(x).toBeGreaterThanOrEqual(index === 0 ? 0 : boxes[index - 1]!.x + boxes[index - 1]!.width);
        expect(x + own).toBeLessThanOrEqual(width);
        expect(height).toBeGreaterThanOrEqual(44);
      }
      await reader.leave();
    },
  );
});
