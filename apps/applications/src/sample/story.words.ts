/** What a newcomer finds: people and companies that nobody is, in every state that shows what happens after a no. */
import type { ContactRole, Stage } from '@app/contracts';

export interface Chapter {
  companyName: string;
  title: string;
  location: string;
  contact?: { name: string; email: string; role: ContactRole; timezone: string; country: string };
  /** Days before today. */
  appliedAgo: number;
  stage: Extract<Stage, 'applied' | 'interview'>;
  /** They said no, so many days ago. */
  rejectedAgo?: number;
  words?: string;
  /** What became of the letter: `held` by the candidate, gone so many days ago, and answered so many days ago. */
  letter?: 'waits' | 'held' | { sentAgo: number; answeredAgo?: number; answer?: string };
  hasInterviewTomorrow?: boolean;
}

export const STORY: readonly Chapter[] = [
  {
    companyName: 'Fabrikam',
    title: 'Backend Engineer',
    location: 'Berlin',
    contact: {
      name: 'Dana Ito',
      email: 'dana.ito@fabrikam.example',
      role: 'recruiter',
      timezone: 'Europe/Berlin',
      country: 'DE',
    },
    appliedAgo: 21,
    stage: 'interview',
    rejectedAgo: 0,
    words: 'Thank you for the conversations. We have decided to go on with another candidate.',
    letter: 'waits',
  },
  {
    companyName: 'Contoso',
    title: 'Data Engineer',
    location: 'Warsaw',
    contact: {
      name: 'Marta Nowak',
      email: 'marta.nowak@contoso.example',
      role: 'recruiter',
      timezone: 'Europe/Warsaw',
      country: 'PL',
    },
    appliedAgo: 30,
    stage: 'interview',
    rejectedAgo: 1,
    letter: 'held',
  },
  {
    companyName: 'Northwind',
    title: 'Platform Engineer',
    location: 'London',
    contact: {
      name: 'James Hill',
      email: 'james.hill@northwind.example',
      role: 'hiring_manager',
      timezone: 'Europe/London',
      country: 'GB',
    },
    appliedAgo: 40,
    stage: 'interview',
    rejectedAgo: 9,
    letter: { sentAgo: 7 },
  },
  {
    companyName: 'Tailspin',
    title: 'Software Engineer',
    location: 'Amsterdam',
    contact: {
      name: 'Lotte de Vries',
      email: 'lotte.devries@tailspin.example',
      role: 'recruiter',
      timezone: 'Europe/Amsterdam',
      country: 'NL',
    },
    appliedAgo: 90,
    stage: 'interview',
    rejectedAgo: 60,
    letter: {
      sentAgo: 58,
      answeredAgo: 57,
      answer:
        'Thank you for asking so kindly. More depth in distributed systems would have helped. Do write again in spring.',
    },
  },
  {
    companyName: 'Wingtip',
    title: 'Site Reliability Engineer',
    location: 'Remote',
    contact: {
      name: 'Sam Okoro',
      email: 'sam.okoro@wingtip.example',
      role: 'recruiter',
      timezone: 'Europe/Dublin',
      country: 'IE',
    },
    appliedAgo: 12,
    stage: 'interview',
    hasInterviewTomorrow: true,
  },
  { companyName: 'Adatum', title: 'Backend Developer', location: 'Vienna', appliedAgo: 4, stage: 'applied' },
];
