/** What opens on the pages of people, by the file that opens it. */
import type { Page } from 'playwright-core';

const press = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();

export const OPENED_OF_PEOPLE = {
  'contact/person/person.screen.tsx MergeSheet': {
    path: '/people/:person',
    open: async (page: Page) => {
      await page.getByRole('link', { name: 'Two entries of one person' }).click();
      const sheet = page.getByRole('dialog', { name: 'Two entries of one person' });
      await sheet.getByLabel('The other entry').fill('Olha');
      await page.getByRole('option', { name: /Olha/ }).click();
      await sheet.getByText(/go over to Mirko Hale/).waitFor();
    },
  },
  'contact/person/touch-verb.tsx NoteTouch': {
    path: '/people/:person',
    open: async (page: Page) => {
      await press(page, 'Note a word with them');
      await page.getByRole('button', { name: 'They wrote' }).waitFor();
    },
  },
  'contact/person/known.tsx EditPerson': {
    path: '/people/:person',
    open: async (page: Page) => {
      await press(page, 'Change');
      await page.getByLabel('Notes, for yourself').waitFor();
    },
  },
  'contact/people/people.screen.tsx AddPerson': {
    path: '/people',
    open: async (page: Page) => {
      await press(page, 'Add somebody');
      await page.getByLabel('Notes, for yourself').waitFor();
    },
  },
};

export const FORMS_OF_PEOPLE = {
  'contact/person/person-form.tsx': {
    ...OPENED_OF_PEOPLE['contact/people/people.screen.tsx AddPerson'],
    ask: async (page: Page) => {
      await page.getByLabel('Name', { exact: true }).fill('Olha Kravets');
      await page.getByLabel('Time zone').fill('Europe/Nowhere');
      await press(page, 'Add them');
    },
    says: 'must be an IANA time zone',
  },
};
