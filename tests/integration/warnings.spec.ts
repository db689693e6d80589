import { expect, it } from '@jest/globals';
import { createTestDatabase } from '../support/test-database.js';

/** What Node says of it is heard by tests/support/warned-environment.js, in this file as in any other. */
it('who asks three things at once has them answered one after the other', async () => {
  const db = await createTestDatabase();
  const answers = await Promise.all([1, 2, 3].map((n) => db.query(`select ${n} as n`)));
  expect(answers).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
  await db.drop();
});
