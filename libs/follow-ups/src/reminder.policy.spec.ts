import { describe, expect, it } from '@jest/globals';
import { REMINDER_KINDS, type ReminderKind } from '@app/contracts';
import type { ReminderFacts } from './reminder-facts.policy.js';
import { renderDigest, renderReminder, renderReminderPart } from './reminder.policy.js';

const ID = '01a22b97-e702-727e-81e6-9284dd701651';
const OWN_PAGE = `http://127.0.0.1:3000/follow-ups/${ID}`;
const PAGES: Partial<Record<ReminderKind, string>> = { streak: 'http://127.0.0.1:3000/look-back/pattern' };
const pageOf = (kind: ReminderKind) => PAGES[kind] ?? OWN_PAGE;
const HERE = 'Links to Rekindle open on the computer that it runs on.';

const facts: ReminderFacts = {
  id: ID,
  candidateName: 'Ada Marlowe',
  contact: { name: 'Maria Kowalska', country: null, greeting: null, role: 'recruiter', companyName: null },
  at: new Date('2027-02-22T08:00Z'),
  companyName: 'Acme',
  title: 'Senior Engineer',
  url: 'https://acme.example/jobs/1?gh_jid=1',
  requirements: '5 years of Go\nGood German',
  rejection: {
    stage: 'interview',
    words: 'We went with somebody who has run Kafka.\nThank you.',
    receivedAt: new Date('2026-11-23T23:30Z'),
  },
  lastTouchAt: new Date('2026-08-26T10:00Z'),
  streak: {
    length: 3,
    total: 7,
    byStage: { screening: 2, interview: 5 },
    byReason: { hard_skills: 4, unknown: 3 },
  },
  evidence: {
    grade: 'same_requisition',
    matched: ['requisition', 'title'],
    daysAbsent: 41,
    closedAt: new Date('2026-10-01T10:00Z'),
  },
  cooldownUntil: new Date('2027-05-03T08:00Z'),
  interviewAt: new Date('2026-11-25T12:00Z'),
  closedAt: new Date('2026-11-22T22:30Z'),
  stage: 'interview',
  newRoles: {
    companyName: 'Acme',
    contactNames: ['Maria Kowalska'],
    roles: [{ title: 'Engineer', url: 'https://acme.example/jobs/2', locations: ['Kyiv'] }],
    total: 1,
  },
  timezone: 'Europe/Kyiv',
  publicUrl: 'http://127.0.0.1:3000',
};
const bare: ReminderFacts = { id: ID, candidateName: 'Ада', timezone: 'UTC', publicUrl: 'http://127.0.0.1:3000' };

const text = (kind: ReminderKind, changes: Partial<ReminderFacts> = {}) =>
  renderReminder(kind, { ...facts, ...changes }).text;

