import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApplicationsProcess } from '../support/applications.process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

jest.setTimeout(60_000);

describe('the time zone of the owner', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await createTestDatabase();
  });
  afterEach(() => db.drop());

  /** On a host in `TZ`, whose owner may then say where they are. */
  async function timezoneOn(TZ: string, said: object = {}): Promise<string> {
    const service = await ApplicationsProcess.start(db.apiUrl, { TZ });
    try {
      const { timezone } = await service.expect<{ timezone: string }>('PATCH', '/settings', said);
      return timezone;
    } finally {
      await service.stop();
    }
  }

  it('is that of the host when the account is made, and stays when the host moves', async () => {
    expect(await timezoneOn('Asia/Tokyo')).toBe('Asia/Tokyo');
    expect(await timezoneOn('America/Lima')).toBe('Asia/Tokyo');
  });

  it('is what they said, whatever the host has', async () => {
    expect(await timezoneOn('Asia/Tokyo', { timezone: 'Europe/Kyiv' })).toBe('Europe/Kyiv');
    expect(await timezoneOn('Asia/Tokyo')).toBe('Europe/Kyiv');
  });

  it('is UTC where the host has none that anybody knows', async () => {
    expect(await timezoneOn('Not/AZone')).toBe('UTC');
  });

  it.each([
    ['Not/AZone', 1],
    ['Asia/Tokyo', 0],
  ])('is said once to be none, where it is none: TZ=%s', async (TZ, times) => {
    const service = await ApplicationsProcess.start(db.apiUrl, { TZ });
    await service.stop();
    expect(service.said.filter(({ msg }) => msg.includes(`TZ is "${TZ}"`))).toHaveLength(times);
  });

  it('stays UTC for an account of before', async () => {
    await db.addCandidate();
    expect(await timezoneOn('Asia/Tokyo')).toBe('UTC');
  });
});
