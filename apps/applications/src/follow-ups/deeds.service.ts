/** One verb of the candidate on one follow-up: may it be said, what it changes, its line on the ledger. */
import type { Sentence, Settings } from '@app/contracts';
import { candidateWithSettings, databaseNow, FollowUp, ledger } from '@app/database';
import { pausedUntil, WaitingRows } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { requireMatch } from '../http/entity-tag.js';
import { type ShownBy, shownBy } from './follow-up-brief.queries.js';
import { isMomentAhead, nextState, type Verb } from './follow-up.policy.js';
import { followUpById, followUpTag, shown, update } from './follow-ups.queries.js';
import type { FollowUpAnswer } from './follow-ups.schemas.js';
import { inSendingWindow, requireMayGo } from './letter.queries.js';

export interface Standing {
  tx: EntityManager;
  followUp: FollowUp;
  settings: Settings;
  now: Date;
}

/** What a verb does beside the change of state, and its line on the ledger. */
export interface Deed {
  change?: Partial<FollowUp>;
  what: Sentence;
  why?: Sentence;
}

export type Does = (standing: Standing) => Promise<Deed>;

@Injectable()
export class Deeds {
  private readonly shownBy: ShownBy;
  private readonly rows: WaitingRows;

  constructor(
    private readonly commands: Commands,
    @Inject(ENV) env: Env,
    ids: Ids,
  ) {
    this.shownBy = shownBy(env);
    this.rows = new WaitingRows(ids, this.shownBy.mail);
  }

  perform(caller: Caller, id: string, verb: Verb, does: Does): Promise<FollowUpAnswer> {
    return this.commands.inTurn(caller, async (tx) => {
      await this.performIn(tx, caller, id, verb, does);
      const [answer] = await this.show(tx, [await followUpById(tx, id)]);
      return answer!;
    });
  }

  /** In the candidate's turn. Nothing is written where it is refused. */
  async performIn(tx: EntityManager, caller: Caller, id: string, verb: Verb, does: Does): Promise<void> {
    const followUp = await followUpById(tx, id, true);
    await requireMatch(caller, () => followUpTag(tx, followUp, this.shownBy));
    const now = await databaseNow(tx);
    const { settings } = await candidateWithSettings(tx, caller.candidateId);
    const state = nextState(verb, followUp, now);
    const { change, what, why } = await does({ tx, followUp, settings, now });
    await update(tx, id, { ...change, state });
    await ledger.write(tx, followUp, { by: 'candidate', what, why: why ?? null });
    await this.keepPause({ tx, followUp, settings, now });
  }

  show(tx: EntityManager, followUps: FollowUp[]): Promise<FollowUpAnswer[]> {
    return shown(tx, followUps, this.shownBy);
  }

  /** A letter the candidate lets go by itself: not over a stop rule, and in the window once its time has passed. */
  async letGo(standing: Standing): Promise<Partial<FollowUp>> {
    const { tx, followUp, settings, now } = standing;
    const said = { approvedAt: now, ...(!isMomentAhead(followUp, now) && { chosenAt: now }) };
    if (followUp.audience === 'candidate') return said;
    await requireMayGo(tx, { ...followUp, ...said }, this.shownBy.mail, { overGap: true });
    return followUp.dueAt > now ? said : { ...said, dueAt: await inSendingWindow(tx, followUp, settings, now) };
  }

  async requireMayGo({ tx, followUp }: Standing, said: Partial<FollowUp>): Promise<void> {
    if (followUp.audience === 'candidate') return;
    await requireMayGo(tx, { ...followUp, ...said }, this.shownBy.mail, { overGap: false });
  }

  /** While no letters go, one that was let go or moved waits or goes from now on, as its new moment has it. */
  private async keepPause({ tx, followUp, settings, now }: Standing): Promise<void> {
    if (followUp.audience === 'candidate' || pausedUntil(settings, now) === null) return;
    await this.rows.reconsider(tx, [await followUpById(tx, followUp.id)]);
  }
}
