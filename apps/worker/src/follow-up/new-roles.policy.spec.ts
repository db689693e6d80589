import { sentence } from '@app/follow-ups';
import { DEFAULT_SETTINGS, say } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { type NewRolesFacts, planNewRoles } from './new-roles.policy.js';

const details = { companyId: '00000000-0000-7000-8000-000000000002', announcements: [] };
const plan = (changes: Partial<NewRolesFacts> = {}) =>
  planNewRoles({
    total: 3,
    companyName: 'Acme',
    contactName: 'Dana Ito',
    details,
    lastToldAt: null,
    settings: DEFAULT_SETTINGS,
    now: new Date('2026-11-20T09:00Z'),
    ...changes,
  });
const dueAt = (timezone: string, lastToldAt: string | null, now = '2026-11-20T09:00:00Z') =>
  plan({
    settings: { ...DEFAULT_SETTINGS, timezone },
    lastToldAt: lastToldAt === null ? null : new Date(lastToldAt),
    now: new Date(now),
  }).dueAt.toISOString();

describe('new roles at a company where a contact is warm', () => {
  it('are told with the next digest, and why', () => {
    expect(plan()).toEqual({
      kind: 'new_roles',
      audience: 'candidate',
      state: 'waiting',
      dueAt: new Date('2026-11-21T08:00Z'),
      why: say('new_roles', { total: 3, company: 'Acme', contact: 'Dana Ito', waits: false }),
      details,
    });
    expect(sentence(plan({ total: 1 }).why, 'en')).toMatch(/^A new role appeared at Acme/);
  });

  it.each([
    ['UTC', null, '2026-11-21T08:00:00.000Z'],
    ['Pacific/Kiritimati', null, '2026-11-20T18:00:00.000Z'],
    ['UTC', '2026-11-13T09:00:00Z', '2026-11-21T08:00:00.000Z'],
    ['UTC', '2026-11-19T08:00:00Z', '2026-11-26T08:00:00.000Z'],
    ['UTC', '2026-11-19T08:00:05Z', '2026-11-27T08:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-18T18:00:01Z', '2026-11-26T18:00:00.000Z'],
  ])('in %s, told last at %s, are due at %s', (timezone, lastToldAt, expected) => {
    expect(dueAt(timezone, lastToldAt)).toBe(expected);
  });

  it('that wait for the week to be over say so', () => {
    expect(sentence(plan({ lastToldAt: new Date('2026-11-19T08:00Z') }).why, 'en')).toMatch(
      /less than a week old, so this one waits\.$/,
    );
    expect(plan({ lastToldAt: new Date('2026-11-10T08:00Z') }).why.facts.waits).toBe(false);
  });
});
