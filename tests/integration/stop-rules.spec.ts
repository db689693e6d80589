import { say, type MessageData } from '@app/contracts';
import { Application, lockCandidate, Rejection } from '@app/database';
import { addDuration, sentence } from '@app/follow-ups';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Arranged } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(90_000);

let parts: WorkerParts;
let life: CandidateLife;
beforeAll(async () => {
  parts = await WorkerParts.start();
});
beforeEach(async () => {
  // Days ahead of every letter here, so that none is due at whatever hour these run.
  life = await parts.candidate({ feedbackRequest: { delay: 'P10D' } });
});
afterAll(() => parts.stop());

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);
const by = (kind: string, rows: { kind: string; state: string }[]) =>
  rows.filter((row) => row.kind === kind).map(({ state }) => state);

describe('a letter that waits', () => {
  let rejected: Arranged;
  const letter = () => life.the('feedback_request', { applicationId: rejected.applicationId });
  const lastLine = async (id: string) => (await life.ledger(id)).at(-1);
  beforeEach(async () => {
    rejected = await life.isRejected({ receivedAt: daysAgo(1) });
  });

  it.each([
    ['they write', { direction: 'in' }, sentence(say('contact_wrote'), 'en')],
    ['the candidate writes by hand', { direction: 'out' }, sentence(say('candidate_wrote'), 'en')],
  ] as const)('is cancelled when %s, and says so', async (_what, touch, why) => {
    await life.touches(rejected.contactId!, touch);
    const { id, state } = await letter();
    expect([state, await lastLine(id)]).toEqual(['cancelled', `stop_rule cancelled: ${why}`]);
    expect((await life.events('follow_up.cancelled.v1')).map(({ data }) => data)).toEqual([
      expect.objectContaining({ followUpId: id, why }),
    ]);
  });

  it.each([
    ['a mail from before the rejection', { at: daysAgo(2) }],
    ['a call', { kind: 'call' }],
    ['a note', { kind: 'note', direction: null }],
  ] as const)('is not cancelled by %s', async (_what, touch) => {
    await life.touches(rejected.contactId!, touch);
    expect((await letter()).state).toBe('waiting');
  });

  it('is cancelled when they want no mail, and so are the check-ins', async () => {
    await life.changesContact(rejected.contactId!, { doNotContact: true }, ['doNotContact']);
    const rows = await life.followUps({ contactId: rejected.contactId });
    expect(rows.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'feedback_request cancelled',
      'reflection waiting',
      'check_in cancelled',
      'half_year cancelled',
    ]);
    for (const { id } of [rows[0]!, rows[2]!]) {
      expect(await lastLine(id)).toBe(`stop_rule cancelled: ${sentence(say('do_not_contact'), 'en')}`);
    }
  });

  it('is cancelled when an offer is accepted, and so is every other, drafts included', async () => {
    const offer = await life.isRejected({ companyName: 'Better' });
    const draft = await life.isRejected({ companyName: 'Third' });
    await parts.db.query(`update follow_ups set state = 'draft' where application_id = $1 and audience = 'contact'`, [
      draft.applicationId,
    ]);
    await life.takesBack(offer, 'offer');
    await life.reaches(offer.applicationId, 'accepted');
    const letters = await life.followUps({ audience: 'contact' });
    expect(letters.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(await lastLine(letters[0]!.id)).toBe(`stop_rule cancelled: ${sentence(say('offer_accepted'), 'en')}`);
  });

  it('goes with its plan when the rejection was a mistake; other plans stay', async () => {
    const other = await life.isRejected({ companyName: 'Other' });
    await life.takesBack(rejected);
    const rows = await life.followUps({ applicationId: rejected.applicationId });
    expect(rows.map(({ state }) => state)).toEqual(Array(4).fill('cancelled'));
    expect(await lastLine(rows[0]!.id)).toBe(`stop_rule cancelled: ${sentence(say('no_longer_rejected'), 'en')}`);
    const others = await life.followUps({ applicationId: other.applicationId });
    expect(others.map(({ state }) => state)).toEqual(Array(4).fill('waiting'));
  });

  it('goes with its plan when the rejection is recorded anew before anybody looked', async () => {
    const { applicationId, contactId } = rejected;
    const before = await life.followUps({ applicationId });
    const [told] = await life.events('application.rejected.v1');
    const anew = { id: randomUUID(), receivedAt: new Date() };
    await life.do(async (tx) => {
      await lockCandidate(tx, life.id);
      await life.takeBackUnseen(rejected);
      await life.do(async (other) => {
        await other.insert(Rejection, { ...anew, candidateId: life.id, applicationId, stage: 'interview' });
        await other.update(Application, { id: applicationId }, { stage: 'rejected' });
        await other.query('update contacts set last_touch_at = $2 where id = $1', [contactId, anew.receivedAt]);
      });
      const data = { ...(told!.data as MessageData<'application.rejected.v1'>), rejectionId: anew.id };
      await life.say({ type: 'application.rejected.v1', data: { ...data, receivedAt: anew.receivedAt.toISOString() } });
    });
    await life.handled();
    const rows = await life.followUps({ applicationId });
    const ended = rows.filter(({ state }) => state === 'cancelled').map(({ id }) => id);
    expect(ended).toEqual(before.slice(0, 2).map(({ id }) => id));
    const standing = rows.filter(({ state }) => state !== 'cancelled');
    expect(standing.map(({ kind, state, since }) => ({ kind, state, since }))).toEqual(
      ['check_in', 'half_year', 'feedback_request', 'reflection'].map((kind) => ({
        kind,
        state: 'waiting',
        since: anew.receivedAt,
      })),
    );
  });

  it('goes with its plan when they changed their mind', async () => {
    await life.reaches(rejected.applicationId, 'offer');
    expect((await letter()).state).toBe('cancelled');
  });

  it('becomes a thank-you at the same time when their reasons come', async () => {
    const { dueAt } = await letter();
    await addReasons(rejected);
    expect((await letter()).state).toBe('cancelled');
    expect(await life.the('thank_you')).toMatchObject({ state: 'waiting', dueAt });
  });

  it('becomes one also when its time comes before anybody looked at the reasons', async () => {
    const { id } = await letter();
    await writeReasons(rejected);
    await parts.makeDue(id);
    const { dueAt } = await life.becomes(id, 'cancelled');
    await sayReasons(rejected);
    await sayReasons(rejected);
    const thanks = await life.the('thank_you');
    expect(await life.events('follow_up.planned.v1')).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({ followUpId: thanks.id, dueAt: dueAt.toISOString() }),
      }),
    );
  });

  it('that the candidate held becomes a thank-you that is held', async () => {
    await parts.db.query(`update follow_ups set state = 'held', held_why = 'by_candidate' where id = $1`, [
      (await letter()).id,
    ]);
    await addReasons(rejected);
    expect(await life.the('thank_you')).toMatchObject({ state: 'held', heldWhy: 'by_candidate', heldUntil: null });
  });

  const reason = { category: 'experience', words: 'Too junior for us.' } as const;

  async function addReasons(arranged: Arranged): Promise<void> {
    await writeReasons(arranged);
    await sayReasons(arranged);
  }

  async function writeReasons({ rejectionId }: Arranged): Promise<void> {
    await life.do((tx) =>
      tx.query('update rejections set reason_category = $2, reason_words = $3 where id = $1', [
        rejectionId,
        reason.category,
        reason.words,
      ]),
    );
  }

  async function sayReasons(arranged: Arranged): Promise<void> {
    const receivedAt = daysAgo(1).toISOString();
    await life.say({
      type: 'application.reasons_added.v1',
      data: { ...arranged, receivedAt, stage: 'interview', reason },
    });
    await life.handled();
  }
});

