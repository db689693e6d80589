import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { Mail } from '../reasons/index.js';
import { BoardNotices } from './board-notices.service.js';
import { ClosedNotices } from './closed-notices.service.js';
import type { Envelope } from './envelope.js';
import { KeepWarm } from './keep-warm.service.js';
import { MessageHandlers } from './message-handlers.js';
import { Openings } from './openings.service.js';
import { Preparations } from './preparations.service.js';
import { Rejected } from './rejected.handler.js';
import { RejectionPlan } from './rejection-plan.service.js';
import { Reopened } from './reopened.handler.js';
import { Replan } from './replan.service.js';
import { saidHere } from './said-here.queries.js';
import { SettingsChanged } from './settings-changed.handler.js';
import { StageChanged } from './stage-changed.handler.js';
import { Streaks } from './streaks.service.js';
import { Touched } from './touched.handler.js';
import { WaitingRows } from './waiting-rows.service.js';

/** Everything that plans, put together: the same in the process that does it and in the one that says beforehand what it will do. */
export class Planning {
  readonly rows: WaitingRows;
  private readonly handlers: MessageHandlers;

  constructor(ids: Ids, mail: Mail) {
    this.rows = new WaitingRows(ids, mail);
    const replan = new Replan(
      ids,
      this.rows,
      new RejectionPlan(ids, mail),
      new KeepWarm(ids, this.rows, mail),
      new Preparations(ids),
      new Openings(ids, mail),
    );
    this.handlers = new MessageHandlers(
      new Rejected(replan, new Streaks(ids)),
      new StageChanged(replan),
      new Touched(ids, replan),
      new Reopened(ids, replan, mail),
      new SettingsChanged(replan),
      new ClosedNotices(ids, replan),
      new BoardNotices(ids),
      replan,
    );
  }

  /**
   * What follows from all that the transaction has said, and from that again, until nothing does. A walk through everything is
   * cut short when patience ends, and answered with false: of thousands of applications it takes a minute. Its letters come first.
   */
  async handleSaid(tx: EntityManager, candidateId: string, { patienceMs }: { patienceMs: number }): Promise<boolean> {
    const patienceEnds = performance.now() + patienceMs;
    const handled = new Set<string>();
    let isWhole = true;
    for (;;) {
      const messages = await saidHere(tx, { candidateId, handled });
      if (messages.length === 0) return isWhole;
      for (const message of messages) {
        handled.add(message.id);
        const isWalk = message.type === 'plans.outdated.v1';
        if (isWalk && message.data.after === null) await this.rows.ofLetters(tx, candidateId);
        if (isWalk && performance.now() > patienceEnds) isWhole = false;
        else await this.handle(tx, message);
      }
    }
  }

  /** What follows from a fact, written in the caller's transaction, in the candidate's turn. */
  handle(tx: EntityManager, message: Envelope): Promise<void> {
    return this.handlers.handle(tx, message);
  }
}
