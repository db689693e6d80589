import { say, type Sentence, type Settings } from '@app/contracts';
import { candidateWithSettings, Database, databaseNow, FollowUp, frozenLetters, ledger, outbox } from '@app/database';
import { recordSent, whyOf } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { requireMatch } from '../http/entity-tag.js';
import { type Page, pageOf } from '../http/paging.js';
import { atOnce, ended, NO_HOLD, NO_LEASE } from './follow-up-changes.policy.js';
import { type ShownBy, shownBy } from './follow-up-brief.queries.js';
import { isMomentAhead, nextState, requireNotFrozen, requireReal, type Verb } from './follow-up.policy.js';
import {
  followUpById,
  type FollowUpRow,
  followUpsPage,
  followUpTag,
  isFrozen,
  shown,
  update,
} from './follow-ups.queries.js';
import type { CancelBody, DoneBody, FollowUpAnswer, FollowUpPatch, FollowUpsQuery } from './follow-ups.schemas.js';
import { handedOverAt, inSendingWindow, requireMayGo } from './letter.queries.js';
import { movedTo } from './chosen-moment.queries.js';
import { recordHello } from './hello.queries.js';
import { recordLookBack } from '../reflections/reflections.queries.js';

interface Standing {
  tx: EntityManager;
  followUp: FollowUp;
  settings: Settings;
  now: Date;
}

/** What a verb does beside the change of state, and its line on the ledger. */
interface Deed {
  change?: Partial<FollowUp>;
  what: Sentence;
  why?: Sentence;
}

