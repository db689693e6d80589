/** How somebody works a page: with a mouse, with the keyboard alone, with a thumb. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';

export interface Hand {
  press(where: Locator): Promise<void>;
  /** In place of what stands there. */
  type(where: Locator, text: string): Promise<void>;
  /** One of several. */
  choose(among: Locator, name: string): Promise<void>;
}

type Holds = (page: Page) => Hand;

const mouse: Holds = () => ({
  press: (where) => where.click(),
  type: (where, text) => where.fill(text),
  choose: (among, name) => among.getByText(name, { exact: true }).click(),
});

const thumb: Holds = () => ({
  press: (where) => where.tap(),
  type: async (where, text) => {
    await where.tap();
    await where.fill(text);
  },
  choose: (among, name) => among.getByText(name, { exact: true }).tap(),
});

/** No page has more places for the focus than this. */
const PLACES = 150;

const keyboard: Holds = (page) => {
  const keys = page.keyboard;
  const isThere = (where: Locator) => where.evaluate((element) => element === element.ownerDocument.activeElement);
  const goTo = async (where: Locator) => {
    await where.waitFor();
    for (let place = 0; place < PLACES; place += 1) {
      if (await isThere(where)) return;
      await keys.press('Tab');
    }
    throw new Error(`The focus never comes to ${String(where)}`);
  };
  return {
    press: async (where) => {
      // As a mouse waits for it; what is off keeps the focus.
      await where.and(page.locator(':not([aria-disabled])')).waitFor();
      await goTo(where);
      await keys.press('Enter');
    },
    type: async (where, text) => {
      await goTo(where);
      await keys.press('ControlOrMeta+a');
      await keys.insertText(text);
    },
    choose: async (among, name) => {
      const ways = among.getByRole('radio');
      const wanted = among.getByRole('radio', { name, exact: true });
      const chosen = among.locator('input:checked');
      await goTo((await chosen.count()) > 0 ? chosen : ways.first());
      await keys.press('Space');
      for (let way = await ways.count(); way > 0 && !(await wanted.isChecked()); way -= 1)
        await keys.press('ArrowRight');
    },
  };
};

export const HANDS: { name: string; holds: Holds; options: BrowserContextOptions }[] = [
  { name: 'with a mouse, at 1280 pixels', holds: mouse, options: {} },
  { name: 'by keyboard alone, at 1280 pixels', holds: keyboard, options: {} },
  {
    name: 'by touch, at 360 pixels',
    holds: thumb,
    options: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  },
];