describe('a letter that was sent', () => {
  it.each([
    ['is answered by a mail that came after it', 0, 'answered'],
    ['is not answered by a mail from before it', 3, 'sent'],
  ])('%s', async (_rule, mailDaysAgo, state) => {
    const { contactId } = await life.isRejected({ receivedAt: daysAgo(5) });
    const { id } = await life.the('feedback_request');
    await parts.db.query(`update follow_ups set state = 'sent', sent_at = $2 where id = $1`, [id, daysAgo(2)]);
    await life.touches(contactId!, { at: daysAgo(mailDaysAgo) });
    expect((await life.the('feedback_request')).state).toBe(state);
    expect(await life.events('follow_up.answered.v1')).toHaveLength(state === 'answered' ? 1 : 0);
  });
});

describe('the clock of a contact', () => {
  let rejected: Arranged;
  const clock = async (kind: 'check_in' | 'half_year') => life.the(kind, { contactId: rejected.contactId! });
  beforeEach(async () => {
    rejected = await life.isRejected({ receivedAt: daysAgo(20) });
  });
  const day = (date: Date) => date.toISOString().slice(0, 10);

  it.each([
    ['a mail from them', { kind: 'mail', direction: 'in' }],
    ['a mail to them', { kind: 'mail', direction: 'out' }],
    ['a call', { kind: 'call', direction: 'out' }],
    ['a note', { kind: 'note', direction: null }],
  ] as const)('starts anew with %s', async (_what, touch) => {
    const before = { checkIn: await clock('check_in'), halfYear: await clock('half_year') };
    const at = daysAgo(1);
    await life.touches(rejected.contactId!, { ...touch, at });
    expect((await clock('check_in')).dueAt.toISOString()).toBe(`${day(addDuration(at, 'P90D', 'UTC'))}T08:00:00.000Z`);
    expect((await clock('half_year')).dueAt > before.halfYear.dueAt).toBe(true);
    expect((await life.ledger(before.checkIn.id)).at(-1)).toMatch(/^clock moved: The last touch moved; now due /);
  });

  it('is not moved by a touch from before the last one', async () => {
    const { dueAt } = await clock('check_in');
    await life.touches(rejected.contactId!, { kind: 'call', at: daysAgo(30) });
    expect((await clock('check_in')).dueAt).toEqual(dueAt);
  });

  it('stays where the candidate snoozed it until there is another touch', async () => {
    const { id } = await clock('check_in');
    const snoozed = new Date(Date.now() + 200 * DAY);
    await parts.db.query('update follow_ups set due_at = $2 where id = $1', [id, snoozed]);
    await life.changesContact(rejected.contactId!, { notes: 'Likes climbing.' }, ['notes']);
    expect((await clock('check_in')).dueAt).toEqual(snoozed);
    await life.touches(rejected.contactId!, { kind: 'call' });
    expect((await clock('check_in')).dueAt < snoozed).toBe(true);
  });

  it.each(['cancelled', 'done'] as const)('%s by the candidate, gives way to the next occasion only', async (what) => {
    const { id } = await clock('check_in');
    await life.do(async (tx) => {
      await tx.query(`update follow_ups set state = $2, ended_by = 'candidate' where id = $1`, [id, what]);
      await tx.query(
        `insert into follow_up_ledger (candidate_id, follow_up_id, by, what_code) values ($1, $2, 'candidate', $3)`,
        [life.id, id, what],
      );
    });
    const states = async () => by('check_in', await life.followUps({ contactId: rejected.contactId }));
    await life.changesContact(rejected.contactId!, { notes: 'Likes climbing.' }, ['notes']);
    expect(await states()).toEqual([what]);
    await life.touches(rejected.contactId!, { kind: 'call' });
    expect(await states()).toEqual([what, 'waiting']);
  });

  it('is shown under the latest rejected application, and ends with the last of them', async () => {
    const second = await life.isRejected({ contactId: rejected.contactId! });
    expect((await clock('check_in')).applicationId).toBe(second.applicationId);
    await life.takesBack(second);
    expect(await clock('check_in')).toMatchObject({ applicationId: rejected.applicationId, state: 'waiting' });
    await life.takesBack(rejected);
    expect((await clock('check_in')).state).toBe('cancelled');
  });

  it('runs again when they may be written to again', async () => {
    await life.changesContact(rejected.contactId!, { doNotContact: true }, ['doNotContact']);
    await life.changesContact(rejected.contactId!, { doNotContact: false }, ['doNotContact']);
    expect(by('check_in', await life.followUps({ contactId: rejected.contactId }))).toEqual(['waiting']);
  });

  it('waits with the half-year for the end of the cooldown', async () => {
    const { companyId } = await life.do((tx) => tx.findOneByOrFail(Application, { id: rejected.applicationId }));
    await life.do((tx) => tx.query(`update companies set cooldown = 'P300D' where id = $1`, [companyId]));
    await life.touches(rejected.contactId!, { kind: 'call' });
    expect((await clock('half_year')).dueAt.getTime()).toBeGreaterThan(
      addDuration(daysAgo(20), 'P300D', 'UTC').getTime() - DAY,
    );
  });
});
