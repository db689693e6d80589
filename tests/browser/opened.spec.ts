import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { TEST_TOKEN } from '../support/applications.process.js';
import { House } from '../support/house.js';
import { FORMS_OF_PEOPLE, OPENED_OF_PEOPLE } from '../support/opened-people.js';
import { FORMS_OF_ROOMS, OPENED_OF_ROOMS, refuse } from '../support/opened-rooms.js';
import { hasBrowser, launch, Reader } from '../support/reader.js';
import { NOTHING, type Opened, type Refused, SETTINGS_FORMS, verb } from '../support/settings-forms.js';

jest.setTimeout(120_000);

/** Runs in the page, as another tab would. */
const OVERTAKE = `fetch('/api/v1' + location.pathname, {
  method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ subject: 'From another tab' }) })`;

const group = (page: Page) => page.getByRole('main').getByRole('group').last().waitFor();
const sheet = (page: Page) => page.getByRole('dialog', { name: 'They said no' });

/** Whatever opens in the place of verbs or over a screen, by the file that opens it. */
const OPENED: Record<string, Opened> = {
  ...OPENED_OF_PEOPLE,
  ...OPENED_OF_ROOMS,
  'shell/frame.tsx fetchNo': {
    path: '/',
    open: async (page) => {
      await page.getByRole('banner').getByRole('link', { name: 'Record a no' }).click();
      await sheet(page).getByRole('button', { name: 'Add a new one' }).click();
      await sheet(page).getByLabel('Company').waitFor();
    },
  },
  'shell/frame.tsx fetchKeys': {
    path: '/',
    open: async (page) => {
      await page.getByRole('banner').getByRole('link', { name: 'Keyboard' }).click();
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    },
  },
  'follow-up/step-verbs.tsx Later': {
    path: '/follow-ups/:letter',
    open: async (page) => {
      await verb(page, 'Another day').click();
      await page.getByLabel('Another day').waitFor();
    },
  },
  'follow-up/step-verbs.tsx Asks': {
    path: '/follow-ups/:letter',
    open: async (page) => {
      await verb(page, 'Send now').click();
      await group(page);
    },
  },
  'letter/the-letter.tsx WordsForm': {
    path: '/follow-ups/:letter',
    open: async (page) => {
      await verb(page, 'Edit').click();
      await page.getByLabel('Subject').waitFor();
    },
  },
  'letter/words-form.tsx Overtaken': {
    path: '/follow-ups/:letter',
    open: async (page) => {
      await verb(page, 'Edit').click();
      await page.getByRole('textbox', { name: 'The letter' }).fill('Dear Mirko, in my own words.');
      await page.evaluate(OVERTAKE);
      await verb(page, 'Keep these words').click();
      await page.getByRole('region', { name: 'Their words' }).waitFor();
    },
  },
  'application/moves.tsx InterviewWhen': {
    path: '/applications/:open',
    open: async (page) => {
      await verb(page, 'Move on: an interview').click();
      await page.getByLabel('When you talk').waitFor();
    },
  },
  'application/moves.tsx Before': {
    path: '/applications/:open',
    open: async (page) => {
      await verb(page, 'Other steps').click();
      await verb(page, 'I withdraw').click();
      await page.getByRole('group', { name: /cannot be taken back/ }).waitFor();
    },
  },
  'application/removal.tsx Before': {
    path: '/applications/:rejected',
    open: async (page) => {
      await verb(page, 'Remove this application').click();
      await page.getByRole('group', { name: /stop/ }).waitFor();
    },
  },
  'settings/you/looking-choice.tsx Before': {
    path: '/settings',
    open: async (page) => {
      const notices = [{ code: 'not_looking', facts: {}, text: 'Letters wait.' }];
      const foretold = { starts: [], stops: [], moves: [], notices };
      await page.route(/settings\?dryRun=true/, (route) => route.fulfill({ json: foretold }));
      await verb(page, 'I am not looking now').click();
      await group(page);
      await page.unrouteAll();
    },
  },
  'contact/reach.tsx Before': {
    path: '/applications/:rejected',
    open: async (page) => {
      await verb(page, 'Do not write to them').click();
      await page.getByRole('group', { name: /stop/ }).waitFor();
    },
  },
};

