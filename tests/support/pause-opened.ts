/** How what lets no letters go is opened, and what lets them go again. */
import type { Page } from 'playwright-core';

/** Runs in the page. */
const noLettersUntil = (at: string | null) => `fetch('/api/v1/settings', {
  method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '${JSON.stringify({ noLettersUntil: at })}' })`;

const verb = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first();

/** By the file that opens it. */
export const PAUSE_OPENED = {
  'follow-up/pause/pause.tsx Before': {
    path: '/plan',
    open: async (page: Page) => {
      await verb(page, 'No letters until…').click();
      await verb(page, /^In a week/).click();
      await page.getByRole('button', { name: /^No letters until \w+ \d/ }).waitFor();
    },
  },
  'follow-up/pause/pause-line.tsx Before': {
    path: '/plan',
    open: async (page: Page) => {
      await page.evaluate(noLettersUntil(new Date(Date.now() + 864_000_000).toISOString()));
      await page.reload();
      await page.getByText('Held: no letters go').waitFor();
      await verb(page, 'Letters may go again').click();
      await page.getByRole('group', { name: /^One letter / }).waitFor();
      await page.evaluate(noLettersUntil(null));
    },
  },
};
