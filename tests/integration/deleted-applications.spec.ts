import { deletion, type FollowUp, outbox } from '@app/database';
import { reasonsNow } from '@app/follow-ups';
import { UuidV7Ids } from '@app/platform';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Arranged, AT_ONCE } from '../support/arrange.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(90_000);

const DAY = 86_400_000;
const ids = new UuidV7Ids();

describe('a deleted application', () => {
  let parts: WorkerParts;
  let life: CandidateLife;
  beforeAll(async () => {
    parts = await WorkerParts.start();
  });
  beforeEach(async () => {
    life = await parts.candidate(AT_ONCE);
  });
  afterAll(() => parts.stop());

  const isDeleted = async ({ applicationId, contactId, vacancyId }: Arranged): Promise<void> => {
    await life.do(async (tx) => {
      await deletion.hide(tx, 'application', { id: applicationId, candidateId: life.id });
      const data = { applicationId, contactId, vacancyId };
      await outbox.append(tx, ids, { candidateId: life.id, type: 'application.deleted.v1', data });
    });
    await life.handled();
  };
  const isWrittenAbout = async (given: { contactId?: string } = {}): Promise<Arranged & { letter: FollowUp }> => {
    const rejected = await life.isRejected(given);
    const { id } = await life.the('feedback_request', { applicationId: rejected.applicationId });
    return { ...rejected, letter: await life.becomes(id, 'sent') };
  };
  const before = (at: Date, days: number) => new Date(at.getTime() + days * DAY);

  describe('that was written about', () => {
    /** Of a letter about another rejection there, to somebody who once had the address. */
    const asked = async (
      { companyId, contactId }: Arranged,
      receivedAt: Date,
      given: { companyId?: undefined; formerKeys?: string[] } = {},
    ) => {
      const formerKeys = [`${contactId}@example.com`];
      const contact = { formerKeys: given.formerKeys ?? formerKeys };
      const two = await life.isRejected({ companyId, receivedAt, ...given, contact });
      return life.do((tx) => writtenBefore(tx, two, receivedAt));
    };
    const writtenBefore = async (tx: EntityManager, of: Arranged, since: Date): Promise<Date | null> => {
      const { applicationId, contactId, rejectionId } = of;
      const letter = { applicationId, contactId, rejectionId, since, dueAt: new Date(), details: null };
      const subject = { id: randomUUID(), candidateId: life.id, kind: 'feedback_request' as const, ...letter };
      const reasons = (await reasonsNow(tx, [subject], { isCaptured: true })).get(subject.id)!;
      const asks = reasons.find(({ code }) => code === 'written_before');
      return asks ? new Date(asks.facts.at as string) : null;
    };

    it('is remembered for the next one at that company with that address', async () => {
      const one = await isWrittenAbout();
      const sentAt = one.letter.sentAt!;
      expect(await asked(one, new Date())).toBeNull();
      await isDeleted(one);
      expect(await asked(one, new Date())).toEqual(sentAt);
      expect(await asked(one, before(sentAt, 29))).toEqual(sentAt);
      expect(await asked(one, before(sentAt, -10))).toEqual(sentAt);
      expect(await asked(one, before(sentAt, 31))).toBeNull();
      expect(await asked(one, new Date(), { companyId: undefined })).toBeNull();
      expect(await asked(one, new Date(), { formerKeys: ['another@example.com'] })).toBeNull();
    });

    it('is remembered for the same person at another address', async () => {
      const one = await isWrittenAbout();
      await isDeleted(one);
      const { companyId, contactId } = one;
      const two = await life.isRejected({ companyId, contactId: contactId! });
      expect(await life.do((tx) => writtenBefore(tx, two, new Date()))).toEqual(one.letter.sentAt);
    });

    it('is not once it is restored', async () => {
      const one = await isWrittenAbout();
      await isDeleted(one);
      await life.do((tx) => deletion.unhide(tx, 'application', { id: one.applicationId, candidateId: life.id }));
      expect(await asked(one, new Date())).toBeNull();
    });

    it('is nobody else’s', async () => {
      const { contactId } = await isWrittenAbout();
      life = await parts.candidate(AT_ONCE);
      const [mine, again] = [await isWrittenAbout(), contactId];
      await isDeleted(mine);
      expect(await asked(mine, new Date(), { formerKeys: [`${again}@example.com`] })).toBeNull();
    });
  });

  it('is not written about any more', async () => {
    life = await parts.candidate({ ...AT_ONCE, feedbackRequest: { delay: 'P1D' } });
    const one = await life.isRejected();
    const { id } = await life.the('feedback_request', { applicationId: one.applicationId });
    await isDeleted(one);
    await parts.makeDue(id);
    await life.becomes(id, 'cancelled');
    expect(parts.smtp.messages.filter(({ to }) => to === `${one.contactId}@example.com`)).toEqual([]);
  });

  it('counts in no streak of rejections', async () => {
    life = await parts.candidate({ streak: { length: 3 } });
    const at = (days: number) => new Date(Date.now() - days * DAY);
    await isDeleted(await life.isRejected({ receivedAt: at(3), contact: null }));
    await life.isRejected({ receivedAt: at(2), contact: null });
    await life.isRejected({ receivedAt: at(1), contact: null });
    expect(await life.events('rejection_streak.detected.v1')).toEqual([]);
    const { applicationId } = await life.isRejected({ contact: null });
    const [told] = await life.events('rejection_streak.detected.v1');
    expect(told?.data).toMatchObject({ length: 3, applicationIds: expect.arrayContaining([applicationId]) });
  });

  it('leaves an address that refused a letter marked as dead, whoever has it', async () => {
    const address = { email: 'No.One@Dead.example', emailKey: 'no.one@dead.example' };
    parts.smtp.refuse(address.email, '550 5.1.1 No such user');
    const one = await life.isRejected({ contact: address });
    const { id } = await life.the('feedback_request', { applicationId: one.applicationId });
    await life.becomes(id, 'failed');
    const marks = await parts.db.query(
      `select kind, address_hash = address_hash(candidate_id, $2) as same from address_marks where candidate_id = $1`,
      [life.id, address.emailKey],
    );
    expect(marks).toEqual([{ kind: 'dead', same: true }]);
  });
});
