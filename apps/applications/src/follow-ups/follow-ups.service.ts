import { say, type Sentence } from '@app/contracts';
import { Database, type FollowUp, frozenLetters, ledger, outbox } from '@app/database';
import { pausedUntil, recordSent, whyOf } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../http/caller.js';
import { type Page, pageOf } from '../http/paging.js';
import { type Deed, Deeds, type Standing } from './deeds.service.js';
import { atOnce, ended, NO_HOLD, NO_LEASE } from './follow-up-changes.policy.js';
import { requireNotFrozen, requireReal } from './follow-up.policy.js';
import { followUpById, followUpsPage, isFrozen } from './follow-ups.queries.js';
import type { CancelBody, DoneBody, FollowUpAnswer, FollowUpPatch, FollowUpsQuery } from './follow-ups.schemas.js';
import { recordHello } from './hello.queries.js';
import { handedOverAt } from './letter.queries.js';
import { movedTo } from './chosen-moment.queries.js';
import { recordLookBack } from '../reflections/reflections.queries.js';

@Injectable()
export class FollowUpsService {
  constructor(
    private readonly deeds: Deeds,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  list(candidateId: string, query: FollowUpsQuery): Promise<Page<FollowUpAnswer>> {
    return this.database.asReader(candidateId, async (tx) => {
      const rows = await followUpsPage(tx, query);
      const { data, nextCursor } = pageOf(
        rows,
        query.limit,
        (row) => [row.dueAtText, row.followUp.id],
        (row) => row.followUp,
      );
      return { data: await this.deeds.show(tx, data), nextCursor };
    });
  }

  get(candidateId: string, id: string): Promise<FollowUpAnswer> {
    return this.database.asReader(candidateId, async (tx) => {
      const [answer] = await this.deeds.show(tx, [await followUpById(tx, id)]);
      return answer!;
    });
  }

  edit(caller: Caller, id: string, { subject, body, dueAt }: FollowUpPatch): Promise<FollowUpAnswer> {
    return this.deeds.perform(caller, id, 'edit', async (standing) => {
      const { tx } = standing;
      if (subject !== undefined || body !== undefined) requireNotFrozen(await isFrozen(tx, id));
      const moved: Partial<FollowUp> = dueAt === undefined ? {} : await movedTo(standing, dueAt, '/dueAt');
      const words = { subject: subject !== undefined, body: body !== undefined };
      const edited = words.subject || words.body ? { subject, body, editedAt: standing.now } : {};
      const why = say('changed', { ...words, dueAt: moved.dueAt?.toISOString() ?? null });
      return { change: { ...edited, ...moved }, what: say('edited'), why };
    });
  }

  snooze(caller: Caller, id: string, until: string): Promise<FollowUpAnswer> {
    return this.deeds.perform(caller, id, 'snooze', async (standing) => {
      const change = await movedTo(standing, until, '/until');
      const why = say('changed', { subject: false, body: false, dueAt: change.dueAt.toISOString() });
      return { change, what: say('snoozed'), why };
    });
  }

  approve(caller: Caller, id: string): Promise<FollowUpAnswer> {
    return this.deeds.perform(caller, id, 'approve', async (standing) => {
      const change = await this.deeds.letGo(standing);
      return { change: { ...change, priorState: null }, what: say('approved') };
    });
  }

  sendNow(caller: Caller, id: string): Promise<FollowUpAnswer> {
    return this.deeds.perform(caller, id, 'send-now', async (standing) => {
      requireReal(standing.followUp);
      const said = atOnce(standing);
      await this.deeds.requireMayGo(standing, said);
      await frozenLetters.forget(standing.tx, id);
      return {
        change: { ...said, ...NO_HOLD, priorState: null },
        what: say('to_be_sent_at_once'),
        ...despite(standing),
      };
    });
  }

  cancel(caller: Caller, id: string, body: CancelBody): Promise<FollowUpAnswer> {
    return this.deeds.perform(caller, id, 'cancel', async ({ tx, followUp }) => {
      const why = body?.reason === undefined ? say('by_candidate') : say('candidate_said', { words: body.reason });
      const data = { ...ledger.factOf(followUp), ...whyOf(why) };
      await outbox.append(tx, this.ids, { candidateId: caller.candidateId, type: 'follow_up.cancelled.v1', data });
      // Without its lease the sender can no longer commit that it hands the letter over.
      return { change: { ...ended(followUp), endedWhy: 'by_candidate', ...NO_LEASE }, what: say('cancelled'), why };
    });
  }

  markSent(caller: Caller, id: string): Promise<FollowUpAnswer> {
    return this.deeds.perform(caller, id, 'mark-sent', async ({ tx, followUp, now }) => {
      const sentAt = (await handedOverAt(tx, followUp)) ?? now;
      await recordSent(tx, this.ids, followUp, sentAt);
      return { change: { sentAt, ...NO_LEASE }, what: say('marked_as_sent') };
    });
  }

  resend(caller: Caller, id: string): Promise<FollowUpAnswer> {
    return this.deeds.perform(caller, id, 'resend', async (standing) => {
      const said = atOnce(standing);
      await this.deeds.requireMayGo(standing, said);
      return { change: { ...said, ...NO_LEASE }, what: say('to_be_sent_again'), ...despite(standing) };
    });
  }

  done(caller: Caller, id: string, body: DoneBody): Promise<FollowUpAnswer> {
    return this.deeds.perform(caller, id, 'done', (standing) => this.finish(standing, body));
  }

  /** Where another command says so, in its transaction and in the candidate's turn. */
  doneWithin(tx: EntityManager, caller: Caller, id: string): Promise<void> {
    return this.deeds.performIn(tx, { ...caller, ifMatch: null }, id, 'done', (standing) => this.finish(standing));
  }

  private async finish({ tx, followUp, now }: Standing, body?: DoneBody): Promise<Deed> {
    if (body?.touched !== false) await recordHello(tx, this.ids, followUp, now);
    await recordLookBack(tx, followUp, now);
    const data = ledger.factOf(followUp);
    await outbox.append(tx, this.ids, { candidateId: followUp.candidateId, type: 'follow_up.done.v1', data });
    return { change: ended(followUp), what: say('done') };
  }
}

/** What the candidate wants of all letters they pass over for this one, and it is said. */
function despite({ settings, now }: Standing): { why?: Sentence } {
  const until = pausedUntil(settings, now);
  return until === null ? {} : { why: say('despite_no_letters', { until: until.toISOString() }) };
}