describe.each(REMINDER_KINDS)('the reminder %s', (kind) => {
  it.each([
    ['with everything known', facts],
    ['with hardly anything known', bare],
  ])('is calm and whole %s', (_rule, known) => {
    const rendered = renderReminder(kind, known);
    for (const part of [rendered.subject, rendered.text]) {
      expect(part).not.toMatch(/!|undefined|null|NaN|\[object|\n{3}| {2}|_skills/);
    }
    expect(rendered.subject).not.toContain('\n');
    expect(rendered.text).toMatch(/^Hello (Ada|Ада),\n\n/);
    expect(rendered.text.endsWith(`\n\nOpen it: ${pageOf(kind)}\n\n${HERE}`)).toBe(true);
  });

  it('is the part of a digest, with its own link', () => {
    const part = renderReminderPart(kind, facts);
    expect(renderReminder(kind, facts)).toEqual({
      subject: part.subject,
      text: `Hello Ada,\n\n${part.text}\n\n${HERE}`,
    });
  });
});

describe('a reflection', () => {
  it('leads straight to where one looks back', () => {
    const open = 'Open it: http://127.0.0.1:3000/applications/01a2/look-back';
    expect(text('reflection', { applicationId: '01a2' })).toContain(open);
    expect(text('check_in', { applicationId: '01a2' })).toContain(`Open it: ${OWN_PAGE}`);
  });

  it('asks its questions and lists every reason beside their own words', () => {
    const body = text('reflection');
    expect(body).toContain('at the interview stage on Tuesday');
    expect(body).toContain('24 November 2026');
    for (const question of ['What was I asked?', 'What did I answer?', 'What would I change?', 'like the company?']) {
      expect(body).toContain(question);
    }
    expect(body).toContain('What the vacancy asks for:\n5 years of Go\nGood German');
    expect(body).toContain('Their words:\nWe went with somebody who has run Kafka.\nThank you.');
    expect(body).toMatch(
      /- hard skills\n- soft skills\n- culture fit\n- experience\n- language\n- compensation\n- the position was closed\n- another candidate\n- unknown/,
    );
  });
});

describe('a check-in', () => {
  it('brings a draft that can go as it is', () => {
    const body = text('check_in');
    expect(body).toContain('26 August 2026');
    const draft = body.slice(body.indexOf('Draft:'), body.indexOf('Open it:'));
    expect(draft).toMatch(
      /^Draft:\n\nHello Maria,\n\n[\s\S]+the Senior Engineer role[\s\S]+Kind regards,\n\nAda Marlowe/,
    );
    expect(draft).not.toMatch(/[[\]{}<>…]/);
  });
});

describe('the half-year', () => {
  it('says that teams change, and how long the cooldown runs', () => {
    expect(text('half_year')).toContain('Half a year on, teams change');
    expect(text('half_year')).toMatch(/new application at Acme runs until Monday,? 3 May 2027/);
    expect(text('half_year', { cooldownUntil: null })).not.toContain('waiting time');
  });
  it.each([
    ['2026-08-26T10:00Z', '2026-08-26T12:00Z', 'Some time on: Maria Kowalska at Acme'],
    ['2026-08-26T10:00Z', '2026-09-02T12:00Z', '7 days on: Maria Kowalska at Acme'],
    ['2026-08-26T10:00Z', '2026-10-07T12:00Z', '6 weeks on: Maria Kowalska at Acme'],
    ['2026-08-26T10:00Z', '2027-08-21T08:00Z', 'A year on: Maria Kowalska at Acme'],
    ['2026-08-26T10:00Z', '2028-08-21T08:00Z', '2 years on: Maria Kowalska at Acme'],
  ])('of a touch at %s, at %s, says how long it is', (lastTouchAt, at, subject) => {
    const changes = { lastTouchAt: new Date(lastTouchAt), at: new Date(at) };
    expect(renderReminder('half_year', { ...facts, ...changes }).subject).toBe(subject);
    expect(text('half_year', changes)).not.toContain('alf a year');
  });
});

describe('whom a reminder speaks of', () => {
  const { contact } = facts;
  it.each([
    ['at the company of the application', {}, 'Maria Kowalska at Acme'],
    ['at their own', { companyName: 'Hays' }, 'Maria Kowalska at Hays'],
    ['of an agency without a name', { role: 'agency_recruiter' }, 'Maria Kowalska'],
    ['of an agency', { role: 'agency_recruiter', companyName: 'Hays' }, 'Maria Kowalska at Hays'],
    ['whose company has no name', { companyName: 'Confidential' }, 'Maria Kowalska'],
    ['that is named after it', { name: 'Acme Hiring Team' }, 'Acme Hiring Team'],
  ] as const)('%s', (_rule, changes, person) => {
    const known = { ...facts, contact: { ...contact!, ...changes } };
    expect(renderReminder('check_in', known).subject).toBe(`Time for a hello to ${person}`);
  });
  it('has no team to ask after at an agency', () => {
    expect(text('check_in')).toContain('you and the team');
    expect(text('check_in', { contact: { ...contact!, role: 'agency_recruiter' } })).toContain(
      'that you are doing well',
    );
  });
  it('hopes for no vacancy while the candidate does not look', () => {
    expect(text('check_in', { looking: false })).not.toContain('comes up');
  });
});

describe.each(REMINDER_KINDS)('the reminder %s about a company without a name', (kind) => {
  it.each(['-', 'Confidential'])('%s says none', (companyName) => {
    const known = { ...facts, companyName, newRoles: { ...facts.newRoles!, companyName } };
    const { subject, text } = renderReminder(kind, known);
    expect(`${subject}\n${text}`).not.toMatch(/at -|at Confidential|^- had/m);
  });
});

describe('a streak', () => {
  it('gives every count its denominator, the largest first', () => {
    const body = text('streak');
    expect(renderReminder('streak', facts).subject).toBe('3 rejections in a row: a look for the pattern');
    expect(body).toContain('- interview: 5 of 7\n- screening: 2 of 7');
    expect(body).toContain('- hard skills: 4 of 7\n- unknown: 3 of 7');
    expect(body).not.toContain('too few');
  });
  it.each([
    [3, true],
    [4, true],
    [5, false],
  ])('of %s in all is too few to conclude: %s', (total, tooFew) => {
    const streak = { length: 3, total, byStage: { interview: total }, byReason: { unknown: total } };
    expect(text('streak', { streak }).includes('too few to conclude')).toBe(tooFew);
  });
});

describe('an alert about a reopened vacancy', () => {
  it('carries its evidence, the cooldown and what waits for a yes', () => {
    const body = text('reopened');
    expect(body).toContain('Senior Engineer at Acme is open again.');
    expect(body).toContain('same requisition number');
    expect(body).toContain('away for 41 days. What matched: requisition, title.');
    expect(body).toContain('https://acme.example/jobs/1?gh_jid=1');
    expect(body).toContain('3 May 2027');
    expect(body).toContain('A draft to Maria Kowalska, proposed for the end of that time, is ready');
    expect(body).toContain('It waits for your yes');
    expect(text('reopened', { cooldownUntil: null })).toContain('A draft to Maria Kowalska is ready');
  });
  it('promises no draft where there is nobody to write to', () => {
    expect(text('reopened', { contact: null })).not.toContain('draft');
  });
  it('doubts a match by title alone', () => {
    const evidence = {
      grade: 'same_title' as const,
      matched: [],
      daysAbsent: 1,
      closedAt: new Date('2026-10-01T10:00Z'),
    };
    expect(text('reopened', { evidence })).toMatch(/may be another opening.+away for 1 day\.\n/);
  });
});

describe('preparation for an interview', () => {
  it('tells the time on the candidate’s clock, the requirements, what to ask, and that a refusal is survivable', () => {
    const body = text('interview_prep');
    expect(body).toMatch(/Wednesday,? 25 November 2026 at 14:00 \(Europe\/Kyiv\)/);
    expect(body).toContain('What the vacancy asks for:\n5 years of Go\nGood German');
    expect(body).toContain('Questions worth asking:');
    expect(body).toContain('A refusal is one of the possible outcomes, and you would get through it.');
  });
  it('speaks of sleep only where a night lies before it', () => {
    expect(text('interview_prep', { at: new Date('2026-11-24T16:00Z') })).toContain('sleep well');
    expect(text('interview_prep', { at: new Date('2026-11-25T09:00Z') })).not.toContain('sleep well');
  });
});

describe('a notice that the posting is gone', () => {
  it('says since when, what that may mean and what to do, and is no verdict', () => {
    const body = text('vacancy_closed');
    expect(body).toMatch(
      /^Hello Ada,\n\nThe posting for Senior Engineer at Acme has been gone since Monday,? 23 November 2026\. Your application is still in process, at the interview stage\./,
    );
    expect(body).toMatch(/- the role was filled\n- hiring is paused\n- the ad was only taken off the board/);
    expect(body).toContain('If you have not heard from Maria Kowalska for a while, one short question is fine');
    expect(body).toContain('https://acme.example/jobs/1?gh_jid=1');
  });
  it.each([
    ['nobody is known', { contact: null }],
    ['the contact wants no mail', { contactOptedOut: true }],
  ])('names nobody to ask where %s', (_rule, changes) => {
    expect(text('vacancy_closed', changes)).toContain('If there is somebody at Acme you can ask');
    expect(text('vacancy_closed', changes)).not.toContain('Maria');
  });
});

describe('a reminder to find a contact', () => {
  it('says where nobody reads', () => {
    const unreadAddress = 'no-reply@acme.example';
    expect(text('find_contact', { unreadAddress })).toContain('Nobody reads at no-reply@acme.example');
    expect(text('check_in', { unreadAddress })).toContain('but nobody reads at no-reply@acme.example');
    expect(text('vacancy_closed', { unreadAddress })).toContain('If there is somebody at Acme you can ask');
  });
  it('says where to look and that it is fine not to find one', () => {
    expect(text('find_contact')).toContain('the sender and signature of the mail that turned you down');
    expect(text('find_contact')).toContain('that is fine too');
  });
});

describe('a digest', () => {
  const at = new Date('2026-11-23T23:30Z');
  const parts = (['reflection', 'check_in', 'half_year'] as const).map((kind) => renderReminderPart(kind, facts));
  const digest = renderDigest(parts, { ...facts, at });

  it('says how many and for which day, where the candidate is', () => {
    expect(digest.subject).toBe('3 reminders for Tuesday, 24 November');
  });

  it('has each part under its subject, one greeting and one link', () => {
    const numbered = parts.map(({ subject, text }, index) => `${index + 1}. ${subject}\n\n${text}`);
    expect(digest.text).toBe(['Hello Ada,', ...numbered, 'All of today: http://127.0.0.1:3000/', HERE].join('\n\n'));
  });
});

it('says nothing of computers where others reach it, too', () => {
  const { text: elsewhere } = renderReminder('reflection', { ...facts, publicUrl: 'https://rekindle.example.org/' });
  expect(elsewhere.endsWith(`\n\nOpen it: https://rekindle.example.org/follow-ups/${ID}`)).toBe(true);
});
