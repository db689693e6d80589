import { describe, expect, it } from '@jest/globals';
import { compareTitles, isTitleOf } from './same-job.policy.js';

describe('one id under two titles', () => {
  it.each([
    ['Platform Engineer', 'Engineer, Platform (m/w/d)'],
    ['Sr. Account Manager', 'Senior Account Manager'],
    ['', 'Engineer'],
    ['Engineer', ''],
  ])('is the same job: %s | %s', (before, now) => expect(compareTitles(before, now)).toBe('same'));

  it.each([
    ['Platform Engineer, Rocket Team', 'Platform Engineer, Booster Team'],
    ['Software Engineer Intern, Summer 2025', 'Software Engineer Intern, Summer 2026'],
    ['Community Health Nurse', 'Community Health Nurse (urgent)'],
    ['Engineer for Rockets and Boosters', 'Engineer for Rockets or Boosters'],
  ])('is the job under another title: %s | %s', (before, now) => {
    expect(compareTitles(before, now)).toBe('another_title');
    expect(compareTitles(now, before)).toBe('another_title');
  });

  it.each([
    ['Events Assistant', 'Trade Fair Manager', []],
    ['Senior Platform Lead, Billing', 'Platform Lead, Billing', []],
    ['Key Account Manager Food', 'Senior Key Account Manager Food', []],
    ['Software Engineer II, Payments', 'Software Engineer III, Payments', []],
    ['Software Engineer Payments Core Backend', 'Software Engineer Payments Core Frontend', []],
    ['Customer Care Agent Hotline German', 'Customer Care Agent Hotline Dutch', []],
    ['Software Engineer Core Team Java', 'Software Engineer Core Team Kotlin', []],
    ['Retail Store Team Member Munich', 'Retail Store Team Member Berlin', []],
    ['Retail Store Team Member Wels', 'Retail Store Team Member Steyr', ['Wels, AT', 'Steyr, AT']],
    ['Delivery Team Member Spain', 'Delivery Team Member Portugal', []],
    ['Engineering Manager Core Team', 'Engineering Core Team', []],
    ['Rocket Engineer', 'Rocket Mechanic', []],
  ])('is another job: %s | %s', (before, now, places) => {
    expect(compareTitles(before, now, places)).toBe('related');
    expect(compareTitles(now, before, places)).toBe('related');
  });
});

describe('a page known by its address alone', () => {
  it.each([
    ['Driver', 'Driver (m/f/d)', true],
    ['Driver', 'Truck Driver', true],
    ['Workshop Planner', 'Workshop Planner, Tools Division', true],
    ['Software Engineer (remote)', 'Software Engineer', true],
    ['Cook', 'Driver', false],
    ['Engineer', 'Senior Engineer', false],
    ['Backend Engineer', 'Frontend Engineer', false],
  ])('%s is what shows %s: %s', (written, shown, is) => expect(isTitleOf(written, shown)).toBe(is));
});
