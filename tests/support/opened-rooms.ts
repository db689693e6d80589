/** What opens over any screen, on the board, in the plan and on the radar, by the file that opens it. */
import type { Page } from 'playwright-core';
import { NOTHING, type Opened, type Refused, verb } from './settings-forms.js';

/** Runs in the page. */
const noLettersUntil = (at: string | null) => `fetch('/api/v1/settings', {
  method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '${JSON.stringify({ noLettersUntil: at })}' })`;

export const OPENED_OF_ROOMS: Record<string, Opened> = {
  'shell/frame.tsx fetchAdd': {
    path: '/',
    open: async (page) => {
      await page.keyboard.press('c');
      await page.getByRole('dialog', { name: 'Add an application' }).getByLabel('Company').waitFor();
    },
  },
  'shell/frame.tsx fetchPalette': {
    path: '/',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Go, find or do' }).fill('e');
      await page.getByRole('option').nth(2).waitFor();
    },
  },
  'application/board/say.tsx Before': {
    path: '/applications?view=board',
    open: async (page) => {
      await verb(page, 'Stage: Engineer at Fabrikam').click();
      await page.getByRole('menuitem', { name: 'I withdraw' }).click();
      await page.getByRole('group', { name: /cannot be taken back/ }).waitFor();
    },
  },
  'follow-up/pause/pause.tsx Before': {
    path: '/plan',
    open: async (page) => {
      await verb(page, 'No letters until…').click();
      await verb(page, /^In a week/).click();
      await page.getByRole('button', { name: /^No letters until \w+ \d/ }).waitFor();
    },
  },
  'follow-up/pause/pause-line.tsx Before': {
    path: '/plan',
    open: async (page) => {
      await page.evaluate(noLettersUntil(new Date(Date.now() + 864_000_000).toISOString()));
      await page.reload();
      await page.getByText('Held: no letters go').waitFor();
      await verb(page, 'Letters may go again').click();
      await page.getByRole('group', { name: /^One letter / }).waitFor();
      await page.evaluate(noLettersUntil(null));
    },
  },
};

export const refuse = (page: Page, asked: RegExp, error: object) =>
  page.route(asked, (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        status: 422,
        title: 'Refused',
        code: 'invalid_body',
        detail: 'Refused.',
        errors: [error],
      }),
    }),
  );

export const FORMS_OF_ROOMS: Record<string, Refused> = {
  'adding/add.sheet.tsx': {
    ...OPENED_OF_ROOMS['shell/frame.tsx fetchAdd']!,
    ask: async (page) => {
      await page.getByLabel('Company').fill('Tailspin');
      await page.getByLabel('Job', { exact: true }).fill('Engineer');
      await page.getByLabel('A person there').fill('Ana Lima');
      await page.getByLabel('Their address').fill('ana at tailspin');
      await page.getByRole('button', { name: 'Record it' }).click();
    },
    says: 'must be one e-mail address',
  },
  'radar/watch-board.tsx': {
    path: '/radar',
    open: NOTHING,
    ask: async (page) => {
      await page.getByLabel('The address of a careers page or a posting').fill('careers at acme');
      await verb(page, 'Watch it').click();
    },
    says: 'This is no address of a page',
  },
};
