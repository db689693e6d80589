import { say } from '@app/contracts';
import { FollowUp, frozenLetters } from '@app/database';
import { givenBack, refusalSentence } from '@app/follow-ups';
import { RuleViolation } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { Deeds, type Does } from './deeds.service.js';
import { NO_HOLD, NO_HURRY } from './follow-up-changes.policy.js';
import type { EachAnswer, FollowUpAnswer, ManyAnswer } from './follow-ups.schemas.js';

type Verb = 'hold' | 'resume';

/** Stopping for a while and going on: of one follow-up, or of many together. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly commands: Commands,
    private readonly deeds: Deeds,
  ) {}

  one(caller: Caller, id: string, verb: Verb): Promise<FollowUpAnswer> {
    return this.deeds.perform(caller, id, verb, this.does(verb));
  }

  /** Each by the rules of one, but for a tag, which is of one alone; what is refused leaves the others as they are wanted. */
  many(caller: Caller, ids: readonly string[], verb: Verb): Promise<ManyAnswer> {
    return this.commands.inTurn(caller, async (tx) => {
      const refused = new Map<string, EachAnswer['refused']>();
      for (const id of [...new Set(ids)].sort()) {
        const said = await this.refusalOf(tx, { ...caller, ifMatch: null }, id, verb);
        if (said) refused.set(id, said);
      }
      const rows = await tx.findBy(FollowUp, { id: In([...ids]) });
      const answers = new Map((await this.deeds.show(tx, rows)).map((answer) => [answer.id, answer]));
      const each = (id: string) => ({ id, followUp: answers.get(id) ?? null, refused: refused.get(id) ?? null });
      return { data: [...new Set(ids)].map(each) };
    });
  }

  private async refusalOf(
    tx: EntityManager,
    caller: Caller,
    id: string,
    verb: Verb,
  ): Promise<EachAnswer['refused'] | null> {
    try {
      await this.deeds.performIn(tx, caller, id, verb, this.does(verb));
      return null;
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      const { code, facts } = error;
      return { code, facts: { ...facts }, detail: refusalSentence(error, 'en') };
    }
  }

  private does(verb: Verb): Does {
    return verb === 'hold' ? holds : this.resumes;
  }

  private readonly resumes: Does = async (standing) => {
    // A word for this one, also where every one is to be seen.
    const change = await this.deeds.letGo(standing);
    const { heldWhy: priorHeldWhy, heldUntil: priorHeldUntil } = standing.followUp;
    const before = { priorState: 'held', priorHeldWhy, priorHeldUntil } as const;
    return { change: { ...change, ...NO_HOLD, ...before }, what: say('resumed') };
  };
}

const HELD = { ...NO_HOLD, ...NO_HURRY, heldWhy: 'by_candidate' } as const;

const holds: Does = async ({ tx, followUp }) => {
  await frozenLetters.forget(tx, followUp.id);
  return { change: { ...HELD, ...givenBack(followUp) }, what: say('held'), why: say('by_candidate') };
};
