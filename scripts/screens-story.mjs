/** What the pictures show: some weeks of somebody invented, recorded as a program would. */
const DAY = 86_400_000;
const ago = (days, hour = 9) => new Date(new Date(Date.now() - days * DAY).setUTCHours(hour, 12, 0, 0)).toISOString();

const DANA = { name: 'Dana Ito', email: 'dana@northwind.example', timezone: 'Europe/Berlin', country: 'DE' };
const MIRKO = { name: 'Mirko Hale', email: 'mirko@contoso.example', timezone: 'Europe/Prague', country: 'CZ' };
const SAM = { name: 'Sam Okafor', email: 'sam@adventure.example', timezone: 'America/New_York', country: 'US' };
const ANA = { name: 'Ana Lima', email: 'ana@fabrikam.example', timezone: 'Europe/Lisbon', country: 'PT' };
const JON = { name: 'Jon Berg', email: 'jon@worldwide.example', timezone: 'Europe/Oslo', country: 'NO' };
const PIA = { name: 'Pia Sund', email: 'pia@litware.example', timezone: 'Europe/Stockholm', country: 'SE' };

const AT_ONCE = {
  approval: 'auto',
  feedbackRequest: { delay: 'PT0S' },
  sendingWindow: {
    days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    from: '00:00',
    to: '24:00',
    skipHolidays: false,
  },
};
const CALM = {
  approval: 'review',
  feedbackRequest: { delay: 'P1D' },
  sendingWindow: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '11:30', skipHolidays: true },
};

/** Whether they wrote decides which. */
const FIRST_LETTERS = ['feedback_request', 'thank_you'];

/** `until(look)` waits for what the worker does. Answers where each kind of page is. */
export async function tell({ call, until }) {
  const apply = (companyName, title, more) => call('POST', '/applications', { companyName, title, ...more });
  const stepOf = (id, state, ...kinds) =>
    until(async () => {
      const { steps } = await call('GET', `/applications/${id}/plan`);
      return steps.find((step) => step.state === state && kinds.includes(step.kind));
    });

  const earlier = await apply('Litware', 'Platform Engineer', { stage: 'screening', appliedAt: ago(75), contact: PIA });
  await call('POST', `/applications/${earlier.id}/rejection`, {
    receivedAt: ago(52),
    reason: { words: 'The position was filled from within.', category: 'position_closed' },
  });
  await call('PUT', `/applications/${earlier.id}/reflection`, {
    asked: 'How I would move a service without a night off.',
    answered: 'With two versions side by side.',
    wouldChange: 'Begin with what went wrong the last time.',
    suits: {
      people: { side: 'right', note: 'Calm, and curious' },
      room: { side: 'not_right', note: 'Everybody in one hall' },
    },
    isMine: { role: 'yes', field: 'yes' },
    lookedBack: true,
  });
  await call('PATCH', '/settings', { timezone: 'Europe/Kyiv', ...AT_ONCE });
  const written = await apply('Wide World Importers', 'Site Reliability Engineer', {
    stage: 'interview',
    appliedAt: ago(60),
    contact: JON,
    url: 'https://jobs.worldwide.example/sre',
  });
  await call('POST', `/applications/${written.id}/rejection`, {
    receivedAt: ago(13),
    reason: { words: 'We decided for somebody who is on the spot. We would gladly talk again.' },
  });
  await stepOf(written.id, 'sent', ...FIRST_LETTERS);
  await call('PATCH', '/settings', CALM);
  for (const status of ['closed', 'open']) {
    await call('POST', `/vacancies/${written.vacancyId}/observations`, { status });
  }

  const said = await apply('Northwind Energy', 'Backend Engineer', {
    stage: 'interview',
    appliedAt: ago(30),
    contact: DANA,
    requirements: 'Five years of a typed language.\nPostgres beyond the first index.\nOn call one week in six.',
    location: 'Berlin',
    url: 'https://jobs.northwind.example/backend',
  });
  await call('POST', `/contacts/${said.contactId}/touches`, { kind: 'call', direction: 'in', at: ago(9, 14) });
  await call('POST', `/applications/${said.id}/rejection`, {
    receivedAt: ago(1, 15),
    reason: {
      words: 'It was close. We went with somebody who has run a migration of this size before.',
      category: 'experience',
    },
  });
  const letter = await stepOf(said.id, 'draft', ...FIRST_LETTERS);

  const open = await apply('Contoso', 'Data Engineer', { stage: 'interview', appliedAt: ago(12), contact: MIRKO });
  const talk = await apply('Fabrikam', 'Platform Engineer', { stage: 'screening', appliedAt: ago(10), contact: ANA });
  const tomorrow = new Date(new Date(Date.now() + DAY).setUTCHours(9, 0, 0, 0)).toISOString();
  await call('POST', `/applications/${talk.id}/stage`, { stage: 'interview', scheduledAt: tomorrow });
  await apply('Adventure Works', 'Staff Engineer', { stage: 'screening', appliedAt: ago(8), contact: SAM });
  await apply('Tailspin', 'Backend Engineer', { stage: 'applied', appliedAt: ago(3) });
  await apply('Litware', 'Engineer, Payments', { stage: 'applied', appliedAt: ago(2) });
  const reminder = await until(async () => {
    const { data } = await call('GET', '/follow-ups?kind=reopened&state=sent');
    return data[0];
  });
  await stepOf(written.id, 'draft', 'reopened_outreach');
  const mail = await until(async () => (await call('GET', '/captured-mail')).data?.[0]);
  return {
    today: '/',
    applications: '/applications',
    board: '/applications?view=board',
    add: '/?add=https://jobs.northwind.example/data',
    import: '/import',
    people: '/people',
    person: `/people/${said.contactId}`,
    plan: '/plan',
    radar: '/radar',
    'look-back': '/look-back',
    reflection: `/applications/${said.id}/look-back`,
    pattern: '/look-back/pattern',
    application: `/applications/${said.id}`,
    open: `/applications/${open.id}`,
    no: `/applications/${open.id}?no=${open.id}`,
    letter: `/follow-ups/${letter.id}`,
    reminder: `/follow-ups/${reminder.id}`,
    'captured-mail': '/captured-mail',
    mail: `/captured-mail/${mail.id}`,
    settings: '/settings',
    letters: '/settings/letters',
    cadences: '/settings/cadences',
    webhooks: '/settings/webhooks',
    removed: '/settings/removed',
    installation: '/settings/installation',
    keys: '/?keys=true',
    welcome: '/welcome',
  };
}