/** Each form and what is refused of it, by its file. */
const FORMS: Record<string, Refused> = {
  ...FORMS_OF_PEOPLE,
  ...FORMS_OF_ROOMS,
  'rejection/rejection.sheet.tsx': {
    ...OPENED['shell/frame.tsx fetchNo']!,
    ask: async (page) => {
      await sheet(page).getByLabel('Company').fill('Tailspin');
      await sheet(page).getByLabel('Job').fill('Engineer');
      await sheet(page).getByLabel('Who it was').fill('Ana Lima');
      await sheet(page).getByLabel('Their address').fill('ana at tailspin');
      await sheet(page).getByRole('button', { name: 'Record it' }).click();
    },
    says: 'must be one e-mail address',
  },
  'letter/words-form.tsx': {
    ...OPENED['letter/the-letter.tsx WordsForm']!,
    ask: async (page) => {
      await page.getByLabel('Subject').fill('   ');
      await verb(page, 'Keep these words').click();
    },
    says: 'Something has to stand here.',
  },
  'follow-up/which-day.tsx': {
    ...OPENED['follow-up/step-verbs.tsx Later']!,
    ask: async (page) => {
      await refuse(page, /\/snooze$/, { pointer: '/until', detail: 'lies too far ahead', code: 'too_far' });
      await verb(page, 'In a month').click();
    },
    says: 'lies too far ahead',
  },
  'application/interview-when.tsx': {
    ...OPENED['application/moves.tsx InterviewWhen']!,
    ask: async (page) => {
      await refuse(page, /\/stage/, { pointer: '/scheduledAt', detail: 'lies too far ahead', code: 'too_far' });
      await page.getByLabel('When you talk').fill('2099-01-01T10:00');
      await verb(page, 'Note it').click();
    },
    says: 'lies too far ahead',
  },
  'first-run/first-run.screen.tsx': {
    path: '/welcome',
    open: NOTHING,
    ask: async (page) => {
      await page.getByLabel('Your e-mail address').fill('olena at home');
      await verb(page, 'To today').click();
    },
    says: 'must be one e-mail address',
  },
  ...SETTINGS_FORMS,
  'sign-in/sign-in.screen.tsx': {
    path: '/sign-in',
    open: NOTHING,
    ask: async (page) => {
      await page.getByLabel('Or a token').fill('rkd_of_nobody');
      await verb(page, 'Sign in').click();
    },
    says: 'token',
  },
};

const WEB = 'apps/web/src';
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
const withTag = (tags: RegExp) =>
  files.flatMap((name) =>
    [...readFileSync(join(WEB, name), 'utf8').matchAll(tags)].map(([, tag]) => [name, tag] as const),
  );

it('whatever opens has its entry here, and so has each form', () => {
  const opens = withTag(
    /(?:<Over\s[^>]*fetch=\{|<)(fetch\w+|Before|Asks|Later|InterviewWhen|Overtaken|WordsForm|MergeSheet|NoteTouch|EditPerson|AddPerson)\b/g,
  );
  expect(new Set(Object.keys(OPENED))).toEqual(new Set(opens.map((one) => one.join(' '))));
  // A sheet, a group in the place of verbs: by whom they are opened stands above.
  const made = [...withTag(/<(Sheet)\b/g), ...withTag(/(role="group" aria-label)ledby/g)].map(([name]) => name);
  expect(new Set(made)).toEqual(
    new Set([
      'adding/add.sheet.tsx',
      'rejection/rejection.sheet.tsx',
      'contact/merge.sheet.tsx',
      'contact/person/note-touch.tsx',
      'shell/keys/keys.sheet.tsx',
      'follow-up/before.tsx',
      'follow-up/asks.tsx',
    ]),
  );
  expect(new Set(Object.keys(FORMS))).toEqual(new Set(withTag(/<(form)\b/g).map(([name]) => name)));
});

(hasBrowser ? describe : describe.skip)('what opens', () => {
  let house: House;
  let browser: Browser;
  let reader: Reader;
  const ids: Record<string, string> = {};
  const addressed = (path: string) => path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name]!);

  beforeAll(async () => {
    house = await House.open();
    await house.api.expect('PATCH', '/settings', {
      approval: 'review',
      timezone: 'Europe/Kyiv',
      feedbackRequest: { delay: 'PT48H' },
    });
    const contact = { name: 'Mirko Hale', email: 'mirko@contoso.example', timezone: 'Europe/Prague' };
    const rejected = await house.apply({ companyName: 'Contoso', title: 'Engineer', stage: 'interview', contact });
    await house.api.expect('POST', `/applications/${rejected.id}/rejection`, {});
    const approved = await house.apply({
      companyName: 'Proseware',
      title: 'Engineer',
      stage: 'interview',
      contact: { ...contact, name: 'Lucia Ferri', email: 'lucia@proseware.example' },
    });
    await house.api.expect('POST', `/applications/${approved.id}/rejection`, {});
    const { id: waiting } = await house.followUp(approved.id, 'feedback_request', 'draft');
    await house.api.expect('POST', `/follow-ups/${waiting}/approve`);
    const open = await house.apply({ companyName: 'Fabrikam', title: 'Engineer', stage: 'screening' });
    const letter = await house.followUp(rejected.id, 'feedback_request', 'draft');
    await house.api.expect('POST', '/contacts', { name: 'Olha Kravets', email: 'olha@contoso.example' });
    Object.assign(ids, { rejected: rejected.id, open: open.id, letter: letter.id, person: rejected.contactId! });
    browser = await launch();
    reader = await (await Reader.come(browser, house.api.url)).signIn(TEST_TOKEN);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it.each(Object.keys(OPENED))('%s stands in nobody’s way', async (name) => {
    const { path, open } = OPENED[name]!;
    await reader.open(addressed(path));
    await open(reader.page);
    expect(await reader.inTheWay(/ 412 /)).toEqual([]);
    await forget();
  });

  it.each(Object.keys(FORMS))('%s says what is refused where it is typed', async (name) => {
    const { path, open, ask, says } = FORMS[name]!;
    await reader.open(addressed(path));
    await open(reader.page);
    await ask(reader.page);
    await reader.page.getByText(says).last().waitFor();
    expect(await reader.inTheWay(/ (401|422) /)).toEqual([]);
    await reader.page.unrouteAll();
    await forget();
  });

  /** What was typed is kept for this tab alone. */
  const forget = () => reader.page.evaluate('sessionStorage.clear()');
});
