/** What is measured: each screen, and what is done on them most. */

const DRAWN = { selector: 'main [role=img][aria-label^="The plan, drawn"]' };
const SHEET = { selector: '[role=dialog]', text: 'They said no' };
const LETTER = { selector: 'main article', text: 'Kind regards' };
const row = (text) => ({ selector: 'main li', text });
const said = (text) => ({ selector: 'main [role=status]', text });

/** By name: where the n-th one is, and what stands there. */
export const screensOf = ({ rejected, drafts, reminders, boards, people }) => [
  ['Today', () => ['/', row('Feedback request to')]],
  ['Applications', () => ['/applications', row('Engineer')]],
  ['Board', () => ['/applications?view=board', row('Engineer')]],
  ['An application', (n) => [`/applications/${rejected[n]}`, DRAWN, row('They said no')]],
  ['A letter', (n) => [`/follow-ups/${drafts[n]}`, LETTER]],
  ['A reminder', (n) => [`/follow-ups/${reminders[n]}`, { selector: 'main', text: 'What was said' }]],
  ['People', () => ['/people', row('Contact')]],
  ['A person', (n) => [`/people/${people[n]}`, row('They wrote')]],
  ['Plan', () => ['/plan', row('Feedback request to')]],
  ['Looking back on one', (n) => [`/applications/${rejected[n]}/look-back`, { selector: 'main form, main textarea' }]],
  ['Look back', () => ['/look-back', row('Engineer'), { selector: 'main table' }]],
  ['Pattern', () => ['/look-back/pattern', { selector: 'main h1' }]],
  ['Radar', () => ['/radar', row('Engineer')]],
  ['A board', (n) => [`/radar/boards/${boards[n]}`, row('Role')]],
  ['Captured mail', () => ['/captured-mail', row('Mail ')]],
  ['Settings', () => ['/settings', { selector: 'main form' }]],
  ['Cadences', () => ['/settings/cadences', { selector: 'main form' }]],
  ['Removed', () => ['/settings/removed', { selector: 'main nav' }]],
];

const palette = (page) => page.getByRole('combobox', { name: 'Go, find or do' });
const press = (name) => (page) => page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
const sheetOf = (page) => page.getByRole('dialog', { name: 'They said no' });

/** Where the n-th begins, and what is done from there, one after the other: its name, how, and what it brings. */
export const deedsOf = ({ rejected, waiting, drafts, open, people }) => [
  [
    () => ['/applications?view=board', row('Engineer')],
    ['Open the palette', (page) => page.keyboard.press('Control+k'), { selector: '[role=dialog] [role=option]' }],
    [
      'Find in the palette',
      (page, n) => palette(page).pressSequentially(`contact ${1000 + n}`),
      (n) => ({ selector: '[role=option]', text: `Contact ${1000 + n}` }),
    ],
  ],
  [
    () => ['/people', row('Contact')],
    [
      'Find a person',
      (page, n) => page.getByLabel('Find by name, address or company').pressSequentially(`firm ${1000 + n}`),
      (n) => row(`Firm ${1000 + n}`),
    ],
  ],
  [
    (n) => [`/people/${people[n]}`, row('They wrote')],
    ['Note a word with them', press('Note a word with them'), { selector: 'main [role=group]', text: 'They wrote' }],
    ['They wrote', press('They wrote'), said('Noted.')],
    ['Take it back', press('Undo'), said('Taken back.')],
  ],
  [
    (n) => [`/applications/${rejected[n]}/look-back`, { selector: 'main textarea' }],
    [
      'Look back, as one types',
      (page, n) => page.getByLabel('What I was asked').pressSequentially(`Once more, ${n}`),
      { selector: 'main', text: 'Saved' },
    ],
  ],
  [
    () => ['/applications?stage=rejected', row('Engineer')],
    ['Open an application from the list', (page, n) => page.locator('main li h2 a').nth(n).click(), DRAWN],
  ],
  [
    () => ['/applications', row('Engineer')],
    ['Next page of the list', press('Show more'), { selector: 'main li', more: 50 }],
    [
      'Type a filter',
      (page, n) => page.getByLabel('Find by company, title or person').pressSequentially(`firm ${1000 + n}`),
      { selector: 'h1', text: 'One matches' },
    ],
  ],
  [
    (n) => [`/follow-ups/${waiting[n]}`, LETTER],
    ['Hold', press('Hold'), said('Held.')],
    ['Resume', press('Undo'), said('It goes on.')],
    [
      'Another day: in a week',
      async (page) => {
        await press('Another day')(page);
        await press('In a week')(page);
      },
      { selector: 'main form[aria-label="Which other day"]', without: true },
    ],
  ],
  [
    (n) => [`/follow-ups/${drafts[n]}`, LETTER],
    ['Approve', press('Approve'), said('Approved: it goes by itself.')],
    ['Undo', press('Undo'), { selector: 'h1', text: 'Once you approve it' }],
    [
      'Edit a letter and keep it',
      async (page, n) => {
        await press('Edit')(page);
        await page.getByRole('textbox', { name: 'The letter' }).fill(`In my own words, for the ${n}th time.`);
        await press('Keep these words')(page);
      },
      { selector: 'main article', text: 'In my own words' },
    ],
  ],
  [(n) => [`/applications/${rejected[n]}`, DRAWN], ['Open They said no', (page) => page.keyboard.press('n'), SHEET]],
  [
    (n) => [`/applications/${open[n]}`, { selector: 'main a', text: 'Record a no' }],
    [
      'They said no, to the drawn plan',
      async (page) => {
        await page.getByRole('main').getByRole('link', { name: 'Record a no' }).click();
        await sheetOf(page).getByLabel('Their words').fill('Thank you. We went another way.');
        await sheetOf(page).getByRole('region', { name: 'What follows' }).getByText('a letter to').first().waitFor();
        await sheetOf(page).getByRole('button', { name: 'Record it' }).click();
      },
      DRAWN,
    ],
  ],
];
