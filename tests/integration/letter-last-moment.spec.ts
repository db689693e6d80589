import { say } from '@app/contracts';
import { Application, Contact, type FollowUp, lockCandidate, StageChange } from '@app/database';
import { sentence } from '@app/follow-ups';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Arrangement, AT_ONCE } from '../support/arrange.js';
import { somebodyWaits, somebodyWaitsForARow } from '../support/candidate-lock.js';
import type { CandidateLife } from '../support/candidate-life.js';
import { eventually } from '../support/eventually.js';
import { WorkerParts } from '../support/worker-parts.js';

jest.setTimeout(90_000);

let parts: WorkerParts;
let life: CandidateLife;
beforeAll(async () => {
  parts = await WorkerParts.start();
});
beforeEach(async () => {
  life = await parts.candidate({ ...AT_ONCE, feedbackRequest: { delay: 'P1D' } });
});
afterAll(() => parts.stop());

async function aLetter(given: Arrangement = {}): Promise<FollowUp> {
  const { applicationId } = await life.isRejected(given);
  return life.the('feedback_request', { applicationId });
}
const stateOf = ({ applicationId }: FollowUp) =>
  life.the('feedback_request', { applicationId: applicationId! }).then(({ state }) => state);
const lastLine = async ({ id }: FollowUp) => (await life.ledger(id)).at(-1);
const rawTo = (contactId: string | null) => parts.smtp.messages.filter(({ to }) => to === `${contactId}@example.com`);

/** Until the given moment the server is slow; answers the conversation and how to let it go on. */
async function connecting(at: 'greeting' | 'ehlo' | 'rcpt') {
  const gate = Promise.withResolvers<void>();
  const before = parts.smtp.conversations.length;
  parts.smtp.next({ at, do: 'wait', until: gate.promise });
  const letter = await aLetter();
  await parts.makeDue(letter.id);
  await life.becomes(letter.id, 'sending');
  const conversation = await eventually(() => parts.smtp.conversations[before], { what: 'the connection' });
  if (at === 'rcpt') await eventually(() => conversation.commands.some((command) => command.startsWith('RCPT')));
  const goOn = async () => {
    gate.resolve();
    await eventually(() => conversation.closed, { what: 'the end of the conversation' });
    return conversation.bodyBytes;
  };
  return { letter, goOn };
}

describe('while the server is being connected', () => {
  it.each(['greeting', 'ehlo', 'rcpt'] as const)('cancelled at its %s: not a byte is sent', async (at) => {
    const { letter, goOn } = await connecting(at);
    await life.do((tx) =>
      tx.query(
        `update follow_ups set state = 'cancelled', lease_token = null, lease_until = null, phase = null where id = $1`,
        [letter.id],
      ),
    );
    expect(await goOn()).toBe(0);
    expect(rawTo(letter.contactId)).toEqual([]);
    expect(await stateOf(letter)).toBe('cancelled');
  });

  it('the contact writes: not a byte is sent, and the letter is cancelled', async () => {
    const { letter, goOn } = await connecting('rcpt');
    await life.touches(letter.contactId!);
    expect(await goOn()).toBe(0);
    expect(await stateOf(letter)).toBe('cancelled');
    expect(rawTo(letter.contactId)).toEqual([]);
  });

  it('the contact writes, and nobody has looked at it yet: cancelled all the same', async () => {
    const { letter, goOn } = await connecting('rcpt');
    await parts.db.query(
      `insert into touches (id, candidate_id, contact_id, kind, direction, at) values (gen_random_uuid(), $1, $2, 'mail', 'in', now())`,
      [life.id, letter.contactId],
    );
    expect(await goOn()).toBe(0);
    await life.becomes(letter.id, 'cancelled');
    expect(await lastLine(letter)).toBe(`stop_rule cancelled: ${sentence(say('contact_wrote'), 'en')}`);
    expect(rawTo(letter.contactId)).toEqual([]);
  });
});

