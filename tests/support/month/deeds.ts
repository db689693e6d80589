/** What somebody does in the month, by whichever hand is given. */
import type { Locator, Page } from 'playwright-core';
import { type Hand, HANDS } from '../hand.js';
import { daysAgo, localTime } from './history.js';

export const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
export const main = (page: Page) => page.getByRole('main');
export const verb = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name });
export const says = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor();

export interface Hands {
  mouse: Hand;
  keys: Hand;
}

export const handsOn = (page: Page): Hands => ({ mouse: HANDS[0]!.holds(page), keys: HANDS[1]!.holds(page) });

interface Added {
  /** Of a posting whose page fills the form. */
  url?: string;
  companyName: string;
  title: string;
  /** When it was applied for; undefined: now. */
  days?: number;
  isKept?: boolean;
  contact?: { name: string; email: string };
}

/** In the sheet, which is open; answers the id of what was recorded. */
export async function add(page: Page, hand: Hand, added: Added): Promise<string> {
  const { url, companyName, title, days, isKept = false, contact } = added;
  const sheet = dialog(page, 'Add an application');
  if (url !== undefined) {
    await hand.type(sheet.getByLabel('The job’s address'), url);
    await sheet.getByLabel('Job · from the page').waitFor();
  }
  await hand.type(sheet.getByLabel(/^Company/), companyName);
  await hand.type(sheet.getByLabel(/^Job( ·|$)/), title);
  if (isKept) await hand.choose(sheet.getByRole('group', { name: 'How far it is' }), 'Kept for later');
  if (days !== undefined) await sheet.getByLabel('Applied when').fill(localTime(daysAgo(days)));
  if (contact) {
    await hand.type(sheet.getByLabel('A person there'), contact.name);
    await hand.type(sheet.getByLabel('Their address'), contact.email);
  }
  await hand.press(sheet.getByRole('button', { name: 'Record it' }));
  await says(page, 'Recorded.');
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

interface No {
  words: string;
  reason?: string;
  /** When it came, in days; undefined: now. */
  days?: number;
}

/** In the sheet, which knows which application it is about. */
export async function sayNo(page: Page, hand: Hand, { words, reason, days }: No): Promise<void> {
  const sheet = dialog(page, 'They said no');
  await hand.type(sheet.getByLabel('Their words'), words);
  if (days !== undefined) await sheet.getByLabel('When it came').fill(localTime(daysAgo(days)));
  if (reason !== undefined) await sheet.getByLabel('Their reason').selectOption(reason);
  await hand.press(sheet.getByRole('button', { name: 'Record it' }));
  await sheet.waitFor({ state: 'detached' });
  await main(page)
    .getByRole('heading', { level: 1, name: /said no|hears from you|waits for your yes/ })
    .waitFor();
}

/** From wherever one is: the key, the words of the job, and Enter. */
export async function noByKeys(page: Page, hand: Hand, job: string, words: string): Promise<void> {
  await page.keyboard.press('n');
  const which = dialog(page, 'They said no').getByLabel('Which application');
  await which.waitFor();
  await hand.type(which, job);
  await page.getByRole('option', { name: new RegExp(job, 'i') }).waitFor();
  await page.keyboard.press('Enter');
  await sayNo(page, hand, { words });
}

/** By the keys of the row that has the focus. */
export async function focusRow(row: Locator): Promise<void> {
  await row.getByRole('link').first().focus();
}
