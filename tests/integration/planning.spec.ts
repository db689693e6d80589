import { DEFAULT_SETTINGS, say } from '@app/contracts';
import {
  Application,
  Contact,
  EventRecord,
  type FollowUp,
  lockCandidate,
  OutboxMessage,
  Rejection,
} from '@app/database';
import { addDuration, insideWindow, sentence } from '@app/follow-ups';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aRejection } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { eventually } from '../support/eventually.js';
import { WorkerParts } from '../support/worker-parts.js';
import { whyOfRow } from '../support/sentences.js';

jest.setTimeout(90_000);

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);
const REVIEW = { approval: 'review' } as const;

let parts: WorkerParts;
beforeAll(async () => {
  parts = await WorkerParts.start();
});
afterAll(() => parts.stop());

describe('what follows from a rejection', () => {
  const shape = (rows: FollowUp[]) => rows.map(({ kind, state }) => `${kind} ${state}`);
  const planOf = async (life: CandidateLife, applicationId: string) => shape(await life.followUps({ applicationId }));

  it('after an interview: a letter in their window, a reflection, and a contact kept warm', async () => {
    const life = await parts.candidate({ timezone: 'Europe/Kyiv' });
    const { applicationId } = await life.isRejected({ contact: { timezone: 'America/New_York', country: 'US' } });
    const [letter, reflection, checkIn, halfYear] = await life.followUps({ applicationId });
    expect(shape([letter!, reflection!, checkIn!, halfYear!])).toEqual([
      'feedback_request waiting',
      'reflection waiting',
      'check_in waiting',
      'half_year waiting',
    ]);
    const { sendingWindow: window } = DEFAULT_SETTINGS;
    expect(insideWindow({ at: letter!.dueAt, window, timezone: 'America/New_York', country: 'US' })).toBe(true);
    const { receivedAt } = await life.do((tx) => tx.findOneByOrFail(Rejection, { applicationId }));
    expect(letter!.dueAt >= addDuration(receivedAt, 'P1D', 'America/New_York')).toBe(true);
    expect([letter, reflection, checkIn, halfYear].map((row) => row!.since)).toEqual(Array(4).fill(receivedAt));
  });

  it('each with its reason on the ledger and an event about it', async () => {
    const life = await parts.candidate();
    const { applicationId } = await life.isRejected();
    const rows = await life.followUps({ applicationId });
    for (const row of rows) expect(await life.ledger(row.id)).toEqual([`plan planned: ${whyOfRow(row)}`]);
    const told = async (type: EventRecord['type']) => (await life.events(type)).map(({ data }) => data);
    const fact = (row: FollowUp) => ({
      followUpId: row.id,
      kind: row.kind,
      audience: row.audience,
      applicationId,
      contactId: row.contactId,
      dueAt: row.dueAt.toISOString(),
    });
    expect(await told('feedback_request.scheduled.v1')).toEqual([fact(rows[0]!)]);
    expect(await told('follow_up.planned.v1')).toEqual(rows.slice(1).map(fact));
  });

  it('by a machine: no letter, and why; a reflection all the same', async () => {
    const life = await parts.candidate();
    const { applicationId } = await life.isRejected({ stage: 'applied' });
    const [letter, reflection] = await life.followUps({ applicationId });
    expect(shape([letter!, reflection!])).toEqual(['feedback_request skipped', 'reflection waiting']);
    expect(await life.ledger(letter!.id)).toEqual([expect.stringMatching(/^plan skipped: Turned down at "applied"/)]);
    expect((await life.events('follow_up.skipped.v1')).map(({ data }) => data)).toEqual([
      expect.objectContaining({ followUpId: letter!.id, whyCode: 'no_human_contact', whyFacts: { stage: 'applied' } }),
    ]);
  });

  it('with their words: a thank-you', async () => {
    const life = await parts.candidate();
    const { applicationId } = await life.isRejected({ reasonCategory: 'experience' });
    expect((await planOf(life, applicationId))[0]).toBe('thank_you waiting');
  });

  it('recorded 20 days late: too late for a letter and a reflection, but the contact is kept warm', async () => {
    const life = await parts.candidate();
    const { applicationId } = await life.isRejected({ receivedAt: daysAgo(20) });
    const rows = await life.followUps({ applicationId });
    expect(shape(rows)).toEqual(['feedback_request skipped', 'check_in waiting', 'half_year waiting']);
    expect(rows[0]!.whyCode).toBe('too_late');
    for (const { dueAt } of rows.slice(1)) expect(dueAt.getTime()).toBeGreaterThan(Date.now());
  });

  it('with review: a draft that waits for a yes', async () => {
    const life = await parts.candidate(REVIEW);
    const { applicationId } = await life.isRejected();
    expect((await planOf(life, applicationId))[0]).toBe('feedback_request draft');
  });

  it('twice with review: a draft occupies nothing, so there are two to choose from', async () => {
    const life = await parts.candidate(REVIEW);
    const first = await life.isRejected();
    const second = await life.isRejected({ contactId: first.contactId! });
    for (const { applicationId } of [first, second]) {
      expect(await planOf(life, applicationId)).toContain('feedback_request draft');
    }
  });

  it('twice with the same contact: one letter; the second says why there is none', async () => {
    const life = await parts.candidate();
    const first = await life.isRejected();
    const second = await life.isRejected({ contactId: first.contactId! });
    const letter = await life.the('feedback_request', { applicationId: second.applicationId });
    expect([letter.state, letter.whyCode]).toEqual(['skipped', 'already_pending']);
    expect((await life.followUps({ contactId: first.contactId!, kind: 'check_in' })).length).toBe(1);
    expect((await life.the('check_in')).applicationId).toBe(second.applicationId);
  });

  it('soon after a letter that is not answered: held until the gap is over', async () => {
    // The earlier letter is due tomorrow, not at the hour at which this runs.
    const life = await parts.candidate({ feedbackRequest: { delay: 'P6D' } });
    const first = await life.isRejected({ receivedAt: daysAgo(5) });
    const sentAt = daysAgo(4);
    await parts.db.query(
      `update follow_ups set state = 'sent', sent_at = $2 where contact_id = $1 and kind = 'feedback_request'`,
      [first.contactId, sentAt],
    );
    const second = await life.isRejected({ contactId: first.contactId! });
    const letter = await life.the('feedback_request', { applicationId: second.applicationId });
    const until = addDuration(sentAt, 'P14D', 'UTC');
    expect(letter).toMatchObject({ state: 'held', heldWhy: 'contact_gap', heldUntil: until });
    expect(letter.dueAt >= until).toBe(true);
    expect(await life.ledger(letter.id)).toEqual([
      `plan planned and held until ${until.toISOString()}: ${whyOfRow(letter)} ${sentence(say('contact_gap'), 'en')}`,
    ]);
  });

  it('told twice: nothing is planned twice', async () => {
    const life = await parts.candidate();
    const { applicationId } = await life.isRejected();
    const [event] = await life.events('application.rejected.v1');
    const before = await life.followUps();
    const message = { id: event!.id, candidateId: life.id, type: event!.type, data: event!.data };
    await parts.anotherWorker(() => life.do((tx) => tx.insert(OutboxMessage, message as never)));
    await life.handled();
    expect(await life.followUps()).toEqual(before);
    expect(await planOf(life, applicationId)).toHaveLength(4);
  });

  it('taken back before anybody looked: nothing', async () => {
    const life = await parts.candidate();
    await life.do(async (tx) => {
      // Planning waits for the lock, as it does while a command of the candidate is under way.
      await lockCandidate(tx, life.id);
      const { applicationId, rejectionId } = await aRejection(parts.api, {}, life.id);
      await life.do(async (other) => {
        await other.update(Rejection, { id: rejectionId }, { revokedAt: new Date() });
        await other.update(Application, { id: applicationId }, { stage: 'interview' });
      });
    });
    await life.handled();
    expect(await life.followUps()).toEqual([]);
  });
});

