/** What was there before the month's deeds: a file of applications, and those that came with somebody. All of it invented. */
const DAY = 86_400_000;

export const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY);

/** `2026-12-01T10:14`, as a form of the account's zone takes it. */
export const localTime = (at: Date, timeZone = 'Europe/Kyiv'): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at).replace(' ', 'T');

const FILED = [
  'Ashgrove,Data Engineer',
  'Belmont,Backend Engineer',
  'Corwen,Backend Engineer',
  'Dunmore,Systems Analyst',
  'Elmsworth,Database Administrator',
  'Farleigh,Cloud Engineer',
  'Garnock,Network Engineer',
  'Halden,Security Engineer',
  'Ivorne,Web Developer',
  'Jessop,Python Developer',
  'Kirkby,Java Developer',
  'Lomond,Platform Engineer',
  'Merrow,Solutions Architect',
  'Norbury,Test Engineer',
  'Oakhurst,Research Engineer',
  'Pelham,Integration Engineer',
  'Quarley,Payments Engineer',
  'Ravel,Search Engineer',
  'Selkirk,Graphics Engineer',
  'Thornby,Firmware Engineer',
  'Uldale,Robotics Engineer',
  'Verwood,Machine Learning Engineer',
  'Wexcombe,Tools Engineer',
  'Yarrow,Support Engineer',
  'Zennor,Infrastructure Engineer',
  'Ashgrove,Analytics Engineer',
];

/** As LinkedIn exports it, a day for each of the last weeks. */
export function exported(): { name: string; mimeType: string; buffer: Buffer } {
  const moment = new Intl.DateTimeFormat('en-US', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Kyiv' });
  const rows = FILED.map((row, place) => {
    const at = moment.format(daysAgo(29 - place)).replaceAll(/\s/g, ' ');
    return `"${at}",${row},https://www.linkedin.com/jobs/view/${4_000_001 + place}`;
  });
  const text = ['Application Date,Company Name,Job Title,Job Url', ...rows].join('\n');
  return { name: 'applied.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}
export const FILED_COUNT = FILED.length;

interface Somebody {
  name: string;
  email: string;
  role: string;
  timezone: string;
  companyName?: string;
}

const mara: Somebody = {
  name: 'Mara Quill',
  email: 'mara@brightpath.example',
  role: 'agency_recruiter',
  companyName: 'Brightpath',
  timezone: 'Europe/Dublin',
};
const jonas = { name: 'Jonas Weld', email: 'jonas@harrow.example', role: 'recruiter', timezone: 'Europe/Berlin' };
const at = (name: string, company: string, role = 'recruiter') => ({
  name,
  email: `${name.split(' ')[0]!.toLowerCase()}@${company.toLowerCase()}.example`,
  role,
  timezone: 'Europe/Prague',
});

const applied = (companyName: string, title: string, stage: string, days: number, contact: Somebody, url?: string) => ({
  companyName,
  title,
  stage,
  appliedAt: daysAgo(days).toISOString(),
  contact,
  ...(url !== undefined && { url }),
});

export const WITH_SOMEBODY = [
  applied('Harrow', 'Backend Engineer', 'interview', 27, jonas),
  applied('Harrow', 'Platform Engineer', 'applied', 9, jonas),
  applied('Calder', 'Data Engineer', 'screening', 24, at('Noor Haddad', 'Calder')),
  applied(
    'Fenwick',
    'Analyst',
    'applied',
    15,
    { ...at('N. Haddad', 'Fenwick'), email: 'noor.haddad@home.example' },
    'https://job-boards.greenhouse.io/tern/jobs/88',
  ),
  applied('Ostara', 'Site Reliability Engineer', 'screening', 20, mara),
  applied('Penhale', 'Go Developer', 'applied', 18, mara),
  applied('Quillon', 'Build Engineer', 'applied', 6, mara),
  applied('Rookwood', 'Staff Engineer', 'offer', 30, at('Ilse Brandt', 'Rookwood', 'hiring_manager')),
  applied('Sorrel', 'Frontend Engineer', 'screening', 16, at('Tomas Reyes', 'Sorrel')),
  applied('Tamsin', 'Mobile Engineer', 'applied', 14, at('Ada Lund', 'Tamsin')),
  applied('Umber', 'Quality Engineer', 'interview', 22, at('Petra Voss', 'Umber', 'hiring_manager')),
  applied('Vantage', 'Release Engineer', 'screening', 13, at('Kai Moreau', 'Vantage')),
];

/** Whom one knows beside: the last word with them, in days. */
export const BESIDE = [
  { name: 'Lena Fischer', role: 'peer', companyName: 'Harrow', days: 120 },
  { name: 'Olu Adeyemi', role: 'adviser', companyName: null, days: 240 },
  { name: 'Sven Dahl', role: 'peer', companyName: 'Zennor', days: null },
];

export const KESTREL = 'https://job-boards.greenhouse.io/kestrel/jobs/4711';
export const MARLOW_ID = '0b9f2f6e-6a0c-4b8e-9a53-6d6f0c6f1a11';
export const MARLOW = `https://jobs.lever.co/marlow/${MARLOW_ID}`;
