/** What a dry run says is what then happens, in the real worker; and it leaves everything as it was. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { daysAgo, daysAhead, type Lived, LivedHouse } from '../support/lived-house.js';
import { Foretelling } from '../support/foretelling.js';

jest.setTimeout(120_000);

let life: LivedHouse;
let foretelling: Foretelling;
beforeAll(async () => {
  life = await LivedHouse.open();
  foretelling = new Foretelling(life);
  // Hours that a letter is rarely asked for in, so that its place in them is drawn.
  const sendingWindow = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '05:00', to: '05:50', skipHolidays: true };
  await life.sets({ feedbackRequest: { delay: 'P1D' }, sendingWindow } as object);
});
afterAll(() => life?.close());

const hoursAgo = (hours: number) => daysAgo(hours / 24);
const abroad = (fields: object = {}) => ({
  name: 'Dana Ito',
  email: `${randomUUID()}@people.example`,
  timezone: 'Asia/Tokyo',
  country: 'JP',
  ...fields,
});
const rejection = ({ id }: { id: string }) => `/applications/${id}/rejection`;
const kinds = (steps: { kind: string; state: string }[]) => steps.map(({ kind, state }) => `${kind} ${state}`).sort();

describe('a rejection, told beforehand', () => {
  it('is a letter in their morning, a look back and a clock', async () => {
    const application = await life.applied({ contact: abroad() });
    const { starts, stops, moves } = await foretelling.comesTrue('POST', rejection(application), {
      receivedAt: hoursAgo(2),
      reason: { words: 'We went with somebody else.' },
    });
    expect(kinds(starts)).toEqual(expect.arrayContaining(['check_in waiting', 'feedback_request waiting']));
    expect(starts.every(({ id }) => id === null)).toBe(true);
    expect(starts.find(({ kind }) => kind === 'feedback_request')).toMatchObject({
      contact: { name: 'Dana Ito', timezone: 'Asia/Tokyo' },
      whyCode: 'one_question',
      why: expect.stringContaining('question'),
    });
    expect([stops, moves]).toEqual([[], []]);
  });

  it('is no letter where there is none, and why; somebody to find instead', async () => {
    const bare = await life.applied({ contact: null });
    const { starts } = await foretelling.comesTrue('POST', rejection(bare), { receivedAt: hoursAgo(3) });
    expect(kinds(starts)).toEqual(expect.arrayContaining(['feedback_request skipped', 'find_contact due']));
  });

  it('by a machine, and after a letter to the same person', async () => {
    const person = abroad();
    const [first, second] = [await life.applied({ contact: person }), await life.applied({ contact: person })];
    await foretelling.comesTrue('POST', rejection(first), { receivedAt: hoursAgo(4) });
    const { starts } = await foretelling.comesTrue('POST', rejection(second), { receivedAt: hoursAgo(1) });
    expect(starts.find(({ audience }) => audience === 'contact')).toMatchObject({ whyCode: 'already_pending' });
    const third = await life.applied({ contact: abroad(), stage: 'applied' });
    const machine = await foretelling.comesTrue('POST', rejection(third), { receivedAt: hoursAgo(1) });
    expect(kinds(machine.starts)).toContain('feedback_request skipped');
  });

  it('keeps no Idempotency-Key: the same one then does it', async () => {
    const application = await life.applied();
    const key = { 'idempotency-key': randomUUID() };
    const dry = await life.house.api.request('POST', `${rejection(application)}?dryRun=true`, {}, key);
    const real = await life.house.api.request('POST', rejection(application), {}, key);
    expect([dry.status, real.status]).toEqual([200, 201]);
    await life.house.settled();
    expect(await life.letters(application)).toEqual(['feedback_request waiting']);
  });

  it('is refused as the rejection would be', async () => {
    const application = await life.rejected();
    expect(await life.refused('POST', `${rejection(application)}?dryRun=true`, {})).toBe('409 already_rejected');
    expect(await life.refused('POST', `${rejection({ id: randomUUID() })}?dryRun=true`, {})).toBe('404 not_found');
    expect(await life.refused('POST', `${rejection(application)}?dryRun=perhaps`, {})).toBe('422 invalid_query');
    const path = `${rejection(application)}?dryRun=true`;
    const stale = await life.house.api.request('DELETE', path, undefined, { 'if-match': 'W/"0"' });
    expect(stale.status).toBe(412);
  });

  it('taken back, stops what it gave rise to', async () => {
    const application = await life.rejected({ receivedAt: hoursAgo(2) });
    const { starts, stops } = await foretelling.comesTrue('DELETE', rejection(application));
    expect(kinds(stops)).toEqual(expect.arrayContaining(['feedback_request cancelled', 'reflection cancelled']));
    expect(stops.every(({ id, whyCode }) => id !== null && whyCode !== 'one_question')).toBe(true);
    expect(starts).toEqual([]);
  });
});

describe('an application that was rejected already, told beforehand', () => {
  const told = (fields: object = {}) => ({ companyName: `Acme ${randomUUID()}`, title: 'Engineer', ...fields });

  it('is recorded and rejected at once', async () => {
    const said = told({ stage: 'interview', contact: abroad(), rejection: { receivedAt: hoursAgo(5) } });
    const { starts, answer } = await foretelling.comesTrue('POST', '/applications', said);
    expect(kinds(starts)).toEqual(expect.arrayContaining(['check_in waiting', 'feedback_request waiting']));
    expect(answer).toMatchObject({ stage: 'rejected', rejection: { stage: 'interview' } });
  });

  it('with somebody who has a letter coming', async () => {
    const person = abroad();
    const rejected = { stage: 'screening', contact: person, rejection: { receivedAt: hoursAgo(5) } };
    await foretelling.comesTrue('POST', '/applications', told(rejected));
    const { starts } = await foretelling.comesTrue('POST', '/applications', told(rejected));
    expect(starts.find(({ audience }) => audience === 'contact')).toMatchObject({ whyCode: 'already_pending' });
  });

  it('is refused where such a one cannot be rejected, and nothing is recorded', async () => {
    const { n: before } = await count();
    expect(await life.refused('POST', '/applications', told({ stage: 'saved', rejection: {} }))).toBe(
      '422 invalid_body',
    );
    const ahead = told({ rejection: { receivedAt: daysAhead(2) } });
    const answer = await life.house.api.request<{ errors: object[] }>('POST', '/applications', ahead);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/rejection/receivedAt' }] } });
    expect((await count()).n).toBe(before);
  });

  const count = async () =>
    (await life.house.db.query<{ n: number }>('select count(*)::int as n from applications'))[0]!;
});

describe('changed settings, told beforehand', () => {
  it('move a letter, hold it, and let it go on', async () => {
    const application = await life.rejected({}, { contact: abroad() });
    const later = await foretelling.comesTrue('PATCH', '/settings', { feedbackRequest: { delay: 'P4D' } });
    expect(later.moves.find(({ kind }) => kind === 'feedback_request')).toMatchObject({
      contact: { name: 'Dana Ito' },
      was: expect.any(String),
    });
    const off = await foretelling.comesTrue('PATCH', '/settings', { feedbackRequest: { enabled: false } });
    expect(kinds(off.moves)).toContain('feedback_request held');
    await foretelling.comesTrue('PATCH', '/settings', { feedbackRequest: { enabled: true, delay: 'P1D' } });
    expect(await life.letters(application)).toEqual(['feedback_request waiting']);
    await life.does('DELETE', rejection(application));
  });

  it('are refused as the change would be', async () => {
    const dry = '/settings?dryRun=true';
    expect(await life.refused('PATCH', dry, { feedbackRequest: { delay: 'P100Y' } })).toBe('422 invalid_body');
  });
});

describe('other moves, told beforehand', () => {
  const rejectedAbroad = (): Promise<Lived> => life.rejected({ receivedAt: hoursAgo(2) }, { contact: abroad() });

  it('another zone of theirs moves the letter into their morning', async () => {
    const { contactId } = await rejectedAbroad();
    const change = { timezone: 'America/New_York', country: 'US' };
    const { moves, starts, stops } = await foretelling.comesTrue('PATCH', `/contacts/${contactId}`, change);
    expect(moves).toEqual([
      expect.objectContaining({ kind: 'feedback_request', whyCode: 'settings_or_contact_changed' }),
    ]);
    expect(moves[0]!.was).not.toBe(moves[0]!.dueAt);
    expect([starts, stops]).toEqual([[], []]);
  });

  it('who is not to be written to has nothing coming', async () => {
    const { contactId } = await rejectedAbroad();
    const { stops } = await foretelling.comesTrue('PATCH', `/contacts/${contactId}`, { doNotContact: true });
    expect(stops.find(({ kind }) => kind === 'feedback_request')).toMatchObject({ whyCode: 'do_not_contact' });
  });

  it('an interview has its evening before, and a withdrawn application nothing', async () => {
    const application = await life.applied({ contact: abroad() });
    const stage = `/applications/${application.id}/stage`;
    const { starts } = await foretelling.comesTrue('POST', stage, { stage: 'interview', scheduledAt: daysAhead(9) });
    expect(kinds(starts)).toEqual(['interview_prep waiting']);
    const { stops } = await foretelling.comesTrue('POST', stage, { stage: 'withdrawn' });
    expect(kinds(stops)).toEqual(['interview_prep cancelled']);
  });

  it('what is deleted takes its steps along; so do they who are no longer needed', async () => {
    const application = await rejectedAbroad();
    const { stops } = await foretelling.comesTrue('DELETE', `/applications/${application.id}`);
    expect(kinds(stops)).toEqual(expect.arrayContaining(['feedback_request cancelled', 'check_in cancelled']));
    expect(stops[0]!.contact).toMatchObject({ name: 'Dana Ito' });
    await foretelling.comesTrue('DELETE', `/contacts/${application.contactId}`);
    await foretelling.comesTrue('DELETE', `/companies/${application.companyId}`);
  });

  it('an accepted offer holds what others wait for, and says that you count as not looking; a step back undoes that', async () => {
    const stage = `/applications/${(await life.applied({ stage: 'offer' })).id}/stage`;
    const accepted = await foretelling.comesTrue('POST', stage, { stage: 'accepted' });
    expect(accepted.notices).toEqual([expect.objectContaining({ code: 'looking_turned_off' })]);
    expect(accepted.stops.length + accepted.moves.length).toBeGreaterThan(0);
    const back = await foretelling.comesTrue('POST', stage, { stage: 'offer' });
    expect(back.notices).toEqual([expect.objectContaining({ code: 'looking_turned_on' })]);
  });
});
