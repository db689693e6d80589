/** The forms of the settings, and what is refused of each; the others stand in opened.spec.ts. */
import type { Page } from 'playwright-core';

export interface Opened {
  path: string;
  open(page: Page): Promise<unknown>;
}

export interface Refused extends Opened {
  /** What the API is asked that it refuses. */
  ask(page: Page): Promise<unknown>;
  says: string;
}

export const verb = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first();
export const NOTHING = () => Promise.resolve();

export const SETTINGS_FORMS: Record<string, Refused> = {
  'settings/you/who-form.tsx': {
    path: '/settings',
    open: NOTHING,
    ask: async (page) => {
      await page.getByLabel('Your time zone').fill('Europe/Nowhere');
      await verb(page, 'Keep').click();
    },
    says: 'must be an IANA time zone',
  },
  'settings/letters/window-form.tsx': {
    path: '/settings/letters',
    open: NOTHING,
    ask: async (page) => {
      await page.getByLabel('Not before').fill('11:00');
      await page.getByLabel('And before').fill('09:00');
      await page.getByRole('main').getByRole('button', { name: 'Keep' }).last().click();
    },
    says: 'must be later than the start of the window',
  },
  'settings/cadences/cadence-form.tsx': {
    path: '/settings/cadences',
    open: NOTHING,
    ask: async (page) => {
      await page.getByLabel('Between two letters to one person', { exact: true }).fill('99');
      await page.getByLabel('Between two letters to one person: unit').selectOption('years');
      await verb(page, 'Keep: How letters go').click();
    },
    says: 'At most ten years.',
  },
  'settings/webhooks/endpoint-form.tsx': {
    path: '/settings/webhooks?making=true',
    open: NOTHING,
    ask: async (page) => {
      await page.getByLabel('Its address').fill('ftp://example.com/hook');
      await verb(page, 'Add it').click();
    },
    says: 'http',
  },
};
