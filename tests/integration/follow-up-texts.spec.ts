import { OWNER_ID, type SettingsPatch } from '@app/contracts';
import { Contact, Database, type FollowUp, Rejection } from '@app/database';
import { textsOf } from '@app/follow-ups';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fromNow, aLetter } from '../support/a-follow-up.js';
import { type Arrangement, setSettings } from '../support/arrange.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const DAY = 86_400_000;

describe('the words of a follow-up are made of the rows as they stand', () => {
  let db: TestDatabase;
  let api: Database;

  beforeAll(async () => {
    db = await createTestDatabase();
    api = await Database.connect(db.apiUrl, { name: 'test' });
    await db.addCandidate();
  });
  beforeEach(() => setSettings(api, {}));
  afterAll(async () => {
    await api.close();
    await db.drop();
  });

  const settings = (patch: SettingsPatch) => setSettings(api, patch);
  const reminder = { audience: 'candidate' as const };
  async function wordsOf(given: Partial<FollowUp>, rejection: Arrangement = {}, contact: Partial<Contact> = {}) {
    const followUp = await aLetter(api, given, rejection);
    return api.asCandidate(OWNER_ID, async (tx) => {
      if (Object.keys(contact).length > 0) await tx.update(Contact, { id: followUp.contactId! }, contact);
      const text = (await textsOf(tx, [followUp], 'http://127.0.0.1:3000')).get(followUp.id)!;
      return `${text.subject}\n${text.body}`;
    });
  }

  it('a letter greets as the contact says, and by the whole name where the family name comes first', async () => {
    expect(await wordsOf({})).toContain('Hello Dana,');
    expect(await wordsOf({}, {}, { greeting: 'Dr. Ito' })).toContain('Hello Dr. Ito,');
    expect(await wordsOf({}, {}, { country: 'JP' })).toContain('Hello Dana Ito,');
    expect(await wordsOf({}, { companyName: 'Northwind GmbH' }, { name: 'Northwind' })).toContain('Hello,\n');
  });

  it('a letter thanks for the word only whom it came from', async () => {
    expect(await wordsOf({}, { subject: 'AW: Ihre Bewerbung' })).toContain('Re: Ihre Bewerbung\n');
    const followUp = await aLetter(api, {}, { subject: 'AW: Ihre Bewerbung' });
    await api.asCandidate(OWNER_ID, async (tx) => {
      await tx.update(Rejection, { applicationId: followUp.applicationId! }, { contactId: null });
      const text = (await textsOf(tx, [followUp], '')).get(followUp.id)!;
      expect(text.subject).toBe('One question about the Backend Engineer role');
      expect(text.body).not.toContain('letting me know');
    });
  });

  it('nothing claims a search while the candidate does not look', async () => {
    expect(await wordsOf({})).toContain('I keep looking');
    await settings({ looking: false });
    expect(await wordsOf({})).not.toContain('looking');
    expect(await wordsOf({ ...reminder, kind: 'check_in' })).not.toContain('comes up');
  });

  it('an agency’s recruiter is at their own company, or at none', async () => {
    const check = { ...reminder, kind: 'check_in' as const };
    expect(await wordsOf(check)).toContain('Dana Ito at Acme');
    const agency = { role: 'agency_recruiter', companyId: null } as const;
    expect(await wordsOf(check, {}, agency)).toMatch(/hello to Dana Ito\n[^]*in touch with Dana Ito on/);
  });

  it('a search for somebody says where nobody reads, unless the candidate knows better', async () => {
    const search = { ...reminder, kind: 'find_contact' as const };
    const email = 'no-reply@acme.example';
    expect(await wordsOf(search, {}, { email })).toContain(`Nobody reads at ${email}`);
    expect(await wordsOf(search, {}, { email, unread: false })).not.toContain('Nobody reads');
    expect(await wordsOf(search, {}, { unread: true })).toContain('Nobody reads at');
  });

  it.each([
    [180, 'Half a year on'],
    [360, 'A year on'],
    [30, '4 weeks on'],
  ])('after %i days it is %s', async (days, time) => {
    const dueAt = fromNow(2 * DAY);
    const half = { ...reminder, kind: 'half_year' as const, dueAt };
    const lastTouchAt = new Date(dueAt.getTime() - days * DAY);
    expect(await wordsOf(half, {}, { lastTouchAt })).toContain(time);
  });

  it('what is long overdue counts from today', async () => {
    const half = { ...reminder, kind: 'half_year' as const, dueAt: fromNow(-180 * DAY) };
    expect(await wordsOf(half, {}, { lastTouchAt: fromNow(-360.5 * DAY) })).toContain('A year on');
  });
});