@Injectable()
export class FollowUpsService {
  private readonly shownBy: ShownBy;

  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
    @Inject(ENV) env: Env,
  ) {
    this.shownBy = shownBy(env);
  }

  list(candidateId: string, query: FollowUpsQuery): Promise<Page<FollowUpAnswer>> {
    return this.database.asReader(candidateId, async (tx) => {
      const rows = await followUpsPage(tx, query);
      const place = ({ dueAtText, followUp }: FollowUpRow) => [dueAtText, followUp.id];
      const { data, nextCursor } = pageOf(rows, query.limit, place, ({ followUp }) => followUp);
      return { data: await shown(tx, data, this.shownBy), nextCursor };
    });
  }

  get(candidateId: string, id: string): Promise<FollowUpAnswer> {
    return this.database.asReader(candidateId, async (tx) => this.show(tx, await followUpById(tx, id)));
  }

  edit(caller: Caller, id: string, { subject, body, dueAt }: FollowUpPatch): Promise<FollowUpAnswer> {
    return this.perform(caller, id, 'edit', async (standing) => {
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
    return this.perform(caller, id, 'snooze', async (standing) => {
      const change = await movedTo(standing, until, '/until');
      const why = say('changed', { subject: false, body: false, dueAt: change.dueAt.toISOString() });
      return { change, what: say('snoozed'), why };
    });
  }

  approve(caller: Caller, id: string): Promise<FollowUpAnswer> {
    return this.perform(caller, id, 'approve', async (standing) => {
      const change = await this.letGo(standing);
      return { change: { ...change, priorState: null }, what: say('approved') };
    });
  }

  hold(caller: Caller, id: string): Promise<FollowUpAnswer> {
    const change = { ...NO_HOLD, heldWhy: 'by_candidate', atOnce: false, queuedSince: null } as const;
    return this.perform(caller, id, 'hold', async ({ tx }) => {
      await frozenLetters.forget(tx, id);
      return { change, what: say('held'), why: say('by_candidate') };
    });
  }

  resume(caller: Caller, id: string): Promise<FollowUpAnswer> {
    return this.perform(caller, id, 'resume', async (standing) => {
      // A word for this one, also where every one is to be seen.
      const change = await this.letGo(standing);
      const { heldWhy: priorHeldWhy, heldUntil: priorHeldUntil } = standing.followUp;
      const before = { priorState: 'held', priorHeldWhy, priorHeldUntil } as const;
      return { change: { ...change, ...NO_HOLD, ...before }, what: say('resumed') };
    });
  }

  sendNow(caller: Caller, id: string): Promise<FollowUpAnswer> {
    return this.perform(caller, id, 'send-now', async (standing) => {
      requireReal(standing.followUp);
      const said = atOnce(standing);
      await this.requireMayGo(standing, said);
      await frozenLetters.forget(standing.tx, id);
      return { change: { ...said, ...NO_HOLD, priorState: null }, what: say('to_be_sent_at_once') };
    });
  }

  cancel(caller: Caller, id: string, body: CancelBody): Promise<FollowUpAnswer> {
    return this.perform(caller, id, 'cancel', async ({ tx, followUp }) => {
      const why = body?.reason === undefined ? say('by_candidate') : say('candidate_said', { words: body.reason });
      const data = { ...ledger.factOf(followUp), ...whyOf(why) };
      await outbox.append(tx, this.ids, { candidateId: caller.candidateId, type: 'follow_up.cancelled.v1', data });
      // Without its lease the sender can no longer commit that it hands the letter over.
      return { change: { ...ended(followUp), endedWhy: 'by_candidate', ...NO_LEASE }, what: say('cancelled'), why };
    });
  }

  markSent(caller: Caller, id: string): Promise<FollowUpAnswer> {
    return this.perform(caller, id, 'mark-sent', async ({ tx, followUp, now }) => {
      const sentAt = (await handedOverAt(tx, followUp)) ?? now;
      await recordSent(tx, this.ids, followUp, sentAt);
      return { change: { sentAt, ...NO_LEASE }, what: say('marked_as_sent') };
    });
  }

  resend(caller: Caller, id: string): Promise<FollowUpAnswer> {
    return this.perform(caller, id, 'resend', async (standing) => {
      const said = atOnce(standing);
      await this.requireMayGo(standing, said);
      return { change: { ...said, ...NO_LEASE }, what: say('to_be_sent_again') };
    });
  }

  done(caller: Caller, id: string, body: DoneBody): Promise<FollowUpAnswer> {
    return this.perform(caller, id, 'done', (standing) => this.finish(standing, body));
  }

  /** Where another command says so, in its transaction and in the candidate's turn. */
  doneWithin(tx: EntityManager, caller: Caller, id: string): Promise<FollowUpAnswer> {
    return this.performWithin(tx, { ...caller, ifMatch: null }, id, 'done', (standing) => this.finish(standing));
  }

  private async finish({ tx, followUp, now }: Standing, body?: DoneBody): Promise<Deed> {
    if (body?.touched !== false) await recordHello(tx, this.ids, followUp, now);
    await recordLookBack(tx, followUp, now);
    const data = ledger.factOf(followUp);
    await outbox.append(tx, this.ids, { candidateId: followUp.candidateId, type: 'follow_up.done.v1', data });
    return { change: ended(followUp), what: say('done') };
  }

  private perform(
    caller: Caller,
    id: string,
    verb: Verb,
    deed: (standing: Standing) => Promise<Deed>,
  ): Promise<FollowUpAnswer> {
    return this.commands.inTurn(caller, (tx) => this.performWithin(tx, caller, id, verb, deed));
  }

  private async performWithin(
    tx: EntityManager,
    caller: Caller,
    id: string,
    verb: Verb,
    deed: (standing: Standing) => Promise<Deed>,
  ): Promise<FollowUpAnswer> {
    const followUp = await followUpById(tx, id, true);
    await requireMatch(caller, () => followUpTag(tx, followUp, this.shownBy));
    const now = await databaseNow(tx);
    const { settings } = await candidateWithSettings(tx, caller.candidateId);
    const state = nextState(verb, followUp, now);
    const { change, what, why } = await deed({ tx, followUp, settings, now });
    await update(tx, id, { ...change, state });
    await ledger.write(tx, followUp, { by: 'candidate', what, why: why ?? null });
    return this.show(tx, await followUpById(tx, id));
  }

  /** A letter the candidate lets go by itself: not over a stop rule, and in the window once its time has passed. */
  private async letGo(standing: Standing): Promise<Partial<FollowUp>> {
    const { tx, followUp, settings, now } = standing;
    const said = { approvedAt: now, ...(!isMomentAhead(followUp, now) && { chosenAt: now }) };
    if (followUp.audience === 'candidate') return said;
    await requireMayGo(tx, { ...followUp, ...said }, this.shownBy.mail, { overGap: true });
    return followUp.dueAt > now ? said : { ...said, dueAt: await inSendingWindow(tx, followUp, settings, now) };
  }

  private async requireMayGo({ tx, followUp }: Standing, said: Partial<FollowUp>): Promise<void> {
    if (followUp.audience === 'candidate') return;
    await requireMayGo(tx, { ...followUp, ...said }, this.shownBy.mail, { overGap: false });
  }

  private async show(tx: EntityManager, followUp: FollowUp): Promise<FollowUpAnswer> {
    const [answer] = await shown(tx, [followUp], this.shownBy);
    return answer!;
  }
}
