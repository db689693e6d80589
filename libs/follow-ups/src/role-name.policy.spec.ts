import { describe, expect, it } from '@jest/globals';
import { isSameCompany, properName } from './company-name.policy.js';
import { positionName, titleOf } from './role-name.policy.js';

const named = (title: string, companyName = 'Acme Inc.', location: string | null = null) =>
  positionName({ title, location, companyName });

describe('a vacancy reads inside a sentence', () => {
  it.each([
    ['Senior Engineer', 'the Senior Engineer role at Acme Inc.'],
    ['Senior "Ninja" Role', 'the Senior "Ninja" Role at Acme Inc.'],
    ['The Platform Engineer position', 'the Platform Engineer position at Acme Inc.'],
    ['A Data Engineer', 'the Data Engineer role at Acme Inc.'],
    ['Engineer (permanent position)', 'the Engineer (permanent position) at Acme Inc.'],
    ['Job opening: Engineer', 'the Job opening: Engineer at Acme Inc.'],
    ['Vacancy Engineer', 'the Vacancy Engineer at Acme Inc.'],
    ['Software Engineer at Acme', 'the Software Engineer role at Acme Inc.'],
    ['Software Engineer @ ACME', 'the Software Engineer role at Acme Inc.'],
    ['Software Engineer - Acme, Inc.', 'the Software Engineer role at Acme Inc.'],
    ['Software Engineer at Acme (m/w/d)', 'the Software Engineer (m/w/d) role at Acme Inc.'],
    ['Acme - Software Engineer', 'the Software Engineer role at Acme Inc.'],
    ['Software Engineer role at Acme', 'the Software Engineer role at Acme Inc.'],
    ['Software Engineer at Globex', 'the Software Engineer at Globex role at Acme Inc.'],
    ['Nurse at Night', 'the Nurse at Night role at Acme Inc.'],
    ['Jobcoach', 'the Jobcoach role at Acme Inc.'],
    ['Theatre Manager', 'the Theatre Manager role at Acme Inc.'],
    ['Analyst', 'the Analyst role at Acme Inc.'],
    ['Engineer - Backend', 'the Engineer - Backend role at Acme Inc.'],
    ['', 'the role at Acme Inc.'],
  ])('%j: %s', (title, expected) => {
    expect(named(title)).toBe(expected);
  });

  it('says the place once', () => {
    expect(named('Engineer', 'Acme', 'Berlin')).toBe('the Engineer role (Berlin) at Acme');
    expect(named('Engineer (Berlin)', 'Acme', 'Berlin')).toBe('the Engineer (Berlin) role at Acme');
  });

  it('is told to the candidate without an article', () => {
    expect(titleOf({ title: 'The Engineer at Acme', companyName: 'Acme' })).toBe('Engineer');
  });
});

describe('a company without a name', () => {
  it.each([
    '-',
    '--',
    'n/a',
    'N/A',
    'Confidential',
    '(Confidential)',
    'Confidential company',
    'Company Confidential',
    'Stealth',
    'Stealth Startup',
    'Stealth mode start-up',
    'Undisclosed',
    'Anonymous employer',
    'Unknown',
    'Vertraulich',
    ' ',
  ])('%j is not said', (companyName) => {
    expect(properName(companyName)).toBeNull();
    expect(named('Engineer', companyName, 'Berlin')).toBe('the Engineer role (Berlin)');
  });
  it.each([
    'X',
    '3M',
    'Acme',
    'Private Bank Ltd',
    'Confidential Computing GmbH',
    'Stealth Security',
    'Null Island Labs',
    '字节跳动',
  ])('%j is one', (companyName) => {
    expect(properName(companyName)).toBe(companyName);
  });
});

it.each([
  ['Acme', 'ACME Inc.', true],
  ['Acme GmbH', 'Acme, Inc', true],
  ['Acme Labs', 'Acme Robotics', false],
  ['Northwind AG', 'Northwind', true],
  ['', '', false],
  ['-', '-', false],
])('%j and %j are one company: %s', (one, other, are) => {
  expect(isSameCompany(one, other)).toBe(are);
});
