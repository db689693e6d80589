import { say } from '@app/contracts';
import { candidateWithSettings, frozenLetters, ledger, outbox } from '@app/database';
import { givenBack } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { requireMatch } from '../http/entity-tag.js';
import { NO_HURRY } from './follow-up-changes.policy.js';
import { placeOccupied } from './follow-up.policy.js';
import { shownBy } from './follow-up-brief.queries.js';
import { followUpById, followUpTag, shown, update } from './follow-ups.queries.js';
import type { FollowUpAnswer } from './follow-ups.schemas.js';
import { takeBackLookBack } from '../reflections/reflections.queries.js';
import { isLetGo, restored } from './restore.policy.js';
import { giveWay, requireNothingEndsIt, takeBackHello } from './restore.queries.js';

const NOT_ENDED = { endedBy: null, endedWhy: null, priorState: null, priorHeldWhy: null, priorHeldUntil: null };
const NOT_LET_GO = { ...NO_HURRY, approvedAt: null };

/** What the candidate said last of a follow-up is taken back. */
@Injectable()
export class RestoresService {
  constructor(
    private readonly commands: Commands,
    private readonly ids: Ids,
    @Inject(ENV) private readonly env: Env,
  ) {}

  restore(caller: Caller, id: string): Promise<FollowUpAnswer> {
    return this.commands.inTurn(caller, (tx) => this.bringBack(tx, caller, id));
  }

  /** Where another command says so, in its transaction and in the candidate's turn. */
  restoreWithin(tx: EntityManager, caller: Caller, id: string): Promise<FollowUpAnswer> {
    return this.bringBack(tx, { ...caller, ifMatch: null }, id);
  }

  private async bringBack(tx: EntityManager, caller: Caller, id: string): Promise<FollowUpAnswer> {
    const followUp = await followUpById(tx, id, true);
    const by = shownBy(this.env);
    await requireMatch(caller, () => followUpTag(tx, followUp, by));
    const to = restored(followUp);
    const { settings } = await candidateWithSettings(tx, caller.candidateId);
    await requireNothingEndsIt(tx, followUp, to, { settings, mail: by.mail });
    await giveWay(tx, followUp);
    await frozenLetters.forget(tx, id);
    if (followUp.state === 'done') {
      await takeBackHello(tx, followUp);
      await takeBackLookBack(tx, followUp);
    }
    const letGo = (to.state === 'draft' || isLetGo(followUp)) && NOT_LET_GO;
    await update(tx, id, { ...NOT_ENDED, ...to, ...givenBack(followUp), ...letGo }, placeOccupied);
    const why = say('restored_as', { state: to.state });
    await ledger.write(tx, followUp, { by: 'candidate', what: say('restored'), why });
    const data = ledger.factOf(followUp);
    await outbox.append(tx, this.ids, { candidateId: caller.candidateId, type: 'follow_up.restored.v1', data });
    const [answer] = await shown(tx, [await followUpById(tx, id)], by);
    return answer!;
  }
}