describe('a fact that is being written at that very moment', () => {
  it('an offer accepted elsewhere: the sender waits for it, and not a byte is sent', async () => {
    const other = await life.isRejected();
    const { letter, goOn } = await connecting('rcpt');
    const { going } = await life.do(async (tx) => {
      await lockCandidate(tx, life.id);
      await tx.update(Application, { id: other.applicationId }, { stage: 'accepted' });
      const change = { applicationId: other.applicationId, fromStage: 'offer', toStage: 'accepted' } as const;
      await tx.insert(StageChange, { id: randomUUID(), candidateId: life.id, ...change, at: new Date() });
      const going = goOn();
      await somebodyWaits(parts.db);
      return { going };
    });
    expect(await going).toBe(0);
    await life.becomes(letter.id, 'cancelled');
    expect(await lastLine(letter)).toBe(`stop_rule cancelled: ${sentence(say('offer_accepted'), 'en')}`);
  });

  it('another address: the sender waits for it without the letter in its hand, and goes to the new one', async () => {
    const { letter, goOn } = await connecting('rcpt');
    const email = `${randomUUID()}@new.example`;
    const { going } = await life.do(async (tx) => {
      await tx.update(Contact, { id: letter.contactId! }, { email, emailKey: email });
      const going = goOn();
      await somebodyWaitsForARow(parts.db);
      // Contact, then follow-up: the order that every command keeps.
      await tx.query(`update follow_ups set updated_at = now() where id = $1`, [letter.id]);
      return { going };
    });
    expect(await going).toBe(0);
    await life.becomes(letter.id, 'sent');
    expect(rawTo(letter.contactId)).toEqual([]);
    expect(parts.smtp.messages.filter(({ to }) => to === email)).toHaveLength(1);
  });
});

describe('a server that refuses', () => {
  const refuse = ({ contactId }: FollowUp, reply: string) => parts.smtp.refuse(`${contactId}@example.com`, reply);

  it('for now: tried again five minutes later, the same letter', async () => {
    const letter = await aLetter();
    refuse(letter, '451 4.3.0 Try later');
    await parts.makeDue(letter.id);
    const { dueAt, updatedAt, attempt } = await life.becomes(letter.id, 'retrying');
    expect([dueAt.getTime() - updatedAt.getTime(), attempt]).toEqual([300_000, 1]);
    expect(await lastLine(letter)).toBe('sender retrying: 451 4.3.0 Try later');
  });

  it('because there is no such mailbox: failed, nobody writes to that address again, and another is looked for', async () => {
    const letter = await aLetter();
    const draft = await aLetter({ contactId: letter.contactId! });
    await parts.db.query(`update follow_ups set state = 'draft' where id = $1`, [draft.id]);
    refuse(letter, '550 5.1.1 No such user');
    await parts.makeDue(letter.id);
    await life.becomes(letter.id, 'failed');
    expect(await lastLine(letter)).toBe('sender failed: 550 5.1.1 No such user');
    await life.becomes(draft.id, 'cancelled');
    expect(await lastLine(draft)).toBe(`stop_rule cancelled: ${sentence(say('address_bounced'), 'en')}`);
    const contact = await life.do((tx) => tx.findOneByOrFail(Contact, { id: letter.contactId! }));
    expect(contact.bouncedAt).toEqual(expect.any(Date));
    expect((await life.events('contact.bounced.v1')).map(({ data }) => data)).toEqual([
      {
        contactId: letter.contactId,
        why: '550 5.1.1 No such user',
        whyCode: 'server_said',
        whyFacts: { said: '550 5.1.1 No such user' },
      },
    ]);
    const search = await life.the('find_contact');
    await life.becomes(search.id, 'sent');
    const email = 'dana@new.example';
    await life.changesContact(letter.contactId!, { email, emailKey: email, bouncedAt: null }, ['email']);
    await life.becomes(search.id, 'done');
    const states = (await life.followUps({ audience: 'contact' })).map(({ state }) => state);
    expect(states).toEqual(['waiting', 'draft']);
  });

  it('an address that is another by now: the new one is not marked', async () => {
    const letter = await aLetter();
    refuse(letter, '550 5.1.1 No such user');
    const gate = Promise.withResolvers<void>();
    parts.smtp.next({ at: 'mail', do: 'wait', until: gate.promise });
    await parts.makeDue(letter.id);
    await life.becomes(letter.id, 'sending');
    await life.do((tx) =>
      tx.update(Contact, { id: letter.contactId! }, { email: 'dana@new.example', emailKey: 'dana@new.example' }),
    );
    gate.resolve();
    await life.becomes(letter.id, 'failed');
    const contact = await life.do((tx) => tx.findOneByOrFail(Contact, { id: letter.contactId! }));
    expect(contact.bouncedAt).toBeNull();
  });
});
