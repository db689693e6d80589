import { describe, expect, it } from '@jest/globals';
import { inOneLine, type NewRole, newRolesParagraphs, newRolesSubject, type NewRoles } from './new-roles.policy.js';

const role = (number: number, fields: Partial<NewRole> = {}): NewRole => ({
  title: `Engineer ${number}`,
  url: `https://jobs.example/${number}`,
  locations: ['Berlin'],
  ...fields,
});
const facts = (count: number, changes: Partial<NewRoles> = {}): NewRoles => ({
  companyName: 'Acme',
  contactNames: ['Dana Ito'],
  roles: Array.from({ length: Math.min(count, 10) }, (_, place) => role(place + 1)),
  total: count,
  ...changes,
});
const body = (count: number, changes: Partial<NewRoles> = {}) => newRolesParagraphs(facts(count, changes)).join('\n\n');
const listed = (fields: Partial<NewRole>) => /:\n- ([^]+?)\n\n/.exec(body(1, { roles: [role(1, fields)] }))![1];

describe('new roles at a company', () => {
  it('are told with who is warm there, title, place and address', () => {
    expect(newRolesSubject(facts(2))).toBe('2 new roles at Acme');
    expect(body(2)).toBe(
      [
        'Acme has put up 2 roles that were not there before. You know Dana Ito there, and the contact is warm.',
        'The new roles:\n- Engineer 1 (Berlin)\nhttps://jobs.example/1\n- Engineer 2 (Berlin)\nhttps://jobs.example/2',
        'If one of them is for you, a short word to Dana Ito before you apply is worth more than a form.',
      ].join('\n\n'),
    );
  });

  it('that is one role reads as one', () => {
    expect(newRolesSubject(facts(1))).toBe('A new role at Acme');
    expect(body(1)).toMatch(/^Acme has put up a role that was not there before\..+\n\nThe new role:\n- Engineer 1/);
  });

  it('that are five hundred are ten, and a number', () => {
    expect(body(500).match(/^- /gm)).toHaveLength(10);
    expect(body(500)).toMatch(/jobs\.example\/10\nand 490 more\n/);
    expect(body(10)).not.toContain('more\n');
  });

  it.each([
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
    [['A', 'B', 'C', 'D'], 'A, B, C and one other'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C and 2 others'],
  ])('name %j as "%s"', (contactNames, names) => {
    expect(body(1, { contactNames })).toContain(`You know ${names} there`);
  });

  it('that were all taken down leave nothing to do, and a company that is gone has no name', () => {
    expect(newRolesSubject(facts(0))).toBe('New roles at Acme');
    expect(body(0)).toBe('What Acme had put up was taken down again. There is nothing to do.');
    expect(body(0, { companyName: null, contactNames: [] })).toMatch(/^What A company|^What a company/i);
  });
});

describe('a title on a board', () => {
  it.each([
    ['is one line', 'Back\r\nend\u2028 Engineer\u0000', 'Back end Engineer'],
    ['turns no text around it', '\u202EreenignE\u202C \u2067מהנדס\u2069\u200F', 'reenignE מהנדס'],
    ['hides nothing', 'En\u200Bgi\uFEFFneer', 'Engineer'],
    ['keeps the joiners of its script', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['that says nothing is called so', ' \u200B ', 'A role without a title'],
  ])('%s', (_rule, title, shown) => {
    expect(listed({ title, locations: [], url: null })).toBe(shown);
  });

  it('is not longer than a line', () => {
    expect([...inOneLine('😀'.repeat(2_000), 120)]).toHaveLength(120);
    expect(inOneLine('😀'.repeat(2_000), 120).isWellFormed()).toBe(true);
    expect(inOneLine('x'.repeat(120), 120)).toBe('x'.repeat(120));
  });

  it('with many places names as many as fit', () => {
    const places = Array.from({ length: 200 }, (_, place) => `Town ${place}`);
    expect(listed({ locations: places, url: null })).toMatch(/^Engineer 1 \(Town 0, .{51}…\)$/);
  });
});