describe('nobody to write to', () => {
  async function gets(life: CandidateLife, applicationId: string): Promise<string> {
    const contactId = randomUUID();
    await life.do(async (tx) => {
      const email = `${contactId}@example.com`;
      const contact = { id: contactId, candidateId: life.id, name: 'Dana Ito', role: 'recruiter' as const, tags: [] };
      await tx.insert(Contact, { ...contact, email, emailKey: email, doNotContact: false });
      await tx.update(Application, { id: applicationId }, { contactId });
    });
    await life.say({ type: 'application.contact_changed.v1', data: { applicationId, contactId } });
    await life.handled();
    return contactId;
  }
  const lastLine = async (life: CandidateLife, id: string) => (await life.ledger(id)).at(-1);
  const FOUND = 'plan done: A contact with an address was found.';

  it('a reminder to find somebody, not silence; finding one plans the letter and ends the search', async () => {
    const life = await parts.candidate();
    const { applicationId } = await life.isRejected({ contact: null });
    const skipped = await life.the('feedback_request', { applicationId });
    expect([skipped.state, skipped.whyCode]).toEqual(['skipped', 'no_address']);
    const search = await life.the('find_contact');
    await life.becomes(search.id, 'sent');

    const contactId = await gets(life, applicationId);
    const letters = await life.followUps({ applicationId, audience: 'contact' });
    expect(letters.map(({ state }) => state)).toEqual(['skipped', 'waiting']);
    expect(letters[1]!.contactId).toBe(contactId);
    await life.becomes(search.id, 'done');
    expect(await lastLine(life, search.id)).toBe(FOUND);
  });

  it('a contact without an address gets one: the letter is planned', async () => {
    const life = await parts.candidate();
    const { applicationId, contactId } = await life.isRejected({ contact: { email: null, emailKey: null } });
    const search = await life.the('find_contact');
    await life.becomes(search.id, 'sent');
    await life.changesContact(contactId!, { email: 'dana@example.com' }, ['email']);
    const [letter, ...others] = await life.followUps({ applicationId, audience: 'contact' });
    expect([letter!.state, others]).toEqual(['waiting', []]);
    expect(await lastLine(life, letter!.id)).toBe('plan planned again: What ended it is over.');
    await life.becomes(search.id, 'done');
  });

  it('an address that bounced: a note about the contact does not end the search', async () => {
    const life = await parts.candidate();
    const { contactId } = await life.isRejected({ contact: { bouncedAt: daysAgo(3) } });
    const search = await life.the('find_contact');
    await life.becomes(search.id, 'sent');
    await life.changesContact(contactId!, { notes: 'Met at a fair.' }, ['notes']);
    expect(await lastLine(life, search.id)).not.toBe(FOUND);
    await life.changesContact(contactId!, { email: 'new@example.com', bouncedAt: null }, ['email']);
    await life.becomes(search.id, 'done');
  });

  it('another contact for the application: a draft to them, and the former has no clock any more', async () => {
    const life = await parts.candidate();
    const { applicationId, contactId: former } = await life.isRejected();
    const [letter] = await life.followUps({ applicationId, audience: 'contact' });
    const contactId = await gets(life, applicationId);
    expect((await life.becomes(letter!.id, 'cancelled')).contactId).toBe(former);
    expect((await life.followUps({ contactId, kind: 'feedback_request' })).map(({ state }) => state)).toEqual([
      'draft',
    ]);
    expect((await life.the('check_in', { contactId: former! })).state).toBe('cancelled');
  });

  it('after a letter to the former contact, the new one gets none but is kept warm from the last touch', async () => {
    const life = await parts.candidate();
    const { applicationId, contactId: former } = await life.isRejected();
    await parts.db.query(
      `update follow_ups set state = 'sent', sent_at = now() where contact_id = $1 and audience = 'contact'`,
      [former],
    );
    const other = await life.isRejected({ companyName: 'Other' });
    await life.takesBack(other);
    await life.do((tx) => tx.update(Application, { id: applicationId }, { contactId: other.contactId }));
    await life.say({ type: 'application.contact_changed.v1', data: { applicationId, contactId: other.contactId } });
    await life.handled();
    expect(await life.followUps({ applicationId, audience: 'contact' })).toHaveLength(1);
    const checkIn = await eventually(async () =>
      (await life.followUps({ contactId: other.contactId, kind: 'check_in' })).find(({ state }) => state === 'waiting'),
    );
    expect(checkIn.applicationId).toBe(applicationId);
  });
});
