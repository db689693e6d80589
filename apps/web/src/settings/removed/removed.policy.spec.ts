import { expect, it } from '@jest/globals';
import { removedOf } from './removed.policy.js';

it('what is removed goes for good thirty days later, the first first', () => {
  const rows = [
    { id: 'b', deletedAt: '2026-11-20T10:00:00Z', name: 'Contoso' },
    { id: 'a', deletedAt: '2026-11-10T10:00:00Z', name: 'Northwind' },
    { id: 'c', deletedAt: null, name: 'Fabrikam' },
  ];
  expect(
    removedOf('company', rows, ({ name }) => name).map(({ name, goesAt }) => [name, goesAt.toISOString()]),
  ).toEqual([
    ['Northwind', '2026-12-10T10:00:00.000Z'],
    ['Contoso', '2026-12-20T10:00:00.000Z'],
  ]);
});
